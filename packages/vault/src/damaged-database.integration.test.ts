import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DatabaseHost } from './adapters.ts';
import type { Engine } from './database/engine.ts';
import { nodeSurroundings } from './node/index.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  everyCase,
  newCase,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A real database that can be broken while it is in use: its table of cases points to a page that is none. */
async function breakable(): Promise<DatabaseHost & { break(): void }> {
  const { database } = await nodeSurroundings(world.server.url);
  let engine: Engine | null = null;
  return {
    ...database,
    async open(key) {
      engine = await database.open(key);
      return engine;
    },
    break() {
      engine?.exec(
        "pragma writable_schema=on; update sqlite_schema set rootpage = 99999 where name = 'dossier'; pragma writable_schema=reset",
      );
    },
  };
}

async function deviceWithWork(): Promise<{
  device: Device;
  database: Awaited<ReturnType<typeof breakable>>;
  transport: ReturnType<typeof cuttableTransport>;
}> {
  const leyla = await world.found('Leyla');
  const database = await breakable();
  const transport = cuttableTransport(world.server.url);
  const device = await world.join(leyla, 'Rena', 'caseworker', { database, transport });
  await newCase(device, 'sent');
  await settle(device, leyla);
  transport.cut = true;
  await newCase(device, 'not sent');
  return { device, database, transport };
}

describe('a database that turns out damaged while it is in use', () => {
  it('is made anew without the passphrase, and nothing is lost', async () => {
    const { device, database, transport } = await deviceWithWork();
    database.break();
    expect((await device.vault.cases(everyCase)).rows).toEqual([]);
    await vi.waitFor(
      async () => expect(await device.vault.status()).toMatchObject({ phase: 'open' }),
      90_000,
    );
    await device.vault.syncNow();
    // The server cannot be reached yet: what it has is not here, and nobody is told that all is well again.
    expect(await device.vault.status()).toMatchObject({ repaired: 'rebuilding', sync: { waiting: 1 } });
    transport.cut = false;
    await settle(device);
    expect(await aliases(device)).toEqual(['not sent', 'sent']);
    expect(await device.vault.status()).toMatchObject({ repaired: 'rebuilt', sync: { waiting: 0 } });
  });

  it('stays shut when somebody locked meanwhile, and is made anew at the next unlocking', async () => {
    const { device, database, transport } = await deviceWithWork();
    database.break();
    await device.vault.cases(everyCase);
    await device.vault.lock();
    // The pause is the thing tested: nothing opens it again by itself.
    await new Promise((done) => setTimeout(done, 300));
    expect(await device.vault.status()).toMatchObject({ phase: 'locked' });
    const again = await world.reopen(device, { transport });
    transport.cut = false;
    await settle(again);
    expect(await aliases(again)).toEqual(['not sent', 'sent']);
  });
});
