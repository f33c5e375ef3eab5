import {
  charterLeaf,
  encodeCanonical,
  idBytes,
  nextLogHash,
  signAct,
  unwrap,
  writePlace,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, must, refusal } from './testing/client.ts';
import { accountBody, founder, type Person, signIn, stranger } from './testing/person.ts';
import {
  act,
  entries,
  found,
  generation,
  invite,
  invitedBody,
  join,
  joinAct,
  openDossier,
  placeOf,
  remove,
  rotate,
  rotation,
  type Space,
} from './testing/space.ts';
import { until } from './testing/until.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const append = (space: Space, list: ReturnType<typeof entries>) => ({
  space: space.id,
  generations: [],
  entries: list,
});
const pull = (space: Space, after = 0, limit = 2000) => ({ space: space.id, after, limit });

/** Every call that names a space, as a member would make it. */
function spaceCalls(space: Space, dossier: Uint8Array): [Parameters<typeof call>[1], unknown][] {
  const id = new Uint8Array(16);
  return [
    ['charter/read', { space: space.id, from: 0 }],
    ['charter/settle', { space: space.id, head: space.charter.head }],
    ['generations/begun', { space: space.id, header: new Uint8Array(120) }],
    ['spaces/unreadable', { space: space.id, account: space.founder.id }],
    ['dossiers/erase', { space: space.id, dossier, said: new Uint8Array(32) }],
    ['dossiers/erased', { space: space.id }],
    ['epochs/read', { space: space.id }],
    ['epochs/missing', { space: space.id }],
    ['epochs/wrap', { space: space.id, epoch: 1, account: space.founder.id, wrap: new Uint8Array(9) }],
    ['epochs/refuse', { space: space.id, epoch: 1, by: space.founder.id }],
    ['entries/pull', pull(space)],
    ['entries/dossier', { space: space.id, dossier, after: 0, limit: 10 }],
    ['entries/append', { space: space.id, generations: [], entries: [] }],
    ['blobs/begin', { space: space.id, dossier, blob: id, chunks: 1 }],
    ['blobs/put', { space: space.id, blob: id, index: 0, sealed: new Uint8Array(20) }],
    ['blobs/get', { space: space.id, blob: id, index: 0 }],
    ['blobs/erase', { space: space.id, dossier, blobs: [id], said: new Uint8Array(32) }],
    ['introductions/open', { space: space.id, introduction: id }],
    ['introductions/read', { space: space.id, introduction: id }],
    ['letters/list', { space: space.id, after: 0 }],
    ['letters/get', { space: space.id, letter: id, piece: 0 }],
    [
      'replies/put',
      {
        space: space.id,
        reply: id,
        address: id,
        verifier: new Uint8Array(32),
        sealed: new Uint8Array(5233),
      },
    ],
  ];
}

/** `but` is what this person may call all the same. */
async function expectWall(
  space: Space,
  person: Person,
  dossier: Uint8Array,
  but: string[] = [],
): Promise<void> {
  for (const [route, body] of spaceCalls(space, dossier)) {
    if (but.includes(route)) continue;
    expect([route, await refusal(person.client, route, body as never)]).toEqual([route, 'not-allowed']);
  }
}

