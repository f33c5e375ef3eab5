/** Threat to everybody: a server is put back, worked with, and put back again, before those come who know who was removed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../worlds/devices/backup.ts';
import { quiet } from '../../../worlds/devices/openings.ts';
import {
  type Device,
  expectOk,
  newCase,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function allIsWell(...devices: Device[]): Promise<void> {
  for (const { vault } of devices) {
    const { sync, spaces } = await vault.status();
    expect(sync).toMatchObject({ problem: null, waiting: 0, held: 0 });
    expect(spaces[0]).toMatchObject({ disputes: 0, rotationOwed: false, removed: false, ready: true });
  }
}

const note = (device: Device, id: string, fields: Record<string, string>) =>
  device.vault.save({ dossier: id, changes: [set('case', id, fields)] });

describe('a server that was put back, written to, and put back again', () => {
  it('loses no word of either time and shuts nobody out, and a removal stays a removal', async () => {
    const { device: leyla, network: away } = await quiet(world, 'Leyla');
    const { device: nigar, network } = await quiet(world, 'Nigar', leyla);
    const { device: murad } = await quiet(world, 'Murad', leyla);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad);
    const first = await backUp(world);
    network.cut = true;
    expectOk(await leyla.vault.removeMember(murad.account));
    await settle(leyla);
    expectOk(await note(leyla, id, { summary: 'before both' }));
    await settle(leyla);
    away.cut = true;
    await first();

    network.cut = false;
    expectOk(await note(nigar, id, { status: 'closed' }));
    const between = await newCase(nigar, 'between the two');
    await settle(nigar, murad);
    expectOk(await note(murad, id, { alias: 'by Murad' }));
    await settle(murad, nigar);
    const second = await backUp(world);
    const lost = await newCase(nigar, 'lost by the second');
    await settle(nigar);
    await second();
    const last = await newCase(nigar, 'after both');
    await settle(nigar, murad);

    away.cut = false;
    await settle(leyla, nigar, leyla, nigar);
    await allIsWell(leyla, nigar);
    const fresh = await quiet(world, 'Fresh', leyla);
    const anew = await world.restored(nigar);
    await settle(leyla, nigar, fresh.device, anew);
    for (const device of [leyla, nigar, fresh.device, anew]) {
      expect(await read(device, id, 'alias')).toBe('a case');
      expect(await read(device, id, 'summary')).toBe('before both');
      expect(await read(device, id, 'status')).toBe('closed');
      for (const each of [between, lost, last]) expect(await read(device, each, 'status')).toBe('new');
      expect((await device.vault.members()).filter(({ removed }) => !removed)).toHaveLength(3);
    }
    await allIsWell(leyla, nigar, fresh.device, anew);
    await murad.vault.syncNow();
    expect((await murad.vault.status()).sync.problem?.code).toBe('removed');
    expect(await read(murad, id, 'summary')).toBeUndefined();
  });

  it.each([
    ['by those who saw it', false],
    ['by one who saw it, to one who was away', true],
  ])('twice from one backup, with a change of the team between, is told it %s', async (_how, isAway) => {
    const { device: leyla } = await quiet(world, 'Leyla');
    const { device: nigar, network } = await quiet(world, 'Nigar', leyla);
    const { device: murad } = await quiet(world, 'Murad', leyla);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad, leyla);
    const putBack = await backUp(world);
    const early = await newCase(nigar, 'before the first');
    await settle(nigar, leyla, murad);
    await putBack();
    await settle(leyla, nigar, leyla, nigar);
    network.cut = isAway;
    expectOk(await leyla.vault.removeMember(murad.account));
    await settle(leyla, nigar, leyla);
    const between = await newCase(leyla, 'between the two');
    await settle(leyla, nigar);
    await putBack();

    network.cut = false;
    // Whoever was removed comes first.
    await settle(murad);
    const late = await newCase(murad, 'by Murad');
    await settle(murad, leyla, nigar, leyla, nigar);
    await allIsWell(leyla, nigar);
    const fresh = await quiet(world, 'Fresh', leyla);
    await settle(leyla, nigar, fresh.device, leyla);
    for (const device of [leyla, nigar, fresh.device]) {
      expect(await read(device, id, 'alias')).toBe('a case');
      for (const each of [early, between]) expect(await read(device, each, 'status')).toBe('new');
      expect(await read(device, late, 'status')).toBeUndefined();
      expect((await device.vault.members()).filter(({ removed }) => !removed)).toHaveLength(3);
    }
    await allIsWell(leyla, nigar, fresh.device);
    await murad.vault.syncNow();
    expect((await murad.vault.status()).sync.problem?.code).toBe('removed');
  });
});
