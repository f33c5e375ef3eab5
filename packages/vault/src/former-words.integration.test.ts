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

async function state(device: Device, id: string) {
  const { sync, spaces } = await device.vault.status();
  return {
    summary: await read(device, id, 'summary'),
    plan: await read(device, id, 'alias'),
    complete: expectOk(await device.vault.dossier(id)).complete,
    problem: sync.problem,
    waiting: sync.waiting,
    refused: sync.refused,
    disputes: spaces[0]?.disputes,
  };
}

const WELL = { complete: true, problem: null, waiting: 0, refused: 0, disputes: 0 };

/** What somebody wrote after the backup lies on one colleague's device alone, and they lose the right to write meanwhile. */
describe('words that a restored server lost, of somebody who may not write any more', () => {
  it.each(['removed', 'made a viewer'] as const)('are theirs on every device: %s', async (how) => {
    const { device: leyla, network: away } = await quiet(world, 'Leyla');
    const { device: nigar, network } = await quiet(world, 'Nigar', leyla);
    const murad = await world.join(leyla, 'Murad');
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad, leyla, nigar, murad);
    const putBack = await backUp(world);
    away.cut = true;
    for (const summary of ['what Murad heard', 'what Murad heard later']) {
      expectOk(await murad.vault.save({ dossier: id, changes: [set('case', id, { summary })] }));
      await settle(murad, nigar);
    }
    network.cut = true;
    await murad.vault.lock();
    await putBack();
    away.cut = false;
    await settle(leyla);
    const { account } = murad;
    expectOk(
      how === 'removed'
        ? await leyla.vault.removeMember(account)
        : await leyla.vault.setRole({ account, role: 'viewer', keyholder: false }),
    );
    await settle(leyla);
    network.cut = false;
    await settle(nigar, leyla, nigar, leyla, nigar, leyla);

    const wanted = { ...WELL, summary: 'what Murad heard later', plan: 'a case' };
    expect(await state(leyla, id)).toEqual(wanted);
    expect(await state(nigar, id)).toEqual(wanted);
    const history = expectOk(await leyla.vault.history(id));
    expect(history.filter(({ by }) => by === account)).toHaveLength(2);
    const anew = await world.restored(nigar);
    await settle(anew);
    expect(await state(anew, id)).toEqual(wanted);
    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh);
    expect(await state(fresh, id)).toEqual(wanted);
  });
});
