import { signInMessage } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_TYPE, encodeBody, type RouteName, type Request as BodyOf } from '@dayaq/protocol';
import { DEFAULT_RATES } from './http/limits.ts';
import { call, must } from './testing/client.ts';
import { founder, type Person } from './testing/person.ts';
import { startWorld, type World } from './testing/world.ts';

/** Behind a proxy that tells who calls; time stands still, so that nothing comes back by waiting. */
const now = Date.now();
const PER_ADDRESS = 20;
let world: World;
let victim: Person;
beforeAll(async () => {
  world = await startWorld({
    rates: { ...DEFAULT_RATES, stranger: { burst: PER_ADDRESS, perSecond: 1 } },
    behindProxy: true,
    clock: () => now,
  });
  victim = await founder(world.url, await world.foundingToken());
});
afterAll(() => world.stop());

/** Calls from an address; answers the status. */
async function from<R extends RouteName>(address: string, route: R, body: BodyOf<R>): Promise<number> {
  const response = await fetch(`${world.url}/api/${route}`, {
    method: 'POST',
    headers: { 'content-type': CONTENT_TYPE, 'x-forwarded-for': address },
    body: encodeBody(body),
  });
  await response.arrayBuffer();
  return response.status;
}

const attempt = (challenge: Uint8Array = new Uint8Array(32)): BodyOf<'sessions/open'> => ({
  account: victim.id,
  challenge,
  signature: new Uint8Array(64),
});

async function signInFrom(address: string): Promise<number> {
  const { challenge } = await must(victim.client, 'sessions/challenge', { account: victim.id });
  const signature = await victim.signIn.sign('sign-in', signInMessage(victim.account.id, challenge));
  return from(address, 'sessions/open', { account: victim.id, challenge, signature });
}

describe("strangers who know an account's number", () => {
  test('do not keep its holder out, however often and from however many places they try', async () => {
    const statuses = new Set<number>();
    const { challenge } = await must(victim.client, 'sessions/challenge', { account: victim.id });
    for (let i = 0; i < 200; i++) {
      statuses.add(await from(`198.51.100.${i % 100}`, 'sessions/open', attempt(challenge)));
      if (i % 50 === 49) expect(await signInFrom('192.0.2.1')).toBe(200);
    }
    expect([...statuses]).toEqual([401]);
  });

  test('are told to wait when they try too often from one address, or from one /48', async () => {
    const refused = { ok: 0, tooOften: 0 };
    const count = (status: number): void => void (status === 429 ? refused.tooOften++ : refused.ok++);
    for (let i = 0; i < PER_ADDRESS + 5; i++) count(await from('203.0.113.1', 'sessions/open', attempt()));
    expect(refused).toEqual({ ok: PER_ADDRESS, tooOften: 5 });
    for (let i = 0; i < 5 * PER_ADDRESS; i++) {
      count(await from(`2001:db8:7:${i.toString(16)}::1`, 'sessions/open', attempt()));
    }
    expect(refused).toEqual({ ok: 5 * PER_ADDRESS, tooOften: 5 + PER_ADDRESS });
    expect(await signInFrom('2001:db8:8::1')).toBe(200);
    expect(await signInFrom('192.0.2.1')).toBe(200);
  });

  test('do not disturb who is signed in already, even from the same address', async () => {
    for (let i = 0; i < PER_ADDRESS; i++) await from('127.0.0.1', 'sessions/open', attempt());
    expect(await from('127.0.0.1', 'sessions/open', attempt())).toBe(429);
    expect((await call(victim.client, 'spaces/list', {})).ok).toBe(true);
  });
});
