import { randomBytes } from 'node:crypto';
import { NUDGES_PATH } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, must, refusal } from './testing/client.ts';
import { founder } from './testing/person.ts';
import {
  entries,
  generation,
  introduce,
  join,
  openDossier,
  remove,
  rotate,
  type Space,
} from './testing/space.ts';
import { PATIENCE } from './testing/until.ts';
import { startWorld, type World } from './testing/world.ts';

const DAY = 86_400_000;
let world: World;
let now = Date.now();
beforeAll(async () => {
  world = await startWorld({ clock: () => now });
});
afterAll(() => world.stop());

describe('a blob', () => {
  const started = async (chunks: number) => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const blob = randomBytes(16);
    const begin = { space: space.id, dossier: dossier.id, blob, chunks };
    return { space, dossier, blob, begin, client: space.founder.client };
  };
  const put = ({ space, blob }: { space: Space; blob: Uint8Array }, index: number, sealed: Uint8Array) => ({
    space: space.id,
    blob,
    index,
    sealed,
  });

  test('goes up in chunks, resumes after a break, and comes down as it was', async () => {
    const it = await started(3);
    const chunks = [randomBytes(262_160), randomBytes(262_160), randomBytes(100)];
    expect(await must(it.client, 'blobs/begin', it.begin)).toEqual({
      stored: new Uint8Array(3),
      complete: false,
    });
    for (const index of [2, 0])
      await must(it.client, 'blobs/put', put(it, index, chunks[index] ?? randomBytes(1)));
    expect(await refusal(it.client, 'blobs/get', { space: it.space.id, blob: it.blob, index: 1 })).toBe(
      'blob-incomplete',
    );
    expect((await must(it.client, 'blobs/begin', it.begin)).stored).toEqual(Uint8Array.from([1, 0, 1]));
    expect(await must(it.client, 'blobs/put', put(it, 1, chunks[1] ?? randomBytes(1)))).toEqual({
      complete: true,
    });
    expect((await must(it.client, 'blobs/begin', it.begin)).complete).toBe(true);
    const reader = await join(it.space, 'viewer');
    for (const [index, chunk] of chunks.entries()) {
      const got = await must(reader.client, 'blobs/get', { space: it.space.id, blob: it.blob, index });
      expect([got.chunks, Buffer.compare(got.sealed, chunk)]).toEqual([3, 0]);
    }
  });

  test('takes a chunk again but never another in its place', async () => {
    const it = await started(1);
    await must(it.client, 'blobs/begin', it.begin);
    const chunk = randomBytes(50);
    const answers = await Promise.all([1, 2, 3].map(() => must(it.client, 'blobs/put', put(it, 0, chunk))));
    expect(answers).toEqual([{ complete: true }, { complete: true }, { complete: true }]);
    expect(await refusal(it.client, 'blobs/put', put(it, 0, randomBytes(50)))).toBe('blob-mismatch');
    expect(await refusal(it.client, 'blobs/put', put(it, 1, chunk))).toBe('malformed');
    expect(await refusal(it.client, 'blobs/begin', { ...it.begin, chunks: 2 })).toBe('blob-mismatch');
    const other = await openDossier(it.space, it.space.founder);
    expect(await refusal(it.client, 'blobs/begin', { ...it.begin, dossier: other.id })).toBe('blob-mismatch');
  });

  test('belongs to a dossier that exists, in its own space', async () => {
    const it = await started(1);
    expect(await refusal(it.client, 'blobs/begin', { ...it.begin, dossier: randomBytes(16) })).toBe(
      'generation-unknown',
    );
    await must(it.client, 'blobs/begin', it.begin);
    await must(it.client, 'blobs/put', put(it, 0, randomBytes(50)));
    const other = await world.newSpace();
    const get = { space: other.id, blob: it.blob, index: 0 };
    expect(await refusal(other.founder.client, 'blobs/get', get)).toBe('not-found');
    expect(
      await refusal(it.client, 'blobs/put', put({ ...it, blob: randomBytes(16) }, 0, randomBytes(50))),
    ).toBe('not-found');
  });
});

describe('an introduction', () => {
  test('carries one answer from one space to another', async () => {
    const [asking, answering] = [await world.newSpace(), await world.newSpace()];
    const member = await join(asking);
    const named = { space: asking.id, introduction: randomBytes(16) };
    expect(await refusal(member.client, 'introductions/open', named)).toBe('not-allowed');
    const sealed = randomBytes(300);
    const answer = { ...named, sealed };
    expect(await refusal(answering.founder.client, 'introductions/answer', answer)).toBe(
      'invitation-unknown',
    );
    await must(asking.founder.client, 'introductions/open', named);
    await must(asking.founder.client, 'introductions/open', named);
    const charter = await must(answering.founder.client, 'introductions/charter', { ...named, from: 0 });
    expect(charter.acts.length).toBe(asking.charter.seq + 1);
    expect(await must(asking.founder.client, 'introductions/read', named)).toEqual({ sealed: null });
    await must(answering.founder.client, 'introductions/answer', answer);
    await must(answering.founder.client, 'introductions/answer', answer);
    const other = { ...named, sealed: randomBytes(10) };
    expect(await refusal(answering.founder.client, 'introductions/answer', other)).toBe('invitation-used');
    expect(await must(asking.founder.client, 'introductions/read', named)).toEqual({
      sealed: Uint8Array.from(sealed),
    });
    expect(await refusal(answering.founder.client, 'introductions/read', named)).toBe('not-allowed');
  });

  test('is over after two weeks', async () => {
    const asking = await world.newSpace();
    const other = await founder(world.url, await world.foundingToken());
    const named = { space: asking.id, introduction: randomBytes(16) };
    await must(asking.founder.client, 'introductions/open', named);
    now += 15 * DAY;
    expect(await refusal(other.client, 'introductions/answer', { ...named, sealed: randomBytes(9) })).toBe(
      'invitation-expired',
    );
    expect(await refusal(other.client, 'introductions/charter', { ...named, from: 0 })).toBe(
      'invitation-expired',
    );
    now -= 15 * DAY;
  });
});

