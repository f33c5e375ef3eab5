import { randomBytes } from 'node:crypto';
import { idBytes } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Device, newCase, read, settle, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Begins another life of a space's log, the same up to where it stands, as a server does that finds itself put back. */
async function beginAnotherLife(device: Device): Promise<void> {
  const space = Buffer.from(idBytes((await device.vault.status()).space as never));
  const { pool } = world.server.data.db;
  await pool.query(
    `insert into former_logs(space_id, number, log_id, until)
     select space_id, coalesce((select max(number) from former_logs f where f.space_id = s.space_id), 0) + 1, log_id, position
       from spaces s where space_id = $1`,
    [space],
  );
  await pool.query('update spaces set log_id = $2 where space_id = $1', [space, randomBytes(16)]);
}

const restoredOf = async ({ vault }: Device) => (await vault.status()).spaces[0]?.restored;

describe('a server that was put back', () => {
  it('is said to those who were there before, each time anew, and never to a newcomer', async () => {
    const leyla = await world.found('Leyla');
    const id = await newCase(leyla, 'written before');
    await settle(leyla);
    expect(await restoredOf(leyla)).toBeNull();
    await beginAnotherLife(leyla);
    await settle(leyla);
    const first = await restoredOf(leyla);
    expect(first).toBeGreaterThan(0);
    const nigar = await world.join(leyla, 'Nigar');
    await settle(nigar, leyla);
    expect(await read(nigar, id, 'alias')).toBe('written before');
    expect(await restoredOf(nigar)).toBeNull();
    expect(await restoredOf(leyla)).toBe(first);
    await beginAnotherLife(leyla);
    await settle(leyla, nigar);
    expect(await restoredOf(leyla)).toBeGreaterThan(Number(first));
    expect(await restoredOf(nigar)).toBeGreaterThan(0);
    // Nobody was shown anything else than before: there is nothing to warn of.
    expect(await leyla.vault.disputes()).toEqual([]);
  });
});
