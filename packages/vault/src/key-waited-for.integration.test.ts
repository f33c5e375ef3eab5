/** A member who is let in while their device is not listening yet has the key at once, and not when it next looks by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  expectOk,
  PASSPHRASE,
  startWorld,
  unheard,
  until,
  type World,
} from '../../../worlds/devices/world.ts';
import { memoryKeep, openNodeVault } from './node/index.ts';
import { fetchTransport } from './transport.ts';

/** Seconds: far below the minute after which a device looks by itself. */
const SOON = 30;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('has the key although it was handed over just before the device began to listen', async () => {
  const leyla = await world.found('Leyla', { transport: unheard(fetchTransport(world.server.url)) });
  const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
  const honest = fetchTransport(world.server.url);
  let listen = (): void => undefined;
  const listening = new Promise<void>((begin) => (listen = begin));
  const vault = await openNodeVault(world.server.url, {
    keep: memoryKeep(),
    transport: {
      ...honest,
      async *nudges(token, signal) {
        await listening;
        yield* honest.nudges(token, signal);
      },
    },
  });
  expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Rena' }));
  await vault.syncNow();
  const isReady = async (): Promise<boolean> => (await vault.status()).spaces[0]?.ready === true;
  expect(await isReady()).toBe(false);

  const client = await world.server.data.db.pool.connect();
  const told = new Promise<void>((heard) => client.once('notification', () => heard()));
  await client.query('listen dayaq_nudge');
  await leyla.vault.syncNow();
  await told;
  client.release(true);
  expect(await isReady()).toBe(false);
  listen();
  await until(isReady, SOON);
});
