/**
 * Threats: plaintext posted to a sealed form; a letter that a broken or doubled sending makes two of, or none; telling from
 * outside whether mail waits; a flood that fills a door; guessing a receipt with the whole database; linking two letters of one sender.
 */
import { CONTENT_TYPE, encodeBody, LIMITS, type Request } from '@dayaq/protocol';
import {
  idBytes,
  letterPassHash,
  mailbox,
  newId,
  newReceipt,
  type LetterId,
  pollMessage,
  readReply,
  type RecordId,
  sealReply,
  openReply,
  unwrap,
  utf8,
  writeReply,
} from '@dayaq/sealing';
import { writeNotice } from '@dayaq/domain';
import { letterWork } from '@dayaq/sealing/letter-work';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Client, must, refusal } from './testing/client.ts';
import { openDoor, piecesOf, visit } from './testing/door.ts';
import type { Person } from './testing/person.ts';
import { act, join, remove, rotate, type Space } from './testing/space.ts';
import { startWorld, UNLIMITED, type World } from './testing/world.ts';

let world: World;
let space: Space;
let second: Person;
let anyone: Client;
beforeAll(async () => {
  world = await startWorld();
  space = await world.newSpace();
  second = await join(space, 'coordinator');
  anyone = { url: world.url, token: null };
});
afterAll(() => world.stop());

const PASS = new Uint8Array(32).fill(6);
const FLOOD_NOTICE = writeNotice({
  name: 'Circle',
  languages: ['en'],
  about: { en: 'We' },
  phone: '+994 12 555 01 23',
  hours: { en: '9-18' },
  dangerPhone: '102',
  answerDays: 3,
  worksInFlood: true,
  pass: { epoch: 1, hash: Buffer.from(await letterPassHash(PASS)).toString('base64url') },
});

async function workFor(at: Space, letter: Uint8Array) {
  const { slot, tries, challenge } = await must(anyone, 'letters/work', { space: at.id });
  const working = letterWork({ challenge, tries }, letter);
  for (;;) {
    const step = working.next();
    if (step.done === true) return { slot, tries, nonces: step.value };
  }
}

const today = (): number => Math.floor(Date.now() / 86_400_000);
const listed = async (after = 0) =>
  (await must(second.client, 'letters/list', { space: space.id, after })).letters;

describe('a public door', () => {
  test('is not there before two opened it', async () => {
    expect(await refusal(anyone, 'doors/read', { space: space.id })).toBe('not-found');
    await openDoor(space, second, [space.founder, second]);
    expect((await visit(space)).readers).toHaveLength(2);
  });
});

