/** Threat: a server is put back to before a case began, and whoever was excluded from it begins it again under its number, alone, before its readers come. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../worlds/devices/backup.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  cuttableTransport,
  type Device,
  expectOk,
  newCase,
  read,
  set,
  settle,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';
import { everyCase } from '../../../worlds/devices/world.ts';

const HOUR = 3_600_000;
let world: World;
const ahead = { ms: 0 };
const now = () => Date.now() + ahead.ms;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  ahead.ms = 0;
});
afterAll(() => world.stop());

async function team() {
  const quiet = async (name: string, by: Device | null) => {
    const network = cuttableTransport(world.server.url);
    const parts = { transport: unheard(network), now };
    const device =
      by === null ? await world.found(name, parts) : await world.join(by, name, 'caseworker', parts);
    return { device, network };
  };
  const { device: leyla, network: leylas } = await quiet('Leyla', null);
  const { device: nigar, network: nigars } = await quiet('Nigar', leyla);
  const { device: murad } = await quiet('Murad', leyla);
  await settle(leyla, nigar, murad);
  return { leyla, nigar, murad, leylas, nigars };
}

/** The number of the one case of that name in a device's list. */
async function numberOf(device: Device, alias: string): Promise<string> {
  const rows = (await device.vault.cases(everyCase)).rows.filter((row) => row.alias === alias);
  expect(rows).toHaveLength(1);
  return (rows[0] as (typeof rows)[number]).id;
}

async function allIsSent(...devices: Device[]): Promise<void> {
  for (const { vault } of devices)
    expect((await vault.status()).sync).toMatchObject({ problem: null, waiting: 0, held: 0 });
}

const save = async ({ vault }: Device, id: string, fields: Record<string, string>) =>
  expectOk(await vault.save({ dossier: id, changes: [set('case', id, fields)] }));

describe('a case that was begun after the backup', () => {
  it('stays with those who could read it, who are told by whom, when who was excluded takes its number', async () => {
    const { leyla, nigar, murad } = await team();
    const putBack = await backUp(world);
    const id = await newCase(leyla, 'Ülkər', [leyla.account, nigar.account, murad.account]);
    await settle(leyla, nigar, murad, leyla);
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account] }));
    await settle(leyla, nigar, murad);
    await save(nigar, id, { summary: 'it was Murad' });
    await settle(nigar, leyla);
    const insider = await Insider.behind(world, murad);
    await putBack();
    expect(await insider.begin(id)).toBe('ok');
    await settle(leyla, nigar, leyla, nigar);
    for (const hours of [1, 2, 30]) {
      ahead.ms = hours * HOUR + 1;
      await settle(leyla, nigar, leyla, nigar, leyla);
      for (const device of [leyla, nigar]) {
        expect(await numberOf(device, 'Ülkər')).toBe(id);
        expect(await read(device, id, 'summary')).toBe('it was Murad');
        expect((await device.vault.waiting()).map(({ held }) => held)).toContain('closed-to-you');
      }
      expect(await read(murad, id, 'summary')).toBeUndefined();
    }
    // Nigar's device read it by what Leyla had signed, and is told who took the number; by Nigar, so is Leyla.
    expect((await nigar.vault.disputes()).map(({ what, author }) => [what, author])).toEqual([
      ['number', murad.account],
    ]);
    const nigars = (await leyla.vault.members()).find(({ account }) => account === nigar.account);
    expect(nigars?.sawOtherHistory?.by).toBe(murad.account);
    // A person chooses where the words go.
    const held = (await nigar.vault.waiting()).find((one) => one.dossier === id && one.held !== null);
    expect(expectOk(await nigar.vault.heldAct(held?.id ?? '')).changes).not.toEqual([]);
  });

  it('that every member could read stays with them too, and holds up nothing else', async () => {
    const { leyla, nigar, murad, leylas, nigars } = await team();
    const putBack = await backUp(world);
    const id = await newCase(leyla, 'Sevda');
    await settle(leyla, nigar, murad, leyla);
    const insider = await Insider.behind(world, murad);
    await putBack();
    expect(await insider.begin(id)).toBe('ok');
    await settle(leyla, nigar);
    [leylas.cut, nigars.cut] = [true, true];
    await save(leyla, id, { summary: 'by Leyla' });
    [leylas.cut, nigars.cut] = [false, false];
    await settle(leyla, nigar);
    ahead.ms = 2 * HOUR;
    await settle(leyla, nigar, leyla, nigar, leyla);
    expect(await read(leyla, id, 'summary')).toBe('by Leyla');
    expect((await leyla.vault.waiting()).map(({ held }) => held)).toContain('closed-to-you');
    const other = await newCase(leyla, 'Aytac');
    await settle(leyla, nigar);
    expect(await numberOf(nigar, 'Aytac')).toBe(other);
  });

  it('is sent again by a colleague for a phone that is gone, under its own number where nobody took it', async () => {
    const { leyla, nigar, murad } = await team();
    const putBack = await backUp(world);
    const id = await newCase(leyla, 'Aynur', [leyla.account, nigar.account]);
    await settle(leyla, nigar, leyla);
    await leyla.vault.lock();
    await putBack();
    await settle(nigar, murad);
    ahead.ms = 2 * HOUR;
    await settle(nigar, murad);
    await allIsSent(nigar);
    const again = await world.restored(leyla, { now });
    await settle(again, nigar, again);
    expect(await numberOf(again, 'Aynur')).toBe(id);
  });

  it('stays closed to whoever was excluded from it while their phone was off, and is begun by them under no other number', async () => {
    const { leyla, nigar, murad, nigars } = await team();
    const putBack = await backUp(world);
    const id = await newCase(leyla, 'Günel', [leyla.account, nigar.account, murad.account]);
    await settle(leyla, nigar, murad, leyla);
    nigars.cut = true;
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, murad.account] }));
    await settle(leyla, murad);
    await save(leyla, id, { summary: 'not for Nigar' });
    await settle(leyla, murad, leyla);
    await putBack();
    await settle(leyla, murad, leyla);
    nigars.cut = false;
    await settle(nigar);
    ahead.ms = 2 * HOUR;
    await settle(nigar, leyla, murad, nigar, leyla);
    for (const device of [leyla, murad]) expect(await numberOf(device, 'Günel')).toBe(id);
    expect(await read(nigar, id, 'summary')).toBeUndefined();
    for (const { vault } of [leyla, murad, nigar]) expect(await vault.disputes()).toEqual([]);
    await allIsSent(leyla, murad);
  });

  it('stays one case where a colleague began it again by an older list and is put right', async () => {
    const { leyla, nigar, murad, nigars } = await team();
    const putBack = await backUp(world);
    const id = await newCase(leyla, 'Rəna', [leyla.account, nigar.account]);
    await settle(leyla, nigar, murad, leyla);
    nigars.cut = true;
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account, murad.account] }));
    await settle(leyla, murad, leyla);
    await putBack();
    nigars.cut = false;
    await settle(nigar, murad);
    await settle(leyla, murad, nigar, leyla, murad);
    ahead.ms = 2 * HOUR;
    await settle(murad, leyla, nigar, murad);
    await allIsSent(leyla, nigar, murad);
    for (const device of [leyla, nigar, murad]) expect(await numberOf(device, 'Rəna')).toBe(id);
  });
});
