import { randomBytes } from 'node:crypto';
import { LIMITS, type Request } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkData } from './backup/check.ts';
import { call, must, refusal } from './testing/client.ts';
import type { Person } from './testing/person.ts';
import {
  type Dossier,
  entries,
  generation,
  introduce,
  join,
  openDossier,
  remove,
  rotate,
  type Space,
} from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Two spaces that know each other, and one that neither does. */
async function spaces(): Promise<{ owner: Space; peer: Space; stranger: Space }> {
  const [owner, peer, stranger] = [await world.newSpace(), await world.newSpace(), await world.newSpace()];
  await introduce(owner, peer);
  await introduce(peer, owner);
  return { owner, peer, stranger };
}

async function given(): Promise<{ owner: Space; peer: Space; stranger: Space; dossier: Dossier }> {
  const all = await spaces();
  const dossier = await openDossier(all.owner, all.owner.founder, { sharedWith: all.peer });
  await must(all.owner.founder.client, 'entries/append', {
    space: all.owner.id,
    generations: [],
    entries: entries(dossier, 2),
  });
  return { ...all, dossier };
}

async function end(owner: Space, dossier: Dossier): Promise<Dossier> {
  return openDossier(owner, owner.founder, { previous: dossier });
}

const words = (dossier: Dossier, howMany = 1, size = 1052): Request<'shares/append'>['entries'] =>
  entries(dossier, howMany, size).map(({ dossier: _dossier, ...entry }) => entry);

const pull = (peer: Space, owner: Space, dossier: Dossier): Request<'shares/pull'> => ({
  space: peer.id,
  owner: owner.id,
  dossier: dossier.id,
  after: 0,
  limit: 100,
});

const append = (
  peer: Space,
  owner: Space,
  dossier: Dossier,
  what = words(dossier),
): Request<'shares/append'> => ({
  space: peer.id,
  owner: owner.id,
  dossier: dossier.id,
  entries: what,
});

const start = (space: Space, by: Person, bytes: Uint8Array) =>
  refusal(by.client, 'entries/append', { space: space.id, generations: [bytes], entries: [] });