describe('a space', () => {
  test('carries what one member appends to another, in order', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const dossier = await openDossier(space, space.founder);
    const sent = entries(dossier, 100);
    await must(space.founder.client, 'entries/append', append(space, sent));
    const pulled = await must(colleague.client, 'entries/pull', pull(space));
    const got = pulled.items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : []));
    expect(got).toEqual(sent.map((entry) => hex(entry.id)));
    expect(pulled.items.map((item) => item.p)).toEqual(pulled.items.map((_, i) => i + 1));
    expect(pulled.more).toBe(false);
  });

  test('is read in pages that miss nothing and repeat nothing', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const sent = [...entries(dossier, 60), ...entries(dossier, 20, 300_000)];
    for (let i = 0; i < sent.length; i += 5) {
      await must(space.founder.client, 'entries/append', append(space, sent.slice(i, i + 5)));
    }
    const seen: string[] = [];
    let after = 0;
    let pages = 0;
    for (let more = true; more; pages++) {
      const page = await must(space.founder.client, 'entries/pull', pull(space, after, 30));
      seen.push(...page.items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : [])));
      ({ more, position: after } = page);
    }
    expect(seen).toEqual(sent.map((entry) => hex(entry.id)));
    expect(pages).toBeGreaterThan(3);
    // However little a page may hold, also where the log's last item is the one that does not fit.
    for (const bytes of [1, 301_000, 599_000, 601_000]) {
      const got: string[] = [];
      for (let from = 0, left = true; left; ) {
        const page = await must(space.founder.client, 'entries/pull', { ...pull(space, from, 100), bytes });
        got.push(...page.items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : [])));
        ({ more: left, position: from } = page);
      }
      expect(got).toEqual(seen);
    }
    const { spaces } = await must(space.founder.client, 'spaces/list', {});
    expect(spaces).toEqual([{ space: Uint8Array.from(space.id), position: after }]);
  });

  test('shows nothing to a stranger and takes nothing from one', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    await expectWall(space, await founder(world.url, await world.foundingToken()), dossier.id);
  });

  test('is closed to a removed member from the moment of removal, though the session lives on', async () => {
    const space = await world.newSpace();
    const leaver = await join(space);
    const dossier = await openDossier(space, leaver);
    await remove(space, space.founder, leaver);
    await expectWall(space, leaver, dossier.id, ['charter/read']);
    expect(await must(leaver.client, 'spaces/list', {})).toEqual({ spaces: [] });
    expect((await must(leaver.client, 'accounts/keys', {})).sealedRoot.length).toBe(64);
  });

  test('reads a removed member the charter up to their removal, and nothing of what came after', async () => {
    const space = await world.newSpace();
    const leaver = await join(space);
    await remove(space, space.founder, leaver);
    const removal = space.charter.seq;
    await rotate(space, space.founder);
    await join(space);
    const charter = await must(leaver.client, 'charter/read', { space: space.id, from: 0 });
    expect(charter).toMatchObject({ more: false });
    expect(charter.acts.length).toBe(removal + 1);
    const later = { space: space.id, from: removal + 1 };
    expect(await must(leaver.client, 'charter/read', later)).toEqual({ acts: [], more: false });
    expect((await must(space.founder.client, 'charter/read', later)).acts.length).toBeGreaterThan(0);
  });

  test('takes no entries while a rotation is owed, and again after it', async () => {
    const space = await world.newSpace();
    const leaver = await join(space);
    const dossier = await openDossier(space, space.founder);
    const [before, after] = [entries(dossier, 1), entries(dossier, 1)];
    await must(space.founder.client, 'entries/append', append(space, before));
    await remove(space, space.founder, leaver);
    expect(await refusal(space.founder.client, 'entries/append', append(space, after))).toBe('rotation-owed');
    const early = await generation(space, space.founder, { previous: dossier });
    expect(
      await refusal(space.founder.client, 'entries/append', {
        space: space.id,
        generations: [early.bytes],
        entries: [],
      }),
    ).toBe('rotation-owed');
    // What was acknowledged before may be repeated even now.
    await must(space.founder.client, 'entries/append', append(space, before));
    await rotate(space, space.founder);
    expect(await refusal(space.founder.client, 'entries/append', append(space, after))).toBe(
      'generation-stale',
    );
    const next = await openDossier(space, space.founder, { previous: dossier });
    await must(space.founder.client, 'entries/append', append(space, entries(next, 1)));
  });

  test('refuses a rotation that wraps the key for anybody else than exactly the members', async () => {
    const space = await world.newSpace();
    const [stays, leaver] = [await join(space), await join(space)];
    await remove(space, space.founder, leaver);
    const rotated = await rotation(space, space.founder);
    const wraps = rotated.wraps.map(({ account, wrap }) => ({ account: idBytes(account), wrap }));
    const send = (some: typeof wraps) =>
      refusal(space.founder.client, 'charter/append', {
        space: space.id,
        acts: [rotated.entry],
        wraps: some,
      });
    const [first] = wraps;
    if (!first) throw new Error('a rotation has wraps');
    expect(await send(wraps.slice(1))).toBe('wraps-incomplete');
    expect(await send([...wraps, { ...first, account: leaver.id }])).toBe('wraps-incomplete');
    expect(await send([first, first])).toBe('wraps-incomplete');
    expect(await send([])).toBe('wraps-incomplete');
    expect((await must(stays.client, 'charter/read', { space: space.id, from: 0 })).acts.length).toBe(
      space.charter.seq + 1,
    );
    await must(space.founder.client, 'charter/append', { space: space.id, acts: [rotated.entry], wraps });
    expect(
      (await must(stays.client, 'epochs/read', { space: space.id })).wraps.map((wrap) => wrap.epoch),
    ).toEqual([2, 1]);
  });

  test('lets a viewer read but not write', async () => {
    const space = await world.newSpace();
    const viewer = await join(space, 'viewer');
    const dossier = await openDossier(space, space.founder);
    expect((await must(viewer.client, 'entries/pull', pull(space))).items.length).toBeGreaterThan(0);
    expect(await refusal(viewer.client, 'entries/append', append(space, entries(dossier, 1)))).toBe(
      'not-allowed',
    );
    const own = await generation(space, viewer);
    expect(
      await refusal(viewer.client, 'entries/append', {
        space: space.id,
        generations: [own.bytes],
        entries: [],
      }),
    ).toBe('not-allowed');
    const blob = { space: space.id, dossier: dossier.id, blob: new Uint8Array(16), chunks: 1 };
    expect(await refusal(viewer.client, 'blobs/begin', blob)).toBe('not-allowed');
  });

  test('lets a member leave, and repeat the call with which they left', async () => {
    const space = await world.newSpace();
    const leaver = await join(space);
    const signed = unwrap(
      await signAct(
        space.charter,
        leaver.account,
        { type: 'remove', account: leaver.account.id },
        Date.now(),
        await placeOf(space),
      ),
    );
    const body = { space: space.id, acts: [signed.entry], wraps: [] };
    const first = await must(leaver.client, 'charter/append', body);
    expect(await must(leaver.client, 'charter/append', body)).toEqual(first);
  });
});