describe('a letter', () => {
  test('sent twice at once, in any order, and once more, stands once', async () => {
    const pieces = await piecesOf(await visit(space), new Uint8Array(200_000).fill(7));
    expect(pieces.length).toBeGreaterThan(3);
    await Promise.all([...pieces, ...pieces.toReversed()].map((piece) => must(anyone, 'letters/put', piece)));
    for (const piece of pieces)
      expect(await must(anyone, 'letters/put', piece)).toMatchObject({ complete: true });
    const letters = (await listed()).filter(({ letter }) =>
      Buffer.from(letter).equals(pieces[0]?.letter ?? Buffer.alloc(0)),
    );
    expect(letters).toHaveLength(1);
    const got = await must(second.client, 'letters/get', {
      space: space.id,
      letter: pieces[1]?.letter ?? new Uint8Array(),
      piece: 1,
    });
    expect(Buffer.from(got.sealed).equals(pieces[1]?.sealed ?? Buffer.alloc(0))).toBe(true);
  });

  test('that broke off is nobody’s to see, and goes on where it stopped', async () => {
    const before = (await listed()).length;
    const [first, ...rest] = await piecesOf(await visit(space), new Uint8Array(100_000).fill(1));
    if (first === undefined) throw new Error('a letter has pieces');
    const answer = await must(anyone, 'letters/put', first);
    expect([...answer.stored]).toEqual([1, ...rest.map(() => 0)]);
    expect(await listed()).toHaveLength(before);
    for (const piece of rest) await must(anyone, 'letters/put', piece);
    expect(await listed()).toHaveLength(before + 1);
  });

  test('is refused unless it is as long as sealing makes it: what was posted in the clear is nowhere kept', async () => {
    const words = utf8('He beat me on Friday');
    const [piece] = await piecesOf(await visit(space), words);
    if (piece === undefined) throw new Error('a letter has pieces');
    const before = (await listed()).length;
    for (const sealed of [words, piece.sealed.slice(1), new Uint8Array(4096)])
      expect(await refusal(anyone, 'letters/put', { ...piece, sealed })).toBe('malformed');
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', 'words=He+beat+me'],
      ['text/plain', 'He beat me'],
      ['application/json', JSON.stringify({ words: 'He beat me' })],
    ] as const) {
      const posted = await fetch(`${world.url}/api/letters/put`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect(posted.status).toBe(415);
    }
    expect(await listed()).toHaveLength(before);
  });

  test('under an older key is taken; under one that does not exist yet, or for a door that was shut, it is not', async () => {
    const door = await visit(space);
    const late = await piecesOf(door, utf8('written yesterday'));
    await rotate(space, space.founder);
    for (const piece of late) await must(anyone, 'letters/put', piece);
    const [ahead] = await piecesOf({ ...door, epoch: 99 }, utf8('x'));
    if (ahead !== undefined) expect(await refusal(anyone, 'letters/put', ahead)).toBe('malformed');
    await act(space, space.founder, { type: 'door-close' });
    const [shut] = await piecesOf(door, utf8('too late'));
    if (shut !== undefined) expect(await refusal(anyone, 'letters/put', shut)).toBe('not-found');
    await openDoor(space, second, [space.founder, second]);
  });

  test('of words finds room though a flood of files fills what there is, and unfinished ones make room for others', async () => {
    const flooded = await world.newSpace();
    const other = await join(flooded, 'coordinator');
    await openDoor(flooded, other, [flooded.founder, other]);
    const { pool } = world.server.data.db;
    const fill = (count: number, pieces: number, number: string, day: number) =>
      pool.query(
        `insert into letters (space_id, letter_id, number, epoch, pieces, day)
         select $1, decode(md5(random()::text || i), 'hex'), ${number}, 1, $3, $4
         from generate_series(1, $2) i`,
        [flooded.id, count, pieces, day],
      );
    await fill(LIMITS.unfinishedPerSpace, 2, 'null', today());
    const door = await visit(flooded);
    const photo = await piecesOf(door, new Uint8Array(100_000).fill(3));
    for (const piece of photo) await must(anyone, 'letters/put', piece);
    await fill(150, 129, 'i + 1000', today());
    const [more] = await piecesOf(door, new Uint8Array(100_000).fill(4));
    if (more !== undefined) expect(await refusal(anyone, 'letters/put', more)).toBe('too-large');
    const put = async () => {
      const [words] = await piecesOf(door, utf8('only words'));
      return words === undefined ? 'no piece' : ((await call(anyone, 'letters/put', words)).ok as boolean);
    };
    expect(await put()).toBe(true);
    // Full of what came just now it takes none; of what has lain there for long it lets go.
    await pool.query('delete from letters where space_id = $1', [flooded.id]);
    await fill(LIMITS.lettersPerSpace, 1, 'i', today());
    expect(await put()).toBe(false);
    await pool.query('update letters set day = day - 30 where space_id = $1 and number <= 10', [flooded.id]);
    expect(await put()).toBe(true);
  });

  test('is listed for nobody who left', async () => {
    const third = await join(space);
    await must(third.client, 'letters/list', { space: space.id, after: 0 });
    await remove(space, space.founder, third);
    expect(await refusal(third.client, 'letters/list', { space: space.id, after: 0 })).toBe('not-allowed');
    await rotate(space, space.founder);
  });
});

describe('a flood', () => {
  test('of a thousand letters at once holds no member up, and no more memory than strangers have', async () => {
    const door = await visit(space);
    const [sample] = await piecesOf(door, utf8('x'));
    if (sample === undefined) throw new Error('a letter has pieces');
    const before = process.memoryUsage.rss();
    const sent = Array.from({ length: 1000 }, () =>
      call(anyone, 'letters/put', { ...sample, letter: idBytes(newId<LetterId>()) }),
    );
    for (let i = 0; i < 20; i++) expect((await call(second.client, 'spaces/list', {})).ok).toBe(true);
    const answers = await Promise.all(sent);
    const taken = answers.filter(({ ok }) => ok).length;
    expect(taken).toBeGreaterThan(0);
    for (const each of answers)
      if (!each.ok) expect(['unavailable', 'rate-limited']).toContain(each.refusal?.error);
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 2 ** 20);
    const [after] = await piecesOf(door, utf8('somebody honest'));
    await must(anyone, 'letters/put', after ?? sample);
  });
});

