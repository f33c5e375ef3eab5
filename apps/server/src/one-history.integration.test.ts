/** Threats: a server that shows different histories, puts something in front of what is signed, or lets everything be closed. */
import { randomBytes } from 'node:crypto';
import {
  charterLeaf,
  derivedDossier,
  idText,
  type LogId,
  type LogPlace,
  nextLogHash,
  signAct,
  toHex,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkData } from './backup/check.ts';
import { call, must, refusal } from './testing/client.ts';
import type { Person } from './testing/person.ts';
import {
  act,
  type Dossier,
  entries,
  generation,
  handKey,
  invite,
  invitedBody,
  join,
  joinAct,
  leafOfItem,
  openDossier,
  placeOf,
  readLog,
  remove,
  rotate,
  type Space,
  viewOf,
} from './testing/space.ts';
import { signIn, stranger } from './testing/person.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const pull = (space: Space, after = 0, limit = 2000) => ({ space: space.id, after, limit });

/** One more entry in a dossier that everybody reads. */
async function write(space: Space, dossier: Dossier, howMany = 1, by = space.founder): Promise<void> {
  const body = { space: space.id, generations: [], entries: entries(dossier, howMany) };
  await must(by.client, 'entries/append', body);
}

describe('an act', () => {
  const revoking = async (space: Space) => {
    const link = await invite(space, 'viewer');
    return async (place: LogPlace | null) => {
      const what = { type: 'revoke', invite: link.id } as const;
      const signed = unwrap(await signAct(space.charter, space.founder.account, what, Date.now(), place));
      return { space: space.id, acts: [signed.entry], wraps: [] };
    };
  };

  test('signed behind a log that has moved on is refused, and stands once it is signed anew', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const signed = await revoking(space);
    const body = await signed(await placeOf(space));
    await write(space, dossier);
    expect(await refusal(space.founder.client, 'charter/append', body)).toBe('log-moved');
    const anew = await signed(await placeOf(space));
    await must(space.founder.client, 'charter/append', anew);
    // It is there: the same call again changes nothing, though the log has moved on.
    await write(space, dossier);
    const again = await must(space.founder.client, 'charter/append', anew);
    expect(again.position).toBe((await placeOf(space)).position);
  });

  test('signed behind another history, another life of the log, or none, is refused', async () => {
    const space = await world.newSpace();
    const signed = await revoking(space);
    const place = await placeOf(space);
    const others: (LogPlace | null)[] = [
      null,
      { ...place, hash: randomBytes(32) },
      { ...place, log: idText<LogId>(randomBytes(16)) },
      { ...place, position: place.position - 1 },
      { ...place, position: place.position + 1 },
    ];
    for (const other of others) {
      expect(await refusal(space.founder.client, 'charter/append', await signed(other))).toBe('log-moved');
    }
    await must(space.founder.client, 'charter/append', await signed(place));
  });

  test('of somebody who joins names no log, and brings no other act in unseen', async () => {
    const space = await world.newSpace();
    await openDossier(space, space.founder);
    const link = await invite(space, 'caseworker');
    const person = await stranger(world.url);
    await must(person.client, 'accounts/create', await invitedBody(space, link, person));
    await signIn(person);
    const send = (...acts: Uint8Array[]) =>
      refusal(person.client, 'charter/append', { space: space.id, acts, wraps: [] });
    const joined = await joinAct(space, link, person);
    const leave = { type: 'remove', account: person.account.id } as const;
    const left = unwrap(await signAct(joined.state, person.account, leave, Date.now(), await placeOf(space)));
    expect(await send(joined.entry, left.entry)).toBe('log-moved');
    const placed = await joinAct(space, link, person, await placeOf(space));
    expect(await send(placed.entry)).toBe('charter-invalid');
    await must(person.client, 'charter/append', { space: space.id, acts: [joined.entry], wraps: [] });
  });

  test('follows one in the same call, and thousands of entries of others', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    for (let i = 0; i < 20; i++) await write(space, dossier, 256);
    const place = await placeOf(space);
    const what = { type: 'introduce', peer: space.charter.space, head: randomBytes(32) } as const;
    const introduce = { ...what, dropKey: space.charter.epoch.dropKey, sealed: randomBytes(8) };
    const by = space.founder.account;
    const one = unwrap(
      await signAct(space.charter, by, { ...introduce, peer: idText(randomBytes(32)) }, 0, place),
    );
    const position = place.position + 1;
    const hash = await nextLogHash(place.hash, position, await charterLeaf(one.state.head));
    const behind = { ...place, position, hash };
    const two = unwrap(
      await signAct(one.state, by, { ...introduce, peer: idText(randomBytes(32)) }, 0, behind),
    );
    const reckoned = async () => {
      const { rows } = await world.server.data.db.pool.query<{ at: number; hash: Uint8Array }>(
        'select chain_position as at, chain_hash as hash from spaces where space_id = $1',
        [space.id],
      );
      return rows.map(({ at, hash: of }) => ({ at, hash: toHex(of) }));
    };
    // Most of it is reckoned before the lock is taken, also for what is then refused.
    const early = { space: space.id, acts: [two.entry], wraps: [] };
    expect((await call(space.founder.client, 'charter/append', early)).ok).toBe(false);
    const [so] = await reckoned();
    expect(so?.at).toBeGreaterThan(place.position - 2001);
    expect(so?.at).toBeLessThanOrEqual(place.position);
    const body = { space: space.id, acts: [one.entry, two.entry], wraps: [] };
    await must(space.founder.client, 'charter/append', body);
    const end = await placeOf(space);
    expect(await reckoned()).toEqual([{ at: end.position, hash: toHex(end.hash) }]);
    expect(end.position).toBe(place.position + 2);
  });
});

