import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_TYPE, decodeBody, encodeBody, NUDGES_PATH, type Refusal } from '@dayaq/protocol';
import { DEFAULT_BOUNDS } from './http/gate.ts';
import { DEFAULT_RATES } from './http/limits.ts';
import { call } from './testing/client.ts';
import { SAMPLES } from './testing/malformed.ts';
import type { Space } from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

/** Time stands still, so that nothing comes back by waiting. */
const now = Date.now();
const PER_ADDRESS = 30;
const PER_ACCOUNT = 100;
let world: World;
let space: Space;
let neighbour: Space;
/** How often a connection to the database was taken. */
let questions = 0;
beforeAll(async () => {
  world = await startWorld({
    clock: () => now,
    rates: {
      ...DEFAULT_RATES,
      stranger: { burst: PER_ADDRESS, perSecond: 1 },
      account: { burst: PER_ACCOUNT, perSecond: 1 },
    },
  });
  space = await world.newSpace();
  neighbour = await world.newSpace();
  world.server.data.db.pool.on('acquire', () => questions++);
});
afterAll(() => world.stop());

const ask = (path: string, body: unknown, token?: Uint8Array): Promise<Response> =>
  fetch(world.url + path, {
    method: 'POST',
    headers: {
      'content-type': CONTENT_TYPE,
      ...(token ? { authorization: `Bearer ${Buffer.from(token).toString('base64url')}` } : {}),
    },
    body: encodeBody(body),
  });
const refusalOf = async (response: Response): Promise<Refusal> =>
  decodeBody(new Uint8Array(await response.arrayBuffer())) as Refusal;

describe('a stranger', () => {
  test.each([NUDGES_PATH, '/api/spaces/list', '/api/entries/pull', '/api/accounts/keys'])(
    'with made-up tokens at %s never reaches the database',
    async (path) => {
      const before = questions;
      for (let i = 0; i < 30; i++) {
        expect((await refusalOf(await ask(path, {}, randomBytes(32)))).error).toBe('not-signed-in');
      }
      expect(questions).toBe(before);
    },
  );

  test('with challenges that this server never made never reaches the database', async () => {
    const before = questions;
    for (let i = 0; i < 5; i++) {
      const refused = await refusalOf(await ask('/api/sessions/open', SAMPLES['sessions/open']));
      expect(refused.error).toBe('sign-in-refused');
    }
    expect(questions).toBe(before);
  });

  test.each(['invitations/read', 'accounts/create'] as const)(
    'at %s is told to wait before the database is asked again, and for how long',
    async (route) => {
      const before = questions;
      let wait: Refusal | null = null;
      for (let i = 0; i < PER_ADDRESS + 1; i++) {
        const refused = await refusalOf(await ask(`/api/${route}`, SAMPLES[route]));
        if (refused.error === 'rate-limited') wait = refused;
      }
      expect(wait?.retryAfter).toBeGreaterThan(0);
      expect(questions - before).toBeLessThanOrEqual(2 * PER_ADDRESS);
    },
  );

  test('at pages and hello is told to wait as well', async () => {
    const rates = { ...DEFAULT_RATES, call: { burst: 5, perSecond: 1 } };
    const tight = await startWorld({ rates, clock: () => now });
    for (let i = 0; i < 5; i++) await call({ url: tight.url, token: null }, 'server/hello', {});
    const answered = await call({ url: tight.url, token: null }, 'server/hello', {});
    expect(answered).toMatchObject({ ok: false, status: 429, refusal: { error: 'rate-limited' } });
    await tight.stop();
  });
});

describe('a member', () => {
  test('may ask much, not without end, and is told how long to wait; colleagues go on', async () => {
    const { client } = space.founder;
    let wait: Refusal | null = null;
    for (let i = 0; i < PER_ACCOUNT + 1 && !wait; i++) {
      const answered = await call(client, 'entries/pull', { space: space.id, after: 0, limit: 100 });
      if (!answered.ok) wait = answered.refusal;
    }
    expect(wait).toMatchObject({ error: 'rate-limited' });
    expect(wait?.retryAfter).toBeGreaterThan(0);
    expect((await call(neighbour.founder.client, 'spaces/list', {})).ok).toBe(true);
  });

  test('holds open only so many streams of nudges', async () => {
    const own = await startWorld({});
    const { founder } = await own.newSpace();
    const headers = {
      authorization: `Bearer ${Buffer.from(founder.client.token ?? []).toString('base64url')}`,
    };
    const cut = new AbortController();
    const open = (): Promise<Response> =>
      fetch(own.url + NUDGES_PATH, { method: 'POST', headers, signal: cut.signal });
    const { streamsPerAccount } = DEFAULT_BOUNDS.underWay;
    for (let i = 0; i < streamsPerAccount; i++) expect((await open()).status).toBe(200);
    expect((await open()).status).toBe(429);
    expect((await call(founder.client, 'spaces/list', {})).ok).toBe(true);
    cut.abort();
    await expect
      .poll(async () => (await fetch(own.url + NUDGES_PATH, { method: 'POST', headers })).status)
      .toBe(200);
    await own.stop();
  });
});