describe('a flood at a door whose two keyholders asked for work', () => {
  test('is asked for it, each letter for its own; whoever does it is heard, also with a photo; a letter that began is finished', async () => {
    const asking = await world.newSpace();
    const other = await join(asking, 'coordinator');
    await openDoor(asking, other, [asking.founder, other], FLOOD_NOTICE);
    const door = await visit(asking);
    const [begun, ...rest] = await piecesOf(door, new Uint8Array(100_000).fill(3));
    const [sample] = await piecesOf(door, utf8('junk'));
    if (begun === undefined || sample === undefined) throw new Error('a letter has pieces');
    await must(anyone, 'letters/put', begun);
    const junk = () => ({ ...sample, letter: idBytes(newId<LetterId>()) });
    let taken = 0;
    let refused: string | undefined;
    while (refused === undefined && taken < 500) {
      const answer = await call(anyone, 'letters/put', junk());
      if (answer.ok) taken++;
      else refused = answer.refusal?.error;
    }
    expect(refused).toBe('work-wanted');
    expect(taken).toBeLessThan(80);
    for (const piece of rest) await must(anyone, 'letters/put', piece);
    const work = await workFor(asking, sample.letter);
    // Spent again on other letters it counts for as few as luck lets through.
    let again = 0;
    for (let i = 0; i < 20; i++) if ((await call(anyone, 'letters/put', { ...junk(), work })).ok) again++;
    expect(again).toBeLessThan(12);
    await must(anyone, 'letters/put', { ...sample, work });
    // What stands is answered for without it, as after a lost answer.
    expect(await must(anyone, 'letters/put', sample)).toMatchObject({ complete: true });
    const photo = await piecesOf(door, new Uint8Array(100_000).fill(5));
    const [first] = photo;
    if (first === undefined) throw new Error('a letter has pieces');
    expect(await refusal(anyone, 'letters/put', first)).toBe('work-wanted');
    const done = await workFor(asking, first.letter);
    for (const piece of photo) await must(anyone, 'letters/put', { ...piece, work: done });
    // Who was answered writes on without; so do as many as talk with us, and no flood by what one of them gave away.
    expect(await refusal(anyone, 'letters/put', { ...junk(), pass: new Uint8Array(32) })).toBe('work-wanted');
    let passed = 0;
    while (passed < 200 && (await call(anyone, 'letters/put', { ...junk(), pass: PASS })).ok) passed++;
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThan(80);
  });
});

describe('a flood from one home', () => {
  test('ends where a home has begun what it may; a letter that it began is finished, and others go on', async () => {
    const now = Date.now();
    const rates = { ...UNLIMITED, letter: { burst: 5, perSecond: 1e-6 } };
    const own = await startWorld({ rates, behindProxy: true, clock: () => now });
    const flooded = await own.newSpace();
    const other = await join(flooded, 'coordinator');
    await openDoor(flooded, other, [flooded.founder, other]);
    const door = await visit(flooded);
    const from = async (address: string, piece: Request<'letters/put'>): Promise<number> => {
      const response = await fetch(`${own.url}/api/letters/put`, {
        method: 'POST',
        headers: { 'content-type': CONTENT_TYPE, 'x-forwarded-for': address },
        body: encodeBody(piece),
      });
      await response.arrayBuffer();
      return response.status;
    };
    const [first, ...rest] = await piecesOf(door, new Uint8Array(100_000));
    const [short] = await piecesOf(door, utf8('x'));
    if (first === undefined || short === undefined) throw new Error('a letter has pieces');
    const statuses = [await from('203.0.113.1', first)];
    for (let i = 0; i < 6; i++)
      statuses.push(await from('203.0.113.1', { ...short, letter: idBytes(newId<LetterId>()) }));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    for (const piece of rest) expect(await from('203.0.113.1', piece)).toBe(200);
    expect(await from('198.51.100.7', short)).toBe(200);
    await own.stop();
  });
});

