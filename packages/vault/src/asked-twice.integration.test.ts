/** Threat to what somebody wrote: the leading tab dies with its answer, the next one is asked the same, and writes it twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acquaint,
  cuttableTransport,
  type Device,
  expectOk,
  lastingDatabase,
  newCase,
  PASSPHRASE,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  until,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';
import type { DatabaseHost, Keep } from './adapters.ts';
import { inputsOf } from './browser/messages.ts';
import type { SaveRequest, SaveTogether } from './client.ts';
import { memoryKeep, openNodeVault } from './node/index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** How often something was written into a dossier. */
const times = async (device: Device, id: string): Promise<number> =>
  expectOk(await device.vault.history(id)).length;

/** Somebody without a network, whose leading tab may stop for good right behind one write of the store beside the database. */
async function aPerson(name: string, lasts: boolean) {
  const kept = memoryKeep();
  const dies: { behind: string | null; dead: boolean } = { behind: null, dead: false };
  const never = new Promise<never>(() => undefined);
  const keep: Keep = {
    ...kept,
    async put(at, bytes) {
      if (dies.dead) return never;
      await kept.put(at, bytes);
      if (dies.behind === null || !at.startsWith(dies.behind)) return;
      dies.dead = true;
      return never;
    },
  };
  const network = cuttableTransport(world.server.url);
  const database: { database?: DatabaseHost } = lasts ? { database: await lastingDatabase(world) } : {};
  const device = await world.found(name, { keep, transport: unheard(network), ...database });
  const id = await newCase(device, 'a case');
  await settle(device);
  network.cut = true;
  const next = async (): Promise<Device> => {
    const vault = await openNodeVault(world.server.url, {
      keep: kept,
      transport: unheard(network),
      ...database,
    });
    // Without its database a device learns from the server to which organisation it belongs.
    if (!lasts) network.cut = false;
    expectOk(await vault.unlock(PASSPHRASE));
    if (!lasts) await vault.syncNow();
    return { ...device, vault, keep: kept };
  };
  return { device, id, network, dies, next };
}

const request = (dossier: string, asked: string): SaveRequest => ({
  dossier,
  changes: [set('case', dossier, { status: 'closed' })],
  asked,
});

describe('a save of which nobody heard an answer', () => {
  it.each([
    ['when its leader was done', true, null],
    ['when its leader was done, and the database is lost', false, null],
    ['when its leader died between the copy and the database', true, 'unsent/'],
    ['when its leader died between the copy and the database, which is lost', false, 'unsent/'],
  ])('is written once, %s', async (_, lasts, behind) => {
    const { device, id, network, dies, next } = await aPerson('Leyla', lasts);
    dies.behind = behind;
    const asked = request(id, 'tab/1');
    const first = device.vault.save(asked);
    if (behind === null) expectOk(await first);
    else await until(() => Promise.resolve(dies.dead));
    const leader = await next();
    expectOk(await leader.vault.save(asked));
    expectOk(await leader.vault.save(asked));
    network.cut = false;
    await settle(leader);
    expect(await times(leader, id)).toBe(2);
    expectOk(await leader.vault.save(request(id, 'tab/2')));
    expect(await times(leader, id)).toBe(3);
  });

  it('does not come back over what a colleague wrote meanwhile', async () => {
    const { device, id, network, next } = await aPerson('Leyla', true);
    network.cut = false;
    const nigar = await world.join(device, 'Nigar');
    const asked = request(id, 'tab/1');
    expectOk(await device.vault.save(asked));
    await settle(device, nigar);
    expectOk(await nigar.vault.save({ dossier: id, changes: [set('case', id, { status: 'active' })] }));
    await settle(nigar, device);
    const leader = await next();
    await settle(leader);
    expectOk(await leader.vault.save(asked));
    await settle(leader, nigar);
    const view = expectOk(await nigar.vault.dossier(id));
    expect(view.records.find((record) => record.id === id)?.fields['status']?.value).toBe('active');
  });

  it('that was refused is tried again', async () => {
    const { device, id } = await aPerson('Leyla', true);
    const changes = [set('case', id, { status: 'closed' })];
    const nowhere = { dossier: 'nowhere', changes, asked: 'tab/1' };
    expect(await device.vault.save(nowhere)).toMatchObject({ ok: false });
    expectOk(await device.vault.save({ ...nowhere, dossier: id }));
    expect(await times(device, id)).toBe(2);
  });
});

describe('what else is written for one asking', () => {
  it('is handed over once, and the second answer says so', async () => {
    const { device, network } = await aPerson('Leyla', true);
    network.cut = false;
    const other = await world.found('Murad');
    await acquaint(device, other);
    const dossier = await device.vault.newId();
    const asked = {
      dossier,
      to: await spaceOfDevice(other),
      changes: [set('handover', dossier, { alias: 'Ü.' })],
      barred: { spaces: [], accounts: [] },
      asked: 'tab/1',
    };
    expectOk(await device.vault.share(asked));
    expectOk(await device.vault.share(asked));
    expect(await times(device, dossier)).toBe(1);
    expect(await device.vault.share({ ...asked, asked: 'tab/2' })).toMatchObject({
      failure: { code: 'already-here' },
    });
  });

  it('opens nothing again that was closed since', async () => {
    const { device, id, network } = await aPerson('Leyla', true);
    network.cut = false;
    const nigar = await world.join(device, 'Nigar');
    const open = { dossier: id, to: [device.account, nigar.account], asked: 'tab/1' };
    expectOk(await device.vault.restrict(open));
    await settle(device, nigar);
    expectOk(await device.vault.restrict({ dossier: id, to: [device.account], asked: 'tab/2' }));
    await settle(device, nigar);
    expectOk(await device.vault.restrict(open));
    await settle(device, nigar);
    expect(expectOk(await device.vault.dossier(id)).readers).toEqual([device.account]);
  });
});

it('the undoing of an import does not come back over a colleague, and answers the same, where its leader died with its answer', async () => {
  const { device: leyla, id, network, next } = await aPerson('Leyla', true);
  network.cut = false;
  const nigar = await world.join(leyla, 'Nigar');
  const other = await newCase(leyla, 'the next row');
  await settle(leyla, nigar);
  const deleted = (dossier: string, is: boolean) => ({
    dossier,
    changes: [{ kind: 'case', record: dossier, fields: {}, deleted: is }],
  });
  // As the tab puts it to its leader, and to the next one where the first fell silent.
  const [acts] = inputsOf('tab/1', 'saveTogether', [[deleted(id, true), deleted(other, true)]]) as [
    SaveTogether[],
  ];
  expect(expectOk(await leyla.vault.saveTogether(acts))).toEqual([id, other]);
  await settle(leyla, nigar);
  expectOk(await nigar.vault.save(deleted(id, false)));
  await settle(nigar, leyla);
  const again = await next();
  await settle(again);
  expect(expectOk(await again.vault.saveTogether(acts))).toEqual([id, other]);
  await settle(again, nigar);
  const { records } = expectOk(await nigar.vault.dossier(id));
  expect(records.find((record) => record.id === id)?.deleted).toBe(false);
});
