import { MESSAGE } from '../../../../apps/server/src/push/deliver.ts';
import { aWholeLook } from '../../../../apps/server/src/testing/look.ts';
import {
  type Browser,
  type PushService,
  startPushService,
} from '../../../../apps/server/src/testing/push-service.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Value } from '../client.ts';
import { type AccountId, idBytes } from '@dayaq/sealing';
import { fetchTransport } from '../transport.ts';
import {
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';

const HOUR = 3_600_000;
const QUARTER = 900_000;
const DAY = 24 * HOUR;
/** A deed that ends a danger. */
const PROTECTED = {
  type: 'protection',
  done: { day: '2026-11-22' },
  safe: 'for-now',
  note: 'She is at her aunt’s; nobody knows.',
};
/** The clock of the server and of every device, ahead of ours. */
let ahead = 0;
const now = () => Date.now() + ahead;
let world: World;
let maker: PushService;
let names = 0;
let leyla: Device;
let rena: Device;

beforeAll(async () => {
  maker = await startPushService();
  world = await startWorld({ clock: now, reminders: { loopback: true, every: 25 } });
});
afterAll(async () => {
  await world.stop();
  await maker.close();
});
beforeEach(async () => {
  ahead = 0;
  leyla = await world.found('Leyla', { now });
  rena = await world.join(leyla, 'Rena', 'caseworker', { now });
});

interface Timer {
  id: string;
  at: number;
  accounts: number;
}
/** What stands on the server and has not fired, whoever set it, or what of it names one of them. */
async function timers(of?: Device): Promise<Timer[]> {
  const { rows } = await world.server.data.db.pool.query<Timer>(
    `select encode(timer_id, 'hex') as id, due_quarter::bigint * 900000 as at, count(distinct one)::integer as accounts
       from timers cross join lateral generate_series(1, octet_length(account_ids) / 16) as i
      cross join lateral substring(account_ids from 16 * i - 15 for 16) as one
      where $1::bytea is null or one = $1 group by timer_id, due_quarter order by due_quarter`,
    [of === undefined ? null : Buffer.from(idBytes(of.account as AccountId))],
  );
  return rows;
}
beforeEach(async () => {
  await world.server.data.db.pool.query('delete from timers');
});

async function listen(device: Device): Promise<Browser & { path: string }> {
  const path = `/to/${++names}`;
  const browser = maker.subscribe(path);
  const { endpoint, p256dh, auth } = browser;
  expectOk(await device.vault.turnPushOn({ endpoint, p256dh, auth }));
  await device.vault.syncNow();
  return { ...browser, path };
}
const came = (path: string): number => maker.received.filter((message) => message.path === path).length;
const looks = (): Promise<void> => aWholeLook(world.server);

async function write(device: Device, dossier: string, kind: string, fields: Record<string, Value>) {
  const changes = [set(kind, await device.vault.newId(), fields)];
  expectOk(await device.vault.save({ dossier, changes }));
  await device.vault.syncNow();
}

/** A case of hers in which somebody threatens to kill. */
async function threatened(device: Device): Promise<string> {
  const id = await newCase(device, 'Zeinab');
  expectOk(await device.vault.save({ dossier: id, changes: [set('case', id, { owner: device.account })] }));
  await write(device, id, 'threat', { type: ['kill'], credible: 'likely' });
  return id;
}

test('a deleted case has no timers any more, on the server or on any device', async () => {
  await listen(leyla);
  await listen(rena);
  const id = await threatened(leyla);
  await settle(leyla, rena);
  expect((await timers()).length).toBeGreaterThan(0);
  expectOk(await leyla.vault.save({ dossier: id, changes: [{ ...set('case', id, {}), deleted: true }] }));
  await settle(leyla);
  expect(await timers(leyla)).toEqual([]);
  await settle(rena, leyla);
  expect(await timers()).toEqual([]);
  ahead += HOUR;
  await settle(rena, leyla);
  expect(await timers()).toEqual([]);
});

describe('a danger that waits while every app is closed', () => {
  test('wakes the first person, then the next, then all, with messages that say nothing', async () => {
    const [first, second] = [await listen(rena), await listen(leyla)];
    await threatened(rena);
    const set = await timers();
    expect(set).toHaveLength(10);
    expect(set.every(({ at }) => at % QUARTER === 0 && at >= now() - QUARTER)).toBe(true);
    expect(set.map(({ accounts }) => accounts)).toEqual([1, 1, ...Array.from({ length: 8 }, () => 2)]);
    await rena.vault.lock();
    await leyla.vault.lock();

    ahead += QUARTER;
    const [message] = await maker.wait(first.path, 1);
    expect(message && first.open(message)).toEqual(MESSAGE);
    await looks();
    expect(came(second.path)).toBe(0);
    ahead += 2 * HOUR;
    const [moved] = await maker.wait(second.path, 1);
    expect(moved && second.open(moved)).toEqual(MESSAGE);
    await looks();
    expect(came(first.path)).toBe(1);
    ahead += 2 * HOUR;
    await maker.wait(first.path, 2);
    await maker.wait(second.path, 2);
  });

  test('has the same timers by every device, and wakes nobody twice for one step', async () => {
    const first = await listen(rena);
    await threatened(rena);
    const before = await timers();
    ahead += QUARTER;
    await maker.wait(first.path, 1);
    await settle(leyla, rena);
    // As if she had just opened hers: everything is set once more.
    await leyla.vault.remindOfTasks(false);
    await leyla.vault.syncNow();
    const after = await timers();
    const ids = new Set(before.map(({ id }) => id));
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ id }) => ids.has(id))).toBe(true);
    await looks();
    expect(came(first.path)).toBe(1);
  });

  test('is let go when somebody acts, on whichever device, and taken up after whoever took it', async () => {
    await listen(rena);
    await listen(leyla);
    const id = await threatened(rena);
    await settle(leyla, rena);
    const about = (await leyla.vault.dangers())[0]?.escalation.danger.record ?? '';
    const task = { what: 'Call her', rule: 'threat-act', about, owner: leyla.account, taken: now() };
    await write(leyla, id, 'task', task);
    await settle(rena);
    const [next] = await timers();
    expect(Math.abs((next?.at ?? 0) - now() - 12 * HOUR)).toBeLessThanOrEqual(QUARTER);
    await write(leyla, id, 'response', PROTECTED);
    await settle(rena, leyla);
    expect(await timers()).toEqual([]);
  });

  test.each([
    ['taken', 'task', 1],
    ['protected from', 'response', 0],
  ] as const)(
    'wakes neither who answered when it is %s by one whose device has not set its timers yet, nor anybody once they opened theirs',
    async (_, kind, left) => {
      await listen(rena);
      await listen(leyla);
      await leyla.vault.lock();
      const id = await threatened(rena);
      const old = new Set((await timers()).map((timer) => timer.id));
      expect(old.size).toBe(10);
      await rena.vault.lock();

      // She answers as soon as the danger stands on her page: the same turn has still to see to the timers.
      let answer: (() => Promise<void>) | null = null;
      const honest = fetchTransport(world.server.url);
      const { vault } = await world.reopen(leyla, {
        now,
        transport: {
          ...honest,
          async call(route, request, token) {
            const done = answer;
            if (route === 'push/listeners' && done !== null) {
              answer = null;
              await done();
            }
            return honest.call(route, request, token);
          },
        },
      });
      answer = async () => {
        const about = (await vault.dangers())[0]?.escalation.danger.record ?? '';
        const fields =
          kind === 'task'
            ? { what: 'Call her', rule: 'threat-act', about, owner: leyla.account, taken: now() }
            : PROTECTED;
        expectOk(await vault.save({ dossier: id, changes: [set(kind, await vault.newId(), fields)] }));
      };
      await vault.syncNow();
      await vault.syncNow();
      expect(answer).toBeNull();
      const after = await timers(leyla);
      expect(after.filter((timer) => old.has(timer.id))).toEqual([]);
      expect(after.length > 0).toBe(left > 0);
      // What stands of those that Rena's device set is for her alone, until she has heard of it too.
      expect((await timers(rena)).length).toBeGreaterThan(0);
      await (await world.reopen(rena, { now })).vault.syncNow();
      expect((await timers()).filter((timer) => old.has(timer.id))).toEqual([]);
    },
  );

  test('wakes nobody again who opened their device after it was answered, also where it hears of both at once', async () => {
    await listen(rena);
    await listen(leyla);
    await leyla.vault.lock();
    const id = await threatened(rena);
    await world.server.data.db.pool.query("update timers set setter_id = ''");
    await write(rena, id, 'response', PROTECTED);
    await rena.vault.lock();
    expect((await timers(leyla)).length).toBeGreaterThan(0);
    await (await world.reopen(leyla, { now })).vault.syncNow();
    expect(await timers(leyla)).toEqual([]);
  });

  test('tells the server nothing while nobody wants to be woken', async () => {
    await threatened(rena);
    await settle(rena, leyla);
    expect(await timers()).toEqual([]);
    // Whoever turns it on later is told at once of what waits for them.
    const mine = await listen(rena);
    ahead += QUARTER;
    await maker.wait(mine.path, 1);
    const { endpoint } = mine;
    expectOk(await rena.vault.turnPushOff(endpoint));
    await rena.vault.syncNow();
    expect(await timers()).toEqual([]);
  });

  test('keeps its timers when the case is closed to one who had set them', async () => {
    await listen(leyla);
    const id = await threatened(rena);
    await settle(leyla, rena);
    const before = await timers();
    expect(before.length).toBeGreaterThan(0);
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account] }));
    await write(leyla, id, 'note', { text: 'Hers now' });
    await settle(leyla, rena);
    await rena.vault.remindOfTasks(false);
    await rena.vault.syncNow();
    await settle(leyla);
    expect(await timers()).not.toEqual([]);
    await write(leyla, id, 'response', PROTECTED);
    await settle(rena, leyla);
    // Rena cannot read that it was answered, and does not set them again.
    await rena.vault.lock();
    await (await world.reopen(rena, { now })).vault.syncNow();
    expect(await timers()).toEqual([]);
  });

  test('has other timers after the keys were changed', async () => {
    await listen(leyla);
    await threatened(leyla);
    const before = await timers();
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    const after = await timers();
    expect(after.length).toBeGreaterThan(0);
    const old = new Set(before.map(({ id }) => id));
    expect(after.filter(({ id }) => old.has(id))).toEqual([]);
  });

  test('is set again on a server that has lost its timers', async () => {
    await listen(rena);
    await threatened(rena);
    await world.server.data.db.pool.query('delete from timers');
    await rena.vault.lock();
    const again = await world.reopen(rena, { now });
    await again.vault.syncNow();
    expect((await timers()).length).toBeGreaterThan(0);
  });
});

describe('tasks of one’s own', () => {
  const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

  test('wake in the morning of their day, once a day, only whoever wants that', async () => {
    await listen(rena);
    const id = await newCase(rena, 'Samir');
    const soon = dayAt(now() + 2 * DAY);
    for (const what of ['Call the clinic', 'Bring the papers'])
      await write(rena, id, 'task', { what, owner: rena.account, due: { day: soon } });
    await write(rena, id, 'task', {
      what: 'Hers',
      owner: leyla.account,
      due: { day: dayAt(now() + 3 * DAY) },
    });
    await write(rena, id, 'task', { what: 'Some day', owner: rena.account });
    expect(await timers()).toEqual([]);
    await rena.vault.remindOfTasks(true);
    await rena.vault.syncNow();
    const [year = 0, month = 0, day = 0] = soon.split('-').map(Number);
    const morning = new Date(year, month - 1, day, 9).getTime();
    expect((await timers()).map(({ at, accounts }) => [at, accounts])).toEqual([[morning, 1]]);
    await rena.vault.remindOfTasks(false);
    await rena.vault.syncNow();
    expect(await timers()).toEqual([]);
  });
});