describe('a mailbox', () => {
  const asked = async (receipt = newReceipt(), day = today()) => {
    const box = await mailbox(receipt);
    const signature = await box.verifier.sign('poll', pollMessage(box.address, day));
    return { box, poll: { space: space.id, address: box.address, day, signature } };
  };
  const reply = async (box: Awaited<ReturnType<typeof mailbox>>, words: string) => ({
    space: space.id,
    reply: idBytes(newId<RecordId>()),
    address: box.address,
    verifier: box.verifier.publicKey,
    sealed: await sealReply(
      box.encryption.publicKey,
      box.address,
      writeReply({ words, readers: [], day: 1 }),
    ),
  });

  test('answers as many bytes with mail, without, unknown, and to whoever holds no receipt', async () => {
    const mine = await asked();
    const empty = await asked();
    const sizes = async (poll: typeof mine.poll): Promise<number> => {
      const { slots } = await must(anyone, 'mailboxes/poll', poll);
      expect(new Set(slots.map((slot) => slot[0]))).toEqual(new Set([1]));
      return encodeBody({ slots }).length;
    };
    const before = await sizes(mine.poll);
    for (const words of ['come tomorrow', 'or call us'])
      await must(second.client, 'replies/put', await reply(mine.box, words));
    const forged = { ...mine.poll, signature: new Uint8Array(64).fill(3) };
    for (const poll of [mine.poll, empty.poll, forged]) expect(await sizes(poll)).toBe(before);
  });

  test('gives its replies to the receipt alone, the newest, each once though it was sent twice', async () => {
    const { box, poll } = await asked();
    for (let i = 0; i < LIMITS.mailboxSlots + 3; i++) {
      const each = await reply(box, `reply ${i}`);
      await must(second.client, 'replies/put', each);
      await must(second.client, 'replies/put', each);
    }
    const opened = async (asking: typeof poll): Promise<number> => {
      const { slots } = await must(anyone, 'mailboxes/poll', asking);
      const all = await Promise.all(slots.map((slot) => openReply(box, slot)));
      return all.filter(({ ok }) => ok).length;
    };
    expect(await opened(poll)).toBe(LIMITS.mailboxSlots);
    expect(await opened({ ...poll, day: poll.day - 9 })).toBe(0);
    const other = await asked();
    expect(await opened({ ...poll, signature: other.poll.signature })).toBe(0);
  });

  test('takes nothing from who read its letters, left, and belongs to another organisation here', async () => {
    const leaver = await join(space);
    const { box, poll } = await asked();
    await must(second.client, 'replies/put', await reply(box, 'come to the office'));
    await remove(space, space.founder, leaver);
    await rotate(space, space.founder);
    const elsewhere = await world.newSpace();
    for (let i = 0; i < LIMITS.mailboxSlots; i++) {
      const lure = await reply(box, 'come alone to the bridge');
      expect(await refusal(leaver.client, 'replies/put', lure)).toBe('not-allowed');
      await must(elsewhere.founder.client, 'replies/put', { ...lure, space: elsewhere.id });
    }
    const { slots } = await must(anyone, 'mailboxes/poll', poll);
    const opened = (await Promise.all(slots.map((slot) => openReply(box, slot)))).filter(({ ok }) => ok);
    expect(opened).toHaveLength(1);
    expect(unwrap(readReply(unwrap(opened[0] as never))).words).toBe('come to the office');
  });

  test('is not to be had from the whole database: what is there opens with no word of the receipt', async () => {
    const { box } = await asked();
    const sent = await reply(box, 'the secret answer');
    await must(second.client, 'replies/put', sent);
    const { rows } = await world.server.data.db.pool.query<{ sealed: Uint8Array; verifier: Uint8Array }>(
      'select sealed, verifier from replies where address = $1',
      [box.address],
    );
    expect(rows).toHaveLength(1);
    const stranger = await mailbox(newReceipt());
    for (const { sealed } of rows) {
      expect((await openReply(stranger, sealed)).ok).toBe(false);
      expect((await openReply({ ...stranger, address: box.address }, sealed)).ok).toBe(false);
      expect(unwrap(await openReply(box, sealed)).length).toBeGreaterThan(0);
    }
  });

  test('is tied to no letter: a letter’s rows hold nothing of it, and two of one sender nothing in common', async () => {
    const { box } = await asked();
    const door = await visit(space);
    const sent = (
      await Promise.all([1, 2].map(() => piecesOf(door, Uint8Array.from([...box.address, ...box.thread]))))
    ).map(([piece]) => piece ?? null);
    for (const piece of sent) if (piece !== null) await must(anyone, 'letters/put', piece);
    const { rows } = await world.server.data.db.pool.query<Record<string, unknown>>(
      'select l.letter_id, l.day, l.pieces, p.sealed from letters l join letter_pieces p using (space_id, letter_id) where p.piece = 0',
    );
    const dump = rows.map((row) => JSON.stringify(row)).join('');
    for (const bytes of [box.address, box.thread, box.verifier.publicKey])
      expect(dump).not.toContain(JSON.stringify(Buffer.from(bytes)).slice(1, -1));
    const ids = rows.map(({ letter_id }) => Buffer.from(letter_id as Uint8Array).toString('hex'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('takes nothing from a viewer', async () => {
    const viewer = await join(space, 'viewer');
    const { box } = await asked();
    expect((await call(viewer.client, 'replies/put', await reply(box, 'x'))).ok).toBe(false);
  });
});