describe('a shared dossier', () => {
  test('is listed for, read and written by the recipient’s members, and repeating is safe', async () => {
    const { owner, peer, dossier } = await given();
    const listed = await must(peer.founder.client, 'shares/list', {
      space: peer.id,
      after: new Uint8Array(),
    });
    expect(listed.shares).toMatchObject([{ ended: false, seen: false }]);
    expect(Buffer.from(listed.shares[0]?.owner ?? [])).toEqual(Buffer.from(owner.id));
    expect(listed.peers).toMatchObject([{ seq: owner.charter.seq }]);
    const body = append(peer, owner, dossier);
    const first = await must(peer.founder.client, 'shares/append', body);
    expect(await must(peer.founder.client, 'shares/append', body)).toEqual(first);
    const page = await must(peer.founder.client, 'shares/pull', pull(peer, owner, dossier));
    expect(page.items.map((item) => item.t)).toEqual(['generation', 'entry', 'entry', 'entry']);
    const own = await must(owner.founder.client, 'entries/dossier', {
      space: owner.id,
      dossier: dossier.id,
      after: 0,
      limit: 100,
    });
    expect(own.items).toEqual(page.items);
  });

  test('is nothing to anybody else: strangers, a third organisation, those who were removed', async () => {
    const { owner, peer, stranger, dossier } = await given();
    const left = await join(peer);
    expect((await call(left.client, 'shares/pull', pull(peer, owner, dossier))).ok).toBe(true);
    await remove(peer, peer.founder, left);
    await rotate(peer, peer.founder);
    for (const [client, space] of [
      [left.client, peer],
      [stranger.founder.client, peer],
      [stranger.founder.client, stranger],
      [owner.founder.client, peer],
    ] as const) {
      expect(await refusal(client, 'shares/pull', pull(space, owner, dossier))).toBe('not-allowed');
      expect(await refusal(client, 'shares/append', append(space, owner, dossier))).toBe('not-allowed');
    }
    const list = { space: stranger.id, after: new Uint8Array() };
    expect((await must(stranger.founder.client, 'shares/list', list)).shares).toEqual([]);
    const unknown = { ...pull(peer, owner, dossier), dossier: randomBytes(16) };
    expect(await refusal(peer.founder.client, 'shares/pull', unknown)).toBe('not-allowed');
  });

  test('is read by the recipient’s viewers and not written by them', async () => {
    const { owner, peer, dossier } = await given();
    const viewer = await join(peer, 'viewer');
    expect((await call(viewer.client, 'shares/pull', pull(peer, owner, dossier))).ok).toBe(true);
    expect(await refusal(viewer.client, 'shares/append', append(peer, owner, dossier))).toBe('not-allowed');
  });

  test('waits for new keys when somebody left on either side', async () => {
    const { owner, peer, dossier } = await given();
    const left = await join(peer);
    await remove(peer, peer.founder, left);
    expect(await refusal(peer.founder.client, 'shares/append', append(peer, owner, dossier))).toBe(
      'rotation-owed',
    );
    const early = await generation(owner, owner.founder, { previous: dossier, sharedWith: peer });
    expect(await start(owner, owner.founder, early.bytes)).toBe('generation-stale');
    await rotate(peer, peer.founder);
    expect(await refusal(peer.founder.client, 'shares/append', append(peer, owner, dossier))).toBe(
      'generation-stale',
    );
    expect(await start(owner, owner.founder, early.bytes)).toBe('generation-stale');
    const next = await openDossier(owner, owner.founder, { previous: dossier, sharedWith: peer });
    await must(peer.founder.client, 'shares/append', append(peer, owner, next));

    const gone = await join(owner);
    await remove(owner, owner.founder, gone);
    await rotate(owner, owner.founder);
    expect(await refusal(peer.founder.client, 'shares/append', append(peer, owner, next))).toBe(
      'generation-stale',
    );
  });

  test('takes only so much from its recipient', async () => {
    const { owner, peer, dossier } = await given();
    await world.server.data.db.pool.query('update shares set entries = $1 where dossier_id = $2', [
      LIMITS.entriesPerShare,
      dossier.id,
    ]);
    expect(await refusal(peer.founder.client, 'shares/append', append(peer, owner, dossier))).toBe(
      'too-large',
    );
  });

  test('gives and takes files on both sides', async () => {
    const { owner, peer, stranger, dossier } = await given();
    const blob = randomBytes(16);
    const begin = { space: owner.id, dossier: dossier.id, blob, chunks: 1 };
    const put = { space: owner.id, blob, index: 0, sealed: randomBytes(100) };
    const get = { space: owner.id, blob, index: 0 };
    await must(peer.founder.client, 'blobs/begin', begin);
    await must(peer.founder.client, 'blobs/put', put);
    expect((await call(owner.founder.client, 'blobs/get', get)).ok).toBe(true);
    expect((await call(peer.founder.client, 'blobs/get', get)).ok).toBe(true);
    expect(await refusal(stranger.founder.client, 'blobs/get', get)).toBe('not-allowed');
    const other = await openDossier(owner, owner.founder);
    const closed = { ...begin, dossier: other.id, blob: randomBytes(16) };
    expect(await refusal(peer.founder.client, 'blobs/begin', closed)).toBe('not-allowed');
    await end(owner, dossier);
    expect(await refusal(peer.founder.client, 'blobs/get', get)).toBe('not-allowed');
    expect(await refusal(peer.founder.client, 'blobs/begin', { ...begin, blob: randomBytes(16) })).toBe(
      'not-allowed',
    );
  });
});