describe('entries', () => {
  test('that are sent again keep their one position', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const sent = entries(dossier, 5);
    const first = await must(space.founder.client, 'entries/append', append(space, sent));
    const again = await must(space.founder.client, 'entries/append', append(space, sent));
    expect(again).toEqual(first);
    const mixed = [...sent, ...entries(dossier, 1)];
    await must(space.founder.client, 'entries/append', append(space, mixed));
    const { items } = await must(space.founder.client, 'entries/pull', pull(space));
    const got = items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : []));
    expect(got).toEqual(mixed.map((entry) => hex(entry.id)));
  });

  test('that come from many at once are each there once, and one bad batch spoils no other', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const viewer = await join(space, 'viewer');
    const dossier = await openDossier(space, space.founder);
    const batches = Array.from({ length: 20 }, () => entries(dossier, 10));
    const answers = await Promise.all([
      ...batches.map((batch, i) =>
        call((i % 2 ? colleague : space.founder).client, 'entries/append', append(space, batch)),
      ),
      call(viewer.client, 'entries/append', append(space, entries(dossier, 10))),
      call(
        colleague.client,
        'entries/append',
        append(space, entries({ ...dossier, id: new Uint8Array(16) }, 10)),
      ),
    ]);
    expect(answers.slice(0, 20).every((answer) => answer.ok)).toBe(true);
    expect(answers.slice(20).map((answer) => (answer.ok ? 'stored' : answer.refusal.error))).toEqual([
      'not-allowed',
      'generation-unknown',
    ]);
    const { items } = await must(colleague.client, 'entries/pull', pull(space));
    const got = items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : []));
    expect(got.toSorted()).toEqual(
      batches
        .flat()
        .map((entry) => hex(entry.id))
        .toSorted(),
    );
  });

  test('must name the newest generation of a dossier that exists', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const next = await openDossier(space, space.founder, { previous: dossier });
    const send = (list: ReturnType<typeof entries>) =>
      refusal(space.founder.client, 'entries/append', append(space, list));
    expect(await send(entries(dossier, 1))).toBe('generation-stale');
    expect(await send(entries({ ...next, id: new Uint8Array(16) }, 1))).toBe('generation-unknown');
    const [good] = entries(next, 1);
    expect(await send([...entries(dossier, 1), ...(good ? [good] : [])])).toBe('generation-stale');
    const { items } = await must(space.founder.client, 'entries/pull', pull(space));
    expect(items.filter((item) => item.t === 'entry')).toEqual([]);
  });
});