describe('a generation', () => {
  const send = (space: Space, bytes: Uint8Array) => ({ space: space.id, generations: [bytes], entries: [] });

  test('that closes a case to somebody is refused where words came in front of it', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const dossier = await openDossier(space, space.founder);
    const restrictedTo = [space.founder.account.public];
    const closing = await generation(space, space.founder, { previous: dossier, restrictedTo });
    await write(space, dossier, 1, colleague);
    const { client } = space.founder;
    expect(await refusal(client, 'entries/append', send(space, closing.bytes))).toBe('log-moved');
    for (const place of [null, { ...(await placeOf(space)), hash: randomBytes(32) }]) {
      const view = { ...(await viewOf(space)), place };
      const other = await generation(space, space.founder, { previous: dossier, restrictedTo, view });
      expect(await refusal(client, 'entries/append', send(space, other.bytes))).toBe('log-moved');
    }
    await openDossier(space, space.founder, { previous: dossier, restrictedTo });
  });

  test('that takes nothing from anybody need not be the next', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const next = await generation(space, space.founder, { previous: dossier });
    const fresh = await generation(space, space.founder, { restrictedTo: [space.founder.account.public] });
    await write(space, dossier);
    await must(space.founder.client, 'entries/append', send(space, next.bytes));
    await must(space.founder.client, 'entries/append', send(space, fresh.bytes));
  });

  test('cannot close the roster, nor begin it as one that could be closed', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const dossier = await derivedDossier(space.charter.space, 'roster');
    const closable = await generation(space, colleague, { dossier });
    const { client } = colleague;
    expect(await refusal(client, 'entries/append', send(space, closable.bytes))).toBe('generation-invalid');
    const roster = await openDossier(space, space.founder, { dossier, open: true });
    const restrictedTo = [colleague.account.public];
    for (const options of [
      { open: true, restrictedTo },
      { restrictedTo },
      {},
      { open: true, barred: { accounts: [space.founder.account.id] } },
    ]) {
      const closing = await generation(space, colleague, { previous: roster, ...options });
      expect(await refusal(client, 'entries/append', send(space, closing.bytes))).toBe('generation-invalid');
    }
    await openDossier(space, colleague, { previous: roster, open: true });
  });
});

