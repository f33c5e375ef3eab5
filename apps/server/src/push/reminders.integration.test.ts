import { randomBytes } from 'node:crypto';
import { LIMITS } from '@dayaq/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer } from '../server.ts';
import { call, must, refusal } from '../testing/client.ts';
import { aWholeLook } from '../testing/look.ts';
import type { Person } from '../testing/person.ts';
import { type Browser, type PushService, readVapid, startPushService } from '../testing/push-service.ts';
import { join, remove, type Space } from '../testing/space.ts';
import { startWorld, UNLIMITED, type World } from '../testing/world.ts';
import { MESSAGE } from './deliver.ts';

const STEP = LIMITS.timerStep;
const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
/**
 * The server's clock stands still and is put on by hand, in milliseconds: what is tried again after a minute comes when
 * this says so, and not when a busy machine took longer over a test than that minute.
 */
const began = Date.now();
let ahead = 0;
const clock = (): number => began + ahead;
const quarterAfter = (time: number): number => Math.ceil(time / STEP) * STEP;

const lines: string[] = [];
let maker: PushService;
let world: World;
let space: Space;
let names = 0;

beforeAll(async () => {
  maker = await startPushService();
  world = await startWorld({
    clock,
    reminders: { loopback: true, every: 25 },
    log: { write: (line) => lines.push(line), every: false },
  });
});
afterAll(async () => {
  await world.stop();
  await maker.close();
});
beforeEach(async () => {
  ahead = 0;
  space = await world.newSpace();
});

async function listen(person: Person): Promise<Browser & { path: string }> {
  const path = `/to/${++names}`;
  const browser = maker.subscribe(path);
  const { endpoint, p256dh, auth } = browser;
  await must(person.client, 'push/subscribe', { endpoint, p256dh, auth });
  return { ...browser, path };
}

const timer = (at: number, ...people: Person[]) => ({
  timer: randomBytes(16),
  at,
  accounts: people.map((person) => person.id),
});

const setTimers = (timers: ReturnType<typeof timer>[], by = space.founder) =>
  must(by.client, 'timers/set', { space: space.id, timers });

const looks = (): Promise<void> => aWholeLook(world.server);
const came = (path: string): number => maker.received.filter((message) => message.path === path).length;
const row = async (sql: string, ...values: unknown[]) =>
  (await world.server.data.db.pool.query<Record<string, unknown>>(sql, values)).rows;