describe('a dossier that was taken back', () => {
  test('gives its recipient the headers that prove it, and nothing else', async () => {
    const { owner, peer, dossier } = await given();
    const ended = await end(owner, dossier);
    await must(owner.founder.client, 'entries/append', {
      space: owner.id,
      generations: [],
      entries: entries(ended, 3),
    });
    const third = await openDossier(owner, owner.founder, { previous: ended });
    const page = await must(peer.founder.client, 'shares/pull', pull(peer, owner, third));
    expect(page.items.map((item) => item.t)).toEqual(['generation', 'generation']);
    const list = { space: peer.id, after: new Uint8Array() };
    const listed = await must(peer.founder.client, 'shares/list', list);
    expect(listed.shares).toMatchObject([{ ended: true, seen: false, position: page.position }]);
  });

  test('takes a few small words under its last keys, and no more', async () => {
    const { owner, peer, dossier } = await given();
    const ended = await end(owner, dossier);
    const send = (what: Request<'shares/append'>['entries']) =>
      call(peer.founder.client, 'shares/append', append(peer, owner, dossier, what));
    expect((await send(words(ended))).ok).toBe(false);
    expect((await send(words(dossier, 1, LIMITS.lateEntry + 1))).ok).toBe(false);
    expect((await send(words(dossier, LIMITS.lateEntries + 1))).ok).toBe(false);
    const seen = words(dossier);
    expect((await send(seen)).ok).toBe(true);
    expect((await send(seen)).ok).toBe(true);
    expect((await send(words(dossier, LIMITS.lateEntries - 1))).ok).toBe(true);
    const refused = append(peer, owner, dossier, words(dossier));
    expect(await refusal(peer.founder.client, 'shares/append', refused)).toBe('share-ended');
    const list = { space: peer.id, after: new Uint8Array() };
    expect((await must(peer.founder.client, 'shares/list', list)).shares).toMatchObject([{ seen: true }]);
  });

  test('is not shared again', async () => {
    const { owner, peer, dossier } = await given();
    const ended = await end(owner, dossier);
    const again = await generation(owner, owner.founder, { previous: ended, sharedWith: peer });
    expect(await start(owner, owner.founder, again.bytes)).toBe('generation-invalid');
  });
});

describe('a generation is refused', () => {
  test('when it is granted to a space that it bars, or to one with a barred member', async () => {
    const { owner, peer } = await spaces();
    const member = await join(peer);
    for (const barred of [{ spaces: [peer.charter.space] }, { accounts: [member.account.id] }]) {
      const made = await generation(owner, owner.founder, { sharedWith: peer, barred });
      expect(await start(owner, owner.founder, made.bytes)).toBe('generation-barred');
      const { rowCount } = await world.server.data.db.pool.query('select from log where dossier_id = $1', [
        made.id,
      ]);
      expect(rowCount).toBe(0);
    }
    await remove(peer, peer.founder, member);
    await rotate(peer, peer.founder);
    await openDossier(owner, owner.founder, { sharedWith: peer, barred: { accounts: [member.account.id] } });
  });

  test('when it is open to its own space, of which somebody barred is a member', async () => {
    const { owner, peer } = await spaces();
    const member = await join(owner);
    const barred = { accounts: [member.account.id] };
    const open = await generation(owner, owner.founder, { sharedWith: peer, barred });
    expect(await start(owner, owner.founder, open.bytes)).toBe('generation-barred');
    const restrictedTo = [owner.founder.account.public];
    await openDossier(owner, owner.founder, { sharedWith: peer, barred, restrictedTo });
  });

  test('when it drops a bar of the one before', async () => {
    const { owner, peer, stranger } = await spaces();
    const barred = { spaces: [stranger.charter.space] };
    const first = await openDossier(owner, owner.founder, { sharedWith: peer, barred });
    const next = await generation(owner, owner.founder, { previous: first, sharedWith: peer });
    expect(await start(owner, owner.founder, next.bytes)).toBe('generation-barred');
    await openDossier(owner, owner.founder, { previous: first, sharedWith: peer, barred });
  });

  test('when it opens an existing dossier to another space, or goes to one that was not introduced', async () => {
    const { owner, peer, stranger } = await spaces();
    const first = await openDossier(owner, owner.founder);
    const late = await generation(owner, owner.founder, { previous: first, sharedWith: peer });
    expect(await start(owner, owner.founder, late.bytes)).toBe('generation-invalid');
    const unknown = await generation(owner, owner.founder, { sharedWith: stranger });
    expect(await start(owner, owner.founder, unknown.bytes)).toBe('generation-invalid');
  });

  test('and who joins later although barred reads nothing of it', async () => {
    const { owner, peer, stranger } = await spaces();
    const barred = { accounts: [stranger.founder.account.id] };
    const dossier = await openDossier(owner, owner.founder, { sharedWith: peer, barred });
    const { db } = world.server.data;
    for (const space of [owner, peer]) {
      await db.pool.query("insert into members values($1, $2, 'caseworker', false, false)", [
        space.id,
        stranger.founder.id,
      ]);
    }
    const mine = { space: owner.id, after: 0, limit: 100 };
    const log = await must(stranger.founder.client, 'entries/pull', mine);
    expect(log.items.filter((item) => item.t !== 'charter' && item.t !== 'closed')).toEqual([]);
    expect(await refusal(stranger.founder.client, 'shares/pull', pull(peer, owner, dossier))).toBe(
      'not-allowed',
    );
    const list = { space: peer.id, after: new Uint8Array() };
    expect((await must(stranger.founder.client, 'shares/list', list)).shares).toEqual([]);
    await db.pool.query('delete from members where account_id = $1 and space_id = any($2)', [
      stranger.founder.id,
      [owner.id, peer.id],
    ]);
  });
});