describe('a generation', () => {
  test('must follow the one before it; the same header again is no new one', async () => {
    const space = await world.newSpace();
    const first = await generation(space, space.founder);
    const send = (...generations: Uint8Array[]) => ({ space: space.id, generations, entries: [] });
    await must(space.founder.client, 'entries/append', send(first.bytes));
    const { position } = await must(space.founder.client, 'entries/append', send(first.bytes));
    expect(position).toBe(2);
    const rival = await generation(space, space.founder, { dossier: first.header.dossier });
    expect(await refusal(space.founder.client, 'entries/append', send(rival.bytes))).toBe(
      'generation-exists',
    );
    const second = await generation(space, space.founder, { previous: first });
    const third = await generation(space, space.founder, { previous: second });
    expect(await refusal(space.founder.client, 'entries/append', send(third.bytes))).toBe(
      'generation-unknown',
    );
    const fork = await generation(space, space.founder, { previous: { ...rival } });
    expect(await refusal(space.founder.client, 'entries/append', send(fork.bytes))).toBe(
      'generation-invalid',
    );
    await must(space.founder.client, 'entries/append', send(second.bytes, third.bytes));
  });

  test('is taken only from its author, for this space, unaltered', async () => {
    const space = await world.newSpace();
    const other = await world.newSpace();
    const colleague = await join(space);
    const mine = await generation(space, space.founder);
    const foreign = await generation(other, other.founder);
    const send = (bytes: Uint8Array) => ({ space: space.id, generations: [bytes], entries: [] });
    expect(await refusal(colleague.client, 'entries/append', send(mine.bytes))).toBe('not-allowed');
    expect(await refusal(space.founder.client, 'entries/append', send(foreign.bytes))).toBe('not-allowed');
    const bent = Uint8Array.from(mine.bytes);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await refusal(space.founder.client, 'entries/append', send(bent))).toBe('generation-invalid');
  });

  test('stores nothing when one of several things in the call is refused', async () => {
    const space = await world.newSpace();
    const good = await generation(space, space.founder);
    const bad = await generation(space, space.founder);
    const body = {
      space: space.id,
      generations: [good.bytes, bad.bytes.slice(0, -1)],
      entries: entries(good, 1),
    };
    expect(await refusal(space.founder.client, 'entries/append', body)).toBe('generation-invalid');
    const unknown = { ...body, generations: [good.bytes], entries: entries({ ...bad }, 1) };
    expect(await refusal(space.founder.client, 'entries/append', unknown)).toBe('generation-unknown');
    expect((await must(space.founder.client, 'entries/pull', pull(space))).items.length).toBe(1);
  });
});