/** Opens a stream of nudges; `next` answers the next line that is not a heartbeat, or null when none comes in time. */
async function listen(client: Client) {
  const abort = new AbortController();
  const response = await fetch(client.url + NUDGES_PATH, {
    method: 'POST',
    headers: { authorization: `Bearer ${Buffer.from(client.token ?? []).toString('base64url')}` },
    signal: abort.signal,
  });
  const lines: string[] = [];
  let wake = (): void => undefined;
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const parts = text.split('\n');
      text = parts.pop() ?? '';
      lines.push(...parts);
      wake();
    }
  })().catch(() => undefined);
  const line = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  while (lines.length === 0) await line();
  expect(lines.shift()).toBe('[]');
  return {
    /** The next nudge; null when none comes. Only who expects none says how long that is doubted (ms). */
    async next(wait = PATIENCE): Promise<string[] | null> {
      const end = Date.now() + wait;
      while (Date.now() < end) {
        const got = lines.shift();
        if (got === undefined)
          // A pause between two looks; a line ends it.
          await Promise.race([line(), new Promise((resolve) => setTimeout(resolve, 50))]);
        else if (got !== '[]') return JSON.parse(got) as string[];
      }
      return null;
    },
    /** Takes whatever still comes of what was done before. */
    async settle() {
      while ((await this.next(600)) !== null);
    },
    async close() {
      abort.abort();
      await reading;
    },
  };
}

/** Somebody joins and leaves, and the keys are changed. */
async function rotateAfterLeaving(space: Space): Promise<void> {
  const member = await join(space);
  await remove(space, space.founder, member);
  await rotate(space, space.founder);
}

describe('a nudge', () => {
  const name = (space: Space): string => Buffer.from(space.id).toString('base64url');
  const append = async (space: Space): Promise<void> => {
    const started = await generation(space, space.founder);
    const body = { space: space.id, generations: [started.bytes], entries: entries(started, 1) };
    await must(space.founder.client, 'entries/append', body);
  };

  test('reaches those with whom a dossier is shared when it moves, and its owner when they answer', async () => {
    const [owner, peer, other] = [await world.newSpace(), await world.newSpace(), await world.newSpace()];
    await introduce(owner, peer);
    await introduce(peer, owner);
    const [hears, answers, stranger] = [
      await listen(peer.founder.client),
      await listen(owner.founder.client),
      await listen(other.founder.client),
    ];
    for (const ear of [hears, answers, stranger]) await ear.settle();
    await append(owner);
    expect(await hears.next(600)).toBeNull();
    const shared = await generation(owner, owner.founder, { sharedWith: peer });
    const sent = { space: owner.id, generations: [shared.bytes], entries: entries(shared, 1) };
    await must(owner.founder.client, 'entries/append', sent);
    expect(await hears.next()).toEqual([name(peer)]);
    await answers.settle();
    const [entry] = entries(shared, 1);
    if (!entry) throw new Error('one entry');
    const { dossier, ...word } = entry;
    const answer = { space: peer.id, owner: owner.id, dossier, entries: [word] };
    await must(peer.founder.client, 'shares/append', answer);
    expect(await answers.next()).toEqual([name(owner)]);
    await rotateAfterLeaving(peer);
    expect(await answers.next()).toEqual([name(owner)]);
    expect(await stranger.next(600)).toBeNull();
    for (const ear of [hears, answers, stranger]) await ear.close();
  });

  test('reaches the members of a space and nobody else', async () => {
    const [space, other] = [await world.newSpace(), await world.newSpace()];
    const colleague = await join(space);
    const [inside, outside] = [await listen(colleague.client), await listen(other.founder.client)];
    await Promise.all([inside.settle(), outside.settle()]);
    await append(space);
    expect(await inside.next()).toEqual([name(space)]);
    expect(await outside.next(300)).toBeNull();
    await inside.settle();
    await append(other);
    expect(await outside.next()).toEqual([name(other)]);
    expect(await inside.next(300)).toBeNull();
    await inside.close();
    await outside.close();
  });

  test('follows membership: it begins with joining, and the last one tells of the removal', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const listening = await listen(colleague.client);
    await listening.settle();
    await append(space);
    expect(await listening.next()).toEqual([name(space)]);
    await listening.settle();
    await remove(space, space.founder, colleague);
    expect(await listening.next()).toEqual([name(space)]);
    await rotate(space, space.founder);
    await append(space);
    expect(await listening.next(800)).toBeNull();
    await listening.close();

    const watching = await listen(space.founder.client);
    await watching.settle();
    await join(space);
    expect(await watching.next()).toEqual([name(space)]);
    await watching.close();
  });

  test('comes again after PostgreSQL was away, for everything that may have been missed', async () => {
    const space = await world.newSpace();
    const listening = await listen(space.founder.client);
    await listening.settle();
    const pid = world.server.databasePid();
    if (pid === null) throw new Error('PostgreSQL does not run');
    process.kill(pid, 'SIGKILL');
    expect(await listening.next()).toEqual([name(space)]);
    await listening.settle();
    await append(space);
    expect(await listening.next()).toEqual([name(space)]);
    await listening.close();
  });

  test('needs a session', async () => {
    const response = await fetch(world.url + NUDGES_PATH, { method: 'POST' });
    expect(response.status).toBe(401);
  });
});