describe('a timer', () => {
  test('wakes the named members at its time, not before, with a message that says nothing', async () => {
    const colleague = await join(space);
    const [mine, theirs] = [await listen(space.founder), await listen(colleague)];
    await setTimers([timer(quarterAfter(clock()) + STEP, colleague)]);
    await looks();
    expect(came(theirs.path)).toBe(0);

    ahead += 2 * STEP;
    const [message] = await maker.wait(theirs.path, 1);
    expect(message && theirs.open(message)).toEqual(MESSAGE);
    expect(MESSAGE.toString('hex')).toBe(`01${'00'.repeat(31)}`);
    expect(message?.body.length).toBe(16 + 4 + 1 + 65 + MESSAGE.length + 1 + 16);
    await looks();
    expect(came(theirs.path)).toBe(1);
    expect(came(mine.path)).toBe(0);
  });

  test('is signed for by the key that the browser was told', async () => {
    const mine = await listen(space.founder);
    const { key } = await must(space.founder.client, 'push/key', {});
    await setTimers([timer(quarterAfter(clock()) - STEP, space.founder)]);
    const [message] = await maker.wait(mine.path, 1);
    if (!message) throw new Error('no message');
    const vapid = readVapid(message);
    expect(vapid.key).toEqual(Buffer.from(key ?? []));
    expect(vapid.claims).toMatchObject({ aud: maker.origin, sub: 'https://notes.invalid' });
    expect(message.headers).toMatchObject({ 'content-encoding': 'aes128gcm', topic: 'n', urgency: 'high' });
    const said = Object.keys(message.headers).filter((name) => !['host', 'connection'].includes(name));
    expect(said.sort()).toEqual(
      [
        'authorization',
        'content-encoding',
        'content-length',
        'content-type',
        'topic',
        'ttl',
        'urgency',
      ].sort(),
    );
  });

  test('is forgotten when it has fired, and a device that did not know of it wakes nobody again', async () => {
    const mine = await listen(space.founder);
    const late = timer(quarterAfter(clock()) - STEP, space.founder);
    await setTimers([late]);
    await maker.wait(mine.path, 1);
    expect(await row('select 1 from timers where timer_id = $1', late.timer)).toEqual([]);
    await setTimers([late]);
    const colleague = await join(space);
    await setTimers([late], colleague);
    await looks();
    expect(came(mine.path)).toBe(1);
    expect(await row('select count(*)::integer as n from woken where space_id = $1', space.id)).toEqual([
      { n: 2 },
    ]);
    ahead += WEEK;
    await looks();
    expect(await row('select 1 from woken where space_id = $1', space.id)).toEqual([]);
  });

  test('that is set anew stands at the new time; one that is taken back wakes nobody', async () => {
    const mine = await listen(space.founder);
    const soon = quarterAfter(clock()) + STEP;
    const [moved, gone] = [timer(soon, space.founder), timer(soon, space.founder)];
    await setTimers([moved, gone]);
    await setTimers([{ ...moved, at: soon + 4 * STEP }]);
    await must(space.founder.client, 'timers/clear', { space: space.id, position: 0, timers: [gone.timer] });
    ahead += 3 * STEP;
    await looks();
    expect(came(mine.path)).toBe(0);
    ahead += 4 * STEP;
    await maker.wait(mine.path, 1);
  });

  test('of a removed member fires for nobody', async () => {
    const colleague = await join(space);
    const theirs = await listen(colleague);
    await setTimers([timer(quarterAfter(clock()), colleague)]);
    await remove(space, space.founder, colleague);
    ahead += 2 * STEP;
    await looks();
    expect(came(theirs.path)).toBe(0);
    expect(await refusal(colleague.client, 'timers/set', { space: space.id, timers: [] })).toBe(
      'not-allowed',
    );
    expect(await refusal(colleague.client, 'push/listeners', { space: space.id })).toBe('not-allowed');
  });

  test('of strangers and viewers is refused, and so are moments finer than a quarter hour', async () => {
    const viewer = await join(space, 'viewer');
    const body = { space: space.id, timers: [timer(0, space.founder)] };
    expect(await refusal(viewer.client, 'timers/set', body)).toBe('not-allowed');
    const other = await world.newSpace();
    expect(await refusal(other.founder.client, 'timers/set', body)).toBe('not-allowed');
    for (const { client } of [viewer, other.founder])
      for (const route of ['timers/clear', 'timers/only'] as const)
        expect(await refusal(client, route, { space: space.id, position: 1, timers: [] })).toBe(
          'not-allowed',
        );
    const fine = { space: space.id, timers: [timer(STEP + 1, space.founder)] };
    expect(await refusal(space.founder.client, 'timers/set', fine)).toBe('malformed');
    const nobody = { space: space.id, timers: [timer(STEP)] };
    expect(await refusal(space.founder.client, 'timers/set', nobody)).toBe('malformed');
  });

  test('is nobody’s but its setter’s: no colleague moves it, takes it back, lets it run out before its time or fills its place', async () => {
    const mine = await listen(space.founder);
    const colleague = await join(space);
    const due = quarterAfter(clock()) + STEP;
    const set = timer(due, space.founder);
    await setTimers([set]);
    const late = { ...set, at: due + WEEK };
    await setTimers([{ ...late, accounts: [colleague.id] }], colleague);
    const clear = { space: space.id, position: Number.MAX_SAFE_INTEGER, timers: [set.timer] };
    await must(colleague.client, 'timers/clear', clear);
    await must(colleague.client, 'timers/only', { ...clear, timers: [] });
    await setTimers([{ ...set, at: quarterAfter(clock()) - STEP }], colleague);
    await maker.wait(mine.path, 1);
    const far = () => timer(due + WEEK, space.founder);
    const batch = () => Array.from({ length: LIMITS.timersPerCall }, far);
    for (let n = 0; n <= LIMITS.timersPerMember; n += LIMITS.timersPerCall)
      await setTimers(batch(), colleague);
    const soon = timer(due, space.founder);
    await setTimers([soon], colleague);
    const count = 'select count(*)::integer as n from timers where space_id = $1 and setter_id = $2';
    expect(await row(count, space.id, colleague.id)).toEqual([{ n: LIMITS.timersPerMember }]);
    expect(await row('select 1 from timers where timer_id = $1', soon.timer)).toHaveLength(1);
    expect(await row(count, space.id, space.founder.id)).toEqual([{ n: 1 }]);
    ahead += 3 * STEP;
    await maker.wait(mine.path, 2);
  });

  test('is left by whoever was named in it, for themselves, as far as they had read when it was set', async () => {
    const [colleague, other] = [await join(space), await join(space)];
    const [theirs, others] = [await listen(colleague), await listen(other)];
    const due = quarterAfter(clock()) + STEP;
    const { position } = (await must(colleague.client, 'spaces/list', {})).spaces[0] ?? { position: 0 };
    const named = () => timer(due, colleague, other);
    const [read, wanted, left] = [named(), named(), named()];
    await setTimers([read, wanted, left]);
    const namedIn = async ({ timer: id }: ReturnType<typeof timer>) =>
      (await row('select octet_length(account_ids) / 16 as n from timers where timer_id = $1', id))[0]?.['n'];
    const call = { space: space.id, position: position - 1 };
    await must(colleague.client, 'timers/clear', { ...call, timers: [left.timer] });
    await must(colleague.client, 'timers/only', { ...call, timers: [] });
    expect(await Promise.all([read, wanted, left].map(namedIn))).toEqual([2, 2, 2]);
    await must(colleague.client, 'timers/clear', { ...call, position, timers: [left.timer] });
    expect(await Promise.all([read, wanted, left].map(namedIn))).toEqual([2, 2, 1]);
    await must(colleague.client, 'timers/only', { ...call, position, timers: [wanted.timer] });
    expect(await Promise.all([read, wanted, left].map(namedIn))).toEqual([1, 2, 1]);
    await must(colleague.client, 'timers/only', { ...call, position, timers: [] });
    ahead += 2 * STEP;
    await maker.wait(others.path, 1);
    await looks();
    expect(came(theirs.path)).toBe(0);
  });

  test('goes with the member who set it, and with their right to write', async () => {
    const colleague = await join(space);
    await setTimers([timer(quarterAfter(clock()) + STEP, space.founder)], colleague);
    await setTimers([timer(quarterAfter(clock()) + STEP, space.founder)]);
    await remove(space, space.founder, colleague);
    expect(await row('select setter_id from timers where space_id = $1', space.id)).toEqual([
      { setter_id: Buffer.from(space.founder.id) },
    ]);
  });

  test('fires once where two servers run on one database', async () => {
    const second = await startServer({
      dataDir: `${world.folder}/second`,
      databaseUrl: socketUrl(),
      rates: UNLIMITED,
      clock,
      reminders: { loopback: true, every: 10 },
    });
    const people = await Promise.all(Array.from({ length: 3 }, () => listen(space.founder)));
    const at = quarterAfter(clock()) - STEP;
    await setTimers(Array.from({ length: 30 }, () => timer(at, space.founder)));
    for (const { path } of people) await maker.wait(path, 1);
    await looks();
    // Thirty timers of one moment are one waking, or two where the servers took half of them each.
    for (const { path } of people) expect(came(path)).toBeLessThanOrEqual(2);
    await second.stop();
  });
});