describe('what is closed to a member', () => {
  test('comes as a leaf and a position, and says nothing else', async () => {
    const space = await world.newSpace();
    const outside = await join(space);
    const open = await openDossier(space, space.founder);
    const closed = await openDossier(space, space.founder, {
      previous: open,
      restrictedTo: [space.founder.account.public],
    });
    await write(space, closed, 3);
    const page = await must(outside.client, 'entries/pull', pull(space));
    const full = await must(space.founder.client, 'entries/pull', pull(space));
    expect(page.items.map((item) => item.p)).toEqual(full.items.map((item) => item.p));
    const leaves = page.items.filter((item) => item.t === 'closed');
    expect(leaves).toHaveLength(5);
    for (const item of leaves) {
      expect(Object.keys(item).toSorted()).toEqual(['leaf', 'p', 't']);
      const there = full.items.find(({ p }) => p === item.p);
      expect(there && toHex(await leafOfItem(there))).toBe(toHex(item.leaf));
    }
    const own = await must(outside.client, 'entries/dossier', { ...pull(space), dossier: open.id });
    expect(own.items).toEqual([]);
  });

  test('counts for a page as little as it holds', async () => {
    const space = await world.newSpace();
    const outside = await join(space);
    const restrictedTo = [space.founder.account.public];
    const dossier = await openDossier(space, space.founder, { restrictedTo });
    for (let i = 0; i < 5; i++) {
      const body = { space: space.id, generations: [], entries: entries(dossier, 5, 300_000) };
      await must(space.founder.client, 'entries/append', body);
    }
    expect((await must(space.founder.client, 'entries/pull', pull(space))).more).toBe(true);
    const page = await must(outside.client, 'entries/pull', pull(space));
    expect(page.more).toBe(false);
    const short = await must(outside.client, 'entries/pull', pull(space, 0, 6));
    expect([short.items.length, short.more, short.position]).toEqual([6, true, 6]);
  });

  test('gives every member one and the same running hash, after any history', async () => {
    const space = await world.newSpace();
    const members = [space.founder, await join(space), await join(space), await join(space, 'viewer')];
    const dossiers: Dossier[] = [];
    let seed = 20_261_128;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const some = <T>(list: readonly T[]): T => {
      const one = list[next(list.length)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    };
    const readers = () => [space.founder, ...members.filter(() => next(2) === 0)];
    const reach = () => {
      const named = new Map(readers().map((person) => [person.account.id, person.account.public]));
      return next(3) === 0 ? {} : { restrictedTo: [...named.values()] };
    };
    for (let turn = 0; turn < 40; turn++) {
      const kind = next(10);
      if (kind < 3 || dossiers.length === 0) {
        dossiers.push(await openDossier(space, space.founder, reach()));
      } else if (kind < 5) {
        const at = next(dossiers.length);
        const previous = some([dossiers[at]].flatMap((one) => (one ? [one] : [])));
        dossiers[at] = await openDossier(space, space.founder, { previous, ...reach() });
      } else if (kind < 9) {
        await write(space, some(dossiers), 1 + next(4));
      } else {
        await invite(space, 'viewer');
      }
    }
    const logs = await Promise.all(members.map((person) => readLog(space, person)));
    expect(new Set(logs.map((log) => toHex(log.hash))).size).toBe(1);
    expect(new Set(logs.map((log) => log.position)).size).toBe(1);
    expect(logs[0]?.closed).toBe(0);
    expect(logs.at(-1)?.closed).toBeGreaterThan(10);
    await act(space, space.founder, {
      type: 'remove',
      account: members[3]?.account.id ?? space.founder.account.id,
    });
    const report = await checkData(world.server.data.db, { get: async () => null } as never);
    expect(report.faults.filter((fault) => fault.includes('running hash'))).toEqual([]);
  });
});

describe('a page of the log', () => {
  test('says which log it is of, and what stands where the reader has read up to', async () => {
    const space = await world.newSpace();
    await openDossier(space, space.founder);
    const { items, log, former, at } = await must(space.founder.client, 'entries/pull', pull(space));
    expect([log.length, former, at]).toEqual([16, [], null]);
    for (const item of items) {
      const page = await must(space.founder.client, 'entries/pull', pull(space, item.p));
      expect(page.at && toHex(page.at)).toBe(toHex(await leafOfItem(item)));
      expect(toHex(page.log)).toBe(toHex(log));
    }
    const beyond = await must(space.founder.client, 'entries/pull', pull(space, 1000));
    expect(beyond).toMatchObject({ at: null, items: [], position: items.at(-1)?.p, more: false });
  });
});

describe('a key that was handed over', () => {
  const missing = async (space: Space) =>
    (await must(space.founder.client, 'epochs/missing', { space: space.id })).accounts.map(toHex);
  const read = async (space: Space, person: Person) =>
    (await must(person.client, 'epochs/read', { space: space.id })).wraps;
  const give = (space: Space, from: Person, to: Person, wrap: Uint8Array) =>
    must(from.client, 'epochs/wrap', { space: space.id, epoch: 1, account: to.id, wrap });

  test('by one member is not replaced, by them or by another', async () => {
    const space = await world.newSpace();
    const [newcomer, other] = [await join(space), await join(space)];
    const [first] = await read(space, newcomer);
    await give(space, space.founder, newcomer, randomBytes(100));
    await give(space, other, newcomer, randomBytes(101));
    await give(space, other, newcomer, randomBytes(102));
    const wraps = await read(space, newcomer);
    const byGiver = new Map(wraps.map(({ by, wrap }) => [toHex(by), wrap]));
    expect(wraps).toHaveLength(2);
    expect(byGiver.get(toHex(space.founder.id))).toEqual(first?.wrap);
    expect(byGiver.get(toHex(other.id))).toHaveLength(101);
  });

  test('and does not open is set aside, and somebody else is asked; who gives nothing again and again gives no more', async () => {
    const space = await world.newSpace();
    const [newcomer, other] = [await join(space), await join(space)];
    expect(await missing(space)).toEqual([]);
    const refuse = { space: space.id, epoch: 1, by: space.founder.id };
    await must(newcomer.client, 'epochs/refuse', refuse);
    await must(newcomer.client, 'epochs/refuse', refuse);
    expect(await missing(space)).toEqual([toHex(newcomer.id)]);
    expect(await read(space, newcomer)).toEqual([]);
    // Once may have been a mistake, or the server's word for who gave it.
    for (let again = 0; again < 20; again++) {
      await handKey(space, space.founder, newcomer);
      expect(await missing(space)).toEqual([]);
      await must(newcomer.client, 'epochs/refuse', refuse);
    }
    await handKey(space, space.founder, newcomer);
    expect(await missing(space)).toEqual([toHex(newcomer.id)]);
    await handKey(space, other, newcomer);
    expect(await missing(space)).toEqual([]);
    expect((await read(space, newcomer)).map(({ by }) => toHex(by))).toEqual([toHex(other.id)]);
    // Nobody refuses for another.
    await must(other.client, 'epochs/refuse', { ...refuse, by: other.id });
    expect(await missing(space)).toEqual([]);
  });

  test('with a rotation is its author’s', async () => {
    const space = await world.newSpace();
    const [stays, leaver] = [await join(space), await join(space)];
    await remove(space, space.founder, leaver);
    await rotate(space, space.founder);
    const [newest] = await read(space, stays);
    expect([newest?.epoch, newest && toHex(newest.by)]).toEqual([2, toHex(space.founder.id)]);
    expect(
      (await call(leaver.client, 'epochs/refuse', { space: space.id, epoch: 1, by: leaver.id })).ok,
    ).toBe(false);
  });
});