describe('a restricted dossier', () => {
  const ids = async (person: Person, space: Space, dossier: Uint8Array): Promise<number[]> => {
    const pulled = await must(person.client, 'entries/pull', pull(space));
    const read = await must(person.client, 'entries/dossier', {
      space: space.id,
      dossier,
      after: 0,
      limit: 100,
    });
    const inPull = pulled.items.filter(
      (item) => 'dossier' in item && hex(item.dossier) === hex(dossier),
    ).length;
    return [inPull, read.items.length];
  };

  test('is served to those who were granted its newest generation, and does not exist for others', async () => {
    const space = await world.newSpace();
    const [inside, outside] = [await join(space), await join(space)];
    const granted = [space.founder.account.public, inside.account.public];
    const dossier = await openDossier(space, space.founder, { restrictedTo: granted });
    await must(inside.client, 'entries/append', append(space, entries(dossier, 3)));
    expect(await ids(inside, space, dossier.id)).toEqual([4, 4]);
    expect(await ids(outside, space, dossier.id)).toEqual([0, 0]);
    expect(await refusal(outside.client, 'entries/append', append(space, entries(dossier, 1)))).toBe(
      'not-allowed',
    );
    const usurped = await generation(space, outside, { previous: dossier });
    expect(
      await refusal(outside.client, 'entries/append', {
        space: space.id,
        generations: [usurped.bytes],
        entries: [],
      }),
    ).toBe('not-allowed');

    const blob = { space: space.id, dossier: dossier.id, blob: new Uint8Array(16).fill(3), chunks: 1 };
    await must(inside.client, 'blobs/begin', blob);
    await must(inside.client, 'blobs/put', {
      space: space.id,
      blob: blob.blob,
      index: 0,
      sealed: new Uint8Array(40),
    });
    const get = { space: space.id, blob: blob.blob, index: 0 };
    expect((await must(inside.client, 'blobs/get', get)).chunks).toBe(1);
    const unknown = { ...get, blob: new Uint8Array(16).fill(9) };
    expect(await refusal(outside.client, 'blobs/get', get)).toBe(
      await refusal(outside.client, 'blobs/get', unknown),
    );
  });

  test('opens and closes with its generations: who loses the grant loses the old entries too', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const open = await openDossier(space, space.founder);
    await must(colleague.client, 'entries/append', append(space, entries(open, 2)));
    const closed = await openDossier(space, space.founder, {
      previous: open,
      restrictedTo: [space.founder.account.public],
    });
    expect(await ids(colleague, space, open.id)).toEqual([0, 0]);
    const widened = await openDossier(space, space.founder, {
      previous: closed,
      restrictedTo: [space.founder.account.public, colleague.account.public],
    });
    expect(await ids(colleague, space, open.id)).toEqual([5, 5]);
    await openDossier(space, space.founder, { previous: widened });
    expect(await ids(await join(space), space, open.id)).toEqual([6, 6]);
  });

  test('cannot be granted to somebody who is not a member', async () => {
    const space = await world.newSpace();
    const leaver = await join(space);
    await remove(space, space.founder, leaver);
    await rotate(space, space.founder);
    const header = await generation(space, space.founder, {
      restrictedTo: [space.founder.account.public, leaver.account.public],
    });
    expect(
      await refusal(space.founder.client, 'entries/append', {
        space: space.id,
        generations: [header.bytes],
        entries: [],
      }),
    ).toBe('generation-invalid');
  });

  test('does not hold up those who may not see it: their position moves past it', async () => {
    const space = await world.newSpace();
    const outside = await join(space);
    const dossier = await openDossier(space, space.founder, { restrictedTo: [space.founder.account.public] });
    const { position } = await must(
      space.founder.client,
      'entries/append',
      append(space, entries(dossier, 50)),
    );
    const page = await must(outside.client, 'entries/pull', pull(space, position - 50, 10));
    expect(page).toMatchObject({ position: position - 40, more: true });
    const rest = await must(outside.client, 'entries/pull', pull(space, page.position));
    expect(rest).toMatchObject({ position, more: false });
    expect(new Set([...page.items, ...rest.items].map((item) => item.t))).toEqual(new Set(['closed']));
  });
});