function socketUrl(): string {
  const { host, port, user, database } = world.server.data.config;
  const password = world.server.data.config.password;
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  return `postgresql://${user}${secret}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port ?? ''}`;
}

describe('a device', () => {
  test('that the browser’s maker no longer knows is forgotten', async () => {
    const mine = await listen(space.founder);
    maker.answers.set(mine.path, 410);
    await setTimers([timer(quarterAfter(clock()) - STEP, space.founder)]);
    await maker.wait(mine.path, 1);
    await looks();
    const { accounts } = await must(space.founder.client, 'push/listeners', { space: space.id });
    expect(accounts).toEqual([]);
  });

  test('that cannot be reached is tried again later, a few times, and then left alone', async () => {
    const mine = await listen(space.founder);
    maker.answers.set(mine.path, 503);
    await setTimers([timer(quarterAfter(clock()) - STEP, space.founder)]);
    await maker.wait(mine.path, 1);
    await looks();
    expect(came(mine.path)).toBe(1);
    for (const [i, minutes] of [1, 2, 5, 15, 60].entries()) {
      ahead += (minutes + 1) * MINUTE;
      await maker.wait(mine.path, i + 2);
    }
    await looks();
    expect(await row('select 1 from pushes')).toEqual([]);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'push-failed', error: '503' });
    expect(lines.join('')).not.toContain(maker.origin);
    ahead += WEEK;
    await looks();
    expect(came(mine.path)).toBe(6);
  });

  test('gets its message although the server ended in between', async () => {
    const folder = `${world.folder}-again`;
    const start = (loopback: boolean) =>
      startWorld({ dataDir: folder, clock, reminders: { loopback, every: 25 } });
    const first = await start(true);
    const own = await first.newSpace();
    const path = `/to/${++names}`;
    const { endpoint, p256dh, auth } = maker.subscribe(path);
    await must(own.founder.client, 'push/subscribe', { endpoint, p256dh, auth });
    maker.answers.set(path, 500);
    await must(own.founder.client, 'timers/set', {
      space: own.id,
      timers: [timer(quarterAfter(clock()) - STEP, own.founder)],
    });
    await maker.wait(path, 1);
    const { key } = await must(own.founder.client, 'push/key', {});
    await first.server.stop();
    maker.answers.delete(path);
    ahead += 2 * MINUTE;
    const second = await start(true);
    const [, again] = await maker.wait(path, 2);
    expect(again && readVapid(again).key).toEqual(Buffer.from(key ?? []));
    await second.stop();
  });

  test('with an address inside, or none of HTTPS, is refused', async () => {
    const strict = await startWorld();
    const { founder } = await strict.newSpace();
    const { p256dh, auth } = maker.subscribe('/x');
    for (const endpoint of [
      maker.origin,
      'http://push.example/a',
      'https://127.0.0.1/a',
      'https://[::1]/a',
      'https://[::ffff:10.0.0.1]/a',
      'https://10.1.2.3/a',
      'https://0x7f000001/a',
      'https://localhost/a',
      'https://database/a',
      'https://push.example:5432/a',
      'https://user@push.example/a',
      'nonsense',
    ])
      expect(await call(founder.client, 'push/subscribe', { endpoint, p256dh, auth })).toMatchObject({
        refusal: { error: 'malformed', detail: 'endpoint' },
      });
    await must(founder.client, 'push/subscribe', { endpoint: 'https://push.example/a', p256dh, auth });
    await strict.stop();
  });

  test('makes room for a ninth by forgetting the first', async () => {
    const first = await listen(space.founder);
    ahead += WEEK;
    for (let i = 0; i < LIMITS.pushPerAccount; i++) await listen(space.founder);
    const { id } = space.founder;
    const kept = await row('select endpoint from push_subscriptions where account_id = $1', id);
    expect(kept).toHaveLength(LIMITS.pushPerAccount);
    expect(kept.map(({ endpoint }) => endpoint)).not.toContain(first.endpoint);
  });

  test('is woken no more after a new passphrase, until it asks again', async () => {
    await listen(space.founder);
    const verifier = space.founder.signIn.publicKey;
    await must(space.founder.client, 'accounts/rekey', { verifier, sealedRoot: new Uint8Array(80) });
    const listeners = () => must(space.founder.client, 'push/listeners', { space: space.id });
    expect(await listeners()).toEqual({ accounts: [] });
    await listen(space.founder);
    expect((await listeners()).accounts).toHaveLength(1);
  });

  test('that was turned off is woken no more', async () => {
    const mine = await listen(space.founder);
    await must(space.founder.client, 'push/unsubscribe', { endpoint: mine.endpoint });
    await setTimers([timer(quarterAfter(clock()) - STEP, space.founder)]);
    await looks();
    expect(came(mine.path)).toBe(0);
  });
});

test('a server whose operator turned it off takes no devices and calls nobody', async () => {
  const calm = await startWorld({ reminders: { on: false, loopback: true, every: 10 } });
  const { founder, id } = await calm.newSpace();
  expect(await must(founder.client, 'push/key', {})).toEqual({ key: null });
  expect(await must(founder.client, 'push/listeners', { space: id })).toEqual({ accounts: [] });
  const { endpoint, p256dh, auth } = maker.subscribe('/off');
  expect(await refusal(founder.client, 'push/subscribe', { endpoint, p256dh, auth })).toBe('not-allowed');
  await calm.stop();
});