describe('an organisation’s charter', () => {
  test('is read by members of those that it introduced, and by nobody else', async () => {
    const { owner, peer, stranger } = await spaces();
    const other = await world.newSpace();
    await introduce(other, owner);
    const read = { space: owner.id, from: 0 };
    expect((await must(peer.founder.client, 'charter/read', read)).acts.length).toBe(owner.charter.seq + 1);
    expect(await refusal(stranger.founder.client, 'charter/read', read)).toBe('not-allowed');
    // To name another is not enough: that one has to name this one.
    expect(await refusal(other.founder.client, 'charter/read', read)).toBe('not-allowed');
    const list = { space: other.id, after: new Uint8Array() };
    expect((await must(other.founder.client, 'shares/list', list)).peers).toEqual([]);
  });
});

describe('the check of what is stored', () => {
  test('finds shares and bars that do not agree with what was signed', async () => {
    const { owner, peer, dossier } = await given();
    await openDossier(owner, owner.founder, { sharedWith: peer, barred: { accounts: [randomId()] } });
    const ended = await end(owner, dossier);
    expect(ended.header.generation).toBe(2);
    await must(peer.founder.client, 'shares/append', append(peer, owner, dossier));
    const { db } = world.server.data;
    const faults = async () => {
      const report = await checkData(db, { get: async () => null } as never);
      return report.faults.filter((fault) => fault.includes('dossier'));
    };
    expect(await faults()).toEqual([]);
    await db.pool.query('create table kept_shares as select * from shares');
    await db.pool.query('create table kept_barred as select * from barred');
    for (const change of [
      'update shares set ended_at = null where ended_at is not null',
      'update shares set late = late + 1',
      'update shares set peer_epoch = peer_epoch + 1',
      'delete from shares',
      'delete from barred',
    ]) {
      await db.pool.query(change);
      expect((await faults()).join(' '), change).toMatch(/is damaged/);
      await db.pool.query('delete from shares; insert into shares select * from kept_shares');
      await db.pool.query('delete from barred; insert into barred select * from kept_barred');
    }
    await db.pool.query('drop table kept_shares; drop table kept_barred');
    expect(await faults()).toEqual([]);
  });
});

function randomId(): never {
  return randomBytes(16).toString('base64url') as never;
}