describe('the charter', () => {
  test('is extended by one of two who try at once; the other is told that it moved', async () => {
    const space = await world.newSpace();
    const second = await join(space, 'coordinator', true);
    const target = await join(space);
    const place = await placeOf(space);
    const make = async (by: Person, role: 'viewer' | 'coordinator') => {
      const change = { type: 'role', account: target.account.id, role, keyholder: false } as const;
      const signed = unwrap(await signAct(space.charter, by.account, change, Date.now(), place));
      return call(by.client, 'charter/append', { space: space.id, acts: [signed.entry], wraps: [] });
    };
    const answers = await Promise.all([make(space.founder, 'viewer'), make(second, 'coordinator')]);
    expect(answers.map((answer) => (answer.ok ? 'won' : answer.refusal.error)).toSorted()).toEqual([
      'charter-moved',
      'won',
    ]);
  });

  test('takes acts only in order, only from their author, only with valid signatures, all or none', async () => {
    const space = await world.newSpace();
    const member = await join(space);
    const change = (role: 'viewer' | 'caseworker') =>
      ({ type: 'role', account: member.account.id, role, keyholder: false }) as const;
    const by = space.founder.account;
    const place = await placeOf(space);
    const one = unwrap(await signAct(space.charter, by, change('viewer'), Date.now(), place));
    const leaf = await charterLeaf(one.state.head);
    const position = place.position + 1;
    const behind = { ...place, position, hash: await nextLogHash(place.hash, position, leaf) };
    const two = unwrap(await signAct(one.state, by, change('caseworker'), Date.now(), behind));
    const send = (by: Person, ...acts: Uint8Array[]) =>
      refusal(by.client, 'charter/append', { space: space.id, acts, wraps: [] });
    expect(await send(space.founder, two.entry)).toBe('charter-moved');
    expect(await send(space.founder, two.entry, one.entry)).toBe('charter-moved');
    expect(await send(member, one.entry)).toBe('not-allowed');
    const bent = Uint8Array.from(one.entry);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await send(space.founder, bent)).toBe('charter-invalid');
    expect(await send(space.founder, one.entry, bent)).toBe('charter-moved');
    const { acts } = await must(member.client, 'charter/read', { space: space.id, from: 0 });
    expect(acts.length).toBe(space.charter.seq + 1);

    const body = { space: space.id, acts: [one.entry, two.entry], wraps: [] };
    const first = await must(space.founder.client, 'charter/append', body);
    expect(await must(space.founder.client, 'charter/append', body)).toEqual(first);
  });

  test('refuses what only a keyholder may do from someone who is none', async () => {
    const space = await world.newSpace();
    const member = await join(space);
    const target = await join(space);
    const { seq, head } = space.charter;
    const body = encodeCanonical({
      space: space.id,
      seq: seq + 1,
      prev: head,
      time: Date.now(),
      author: member.id,
      place: writePlace(await placeOf(space)),
      act: { type: 'remove', account: target.id },
    });
    const entry = encodeCanonical([1, body, await member.account.signing.sign('charter', body)]);
    const send = { space: space.id, acts: [entry], wraps: [] };
    expect(await refusal(member.client, 'charter/append', send)).toBe('charter-invalid');
    expect((await must(target.client, 'charter/read', { space: space.id, from: seq + 1 })).acts).toEqual([]);
  });

  test('tells a client with newer acts than the server knows that the versions differ', async () => {
    const space = await world.newSpace();
    const { seq, head } = space.charter;
    const act = { type: 'merge', with: space.id };
    const body = encodeCanonical({
      space: space.id,
      seq: seq + 1,
      prev: head,
      time: 1,
      author: space.founder.id,
      place: null,
      act,
    });
    const entry = encodeCanonical([1, body, await space.founder.account.signing.sign('charter', body)]);
    const send = { space: space.id, acts: [entry], wraps: [] };
    expect(await refusal(space.founder.client, 'charter/append', send)).toBe('version-mismatch');
  });
});

