import { idBytes, signAct, unwrap } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type call, must, refusal } from './testing/client.ts';
import { founder, type Person } from './testing/person.ts';
import {
  entries,
  generation,
  join,
  openDossier,
  placeOf,
  remove,
  rotate,
  rotation,
  type Space,
} from './testing/space.ts';
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