describe('an invitation', () => {
  test('lets its holder read the charter, make an account and join, each again after a broken connection', async () => {
    const space = await world.newSpace();
    const link = await invite(space, 'caseworker');
    const person = await stranger(world.url);
    const read = { space: space.id, invite: idBytes(link.id), from: 0 };
    expect((await must(person.client, 'invitations/read', read)).acts.length).toBe(space.charter.seq + 1);
    const body = await invitedBody(space, link, person);
    await must(person.client, 'accounts/create', body);
    await must(person.client, 'accounts/create', body);
    await signIn(person);
    const signed = await joinAct(space, link, person);
    const joining = { space: space.id, acts: [signed.entry], wraps: [] };
    const first = await must(person.client, 'charter/append', joining);
    expect(await must(person.client, 'charter/append', joining)).toEqual(first);
    space.charter = signed.state;

    expect(await refusal(person.client, 'invitations/read', read)).toBe('invitation-used');
    const late = await stranger(world.url);
    expect(await refusal(late.client, 'accounts/create', await invitedBody(space, link, late))).toBe(
      'invitation-used',
    );
    expect((await must(space.founder.client, 'epochs/missing', { space: space.id })).accounts).toEqual([
      Uint8Array.from(person.id),
    ]);
  });

  test('is worth nothing without its secret, after it was revoked, or after its time', async () => {
    const space = await world.newSpace();
    const person = await stranger(world.url);
    const link = await invite(space, 'viewer');
    const body = await invitedBody(space, link, person);
    const forged = { ...body, admission: { ...body.admission, proof: new Uint8Array(64) } };
    expect(await refusal(person.client, 'accounts/create', forged as typeof body)).toBe('invitation-unknown');
    const other = await stranger(world.url);
    expect(await refusal(other.client, 'accounts/create', { ...body, account: other.id })).toBe(
      'invitation-unknown',
    );
    await act(space, space.founder, { type: 'revoke', invite: link.id });
    expect(await refusal(person.client, 'accounts/create', body)).toBe('invitation-unknown');

    const expires = Date.now() + 3000;
    const brief = await invite(space, 'viewer', false, expires);
    await until('the end of an invitation', () => Date.now() > expires);
    const read = { space: space.id, invite: idBytes(brief.id), from: 0 };
    expect(await refusal(person.client, 'invitations/read', read)).toBe('invitation-expired');
    expect(await refusal(person.client, 'accounts/create', await invitedBody(space, brief, person))).toBe(
      'invitation-expired',
    );
  });
});

describe('founding', () => {
  test('uses its link up once: the same founder may repeat both calls, nobody else can use it', async () => {
    const token = await world.foundingToken();
    const space = await found(world.url, token);
    const other = await stranger(world.url);
    expect(
      await refusal(other.client, 'accounts/create', accountBody(other, { by: 'founding', token })),
    ).toBe('founding-used');
    await must(
      space.founder.client,
      'accounts/create',
      accountBody(space.founder, { by: 'founding', token }),
    );
    const { acts } = await must(space.founder.client, 'charter/read', { space: space.id, from: 0 });
    const wrap = new Uint8Array(10);
    const [first] = acts;
    if (!first) throw new Error('a charter begins');
    expect(await must(space.founder.client, 'spaces/create', { token, act: first, wrap })).toEqual({
      position: 1,
    });
    const another = await founder(world.url, await world.foundingToken());
    expect(await refusal(another.client, 'spaces/create', { token, act: first, wrap })).toBe('not-allowed');
  });

  test('needs a link that the server made, and a new organisation needs a new one', async () => {
    const unknown = new Uint8Array(32);
    const person = await stranger(world.url);
    const body = accountBody(person, { by: 'founding', token: unknown });
    expect(await refusal(person.client, 'accounts/create', body)).toBe('founding-unknown');
  });

  test('leaves nothing behind when two people use one link at the same moment, and one of them wins', async () => {
    const token = await world.foundingToken();
    const results = await Promise.allSettled([found(world.url, token), found(world.url, token)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
