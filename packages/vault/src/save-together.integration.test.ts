import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveTogether } from './client.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  everyCase,
  expectOk,
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

const rows = async (device: Device, names: readonly string[]): Promise<SaveTogether[]> => {
  const ids = await device.vault.idsFor(names.map((name) => `row ${name}`));
  return names.map((alias, i) => {
    const dossier = ids[i] as string;
    return { dossier, changes: [set('case', dossier, { alias, status: 'new' })], begins: true };
  });
};

describe('acts that are saved together', () => {
  it('stand in the list at once, reach a colleague, and are there once when they are saved again', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const first = await rows(leyla, ['Aygün', 'Bahar', 'Ceyran']);
    expect(expectOk(await leyla.vault.saveTogether(first))).toEqual(first.map(({ dossier }) => dossier));
    expect(await aliases(leyla)).toEqual(['Aygün', 'Bahar', 'Ceyran']);

    const again = await rows(leyla, ['Aygün', 'Bahar', 'Ceyran', 'Dilarə']);
    expect(expectOk(await leyla.vault.saveTogether(again))).toEqual([again[3]?.dossier]);
    await settle(leyla, rena);
    expect(await aliases(rena)).toEqual(['Aygün', 'Bahar', 'Ceyran', 'Dilarə']);
    expect(expectOk(await rena.vault.history(again[0]?.dossier as string))).toHaveLength(1);
  });

  it('have the same ids on every device of every member, and none of another organisation’s', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const elsewhere = await world.restored(leyla);
    await settle(leyla, rena, elsewhere);
    const ids = await leyla.vault.idsFor(['1', '2']);
    expect(new Set(ids).size).toBe(2);
    expect(await elsewhere.vault.idsFor(['1', '2'])).toEqual(ids);
    expect(await rena.vault.idsFor(['1', '2'])).toEqual(ids);
    const stranger = await world.found('Nigar');
    for (const id of await stranger.vault.idsFor(['1', '2'])) expect(ids).not.toContain(id);
  });

  it('do not bring back what was deleted, and change what is here where they do not begin it', async () => {
    const leyla = await world.found('Leyla');
    const acts = await rows(leyla, ['Aygün', 'Bahar']);
    expectOk(await leyla.vault.saveTogether(acts));
    const gone = acts.map(({ dossier }) => ({
      dossier,
      changes: [{ kind: 'case', record: dossier, fields: {}, deleted: true }],
    }));
    expectOk(await leyla.vault.saveTogether(gone));
    expect(await aliases(leyla)).toEqual([]);
    expect(expectOk(await leyla.vault.saveTogether(acts))).toEqual([]);
    expect(await aliases(leyla)).toEqual([]);
  });

  it('are all refused where one of them is', async () => {
    const leyla = await world.found('Leyla');
    const [one, two] = await rows(leyla, ['Aygün', 'Bahar']);
    const broken = { ...(two as SaveTogether), dossier: 'no id' };
    const saved = await leyla.vault.saveTogether([one as SaveTogether, broken]);
    expect(saved.ok).toBe(false);
    expect((await leyla.vault.cases(everyCase)).rows).toEqual([]);
  });

  it('come back from their copies when the database is lost before they were sent', async () => {
    const transport = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport });
    transport.cut = true;
    const acts = await rows(leyla, ['Aygün', 'Bahar']);
    expectOk(await leyla.vault.saveTogether(acts));
    const again = await world.reopen(leyla, { transport });
    transport.cut = false;
    await again.vault.syncNow();
    expect(await aliases(again)).toEqual(['Aygün', 'Bahar']);
  });

  it('are not written by somebody who may only read', async () => {
    const leyla = await world.found('Leyla');
    const viewer = await world.join(leyla, 'Rena', 'viewer');
    expect(await viewer.vault.saveTogether(await rows(viewer, ['Aygün']))).toMatchObject({
      ok: false,
      failure: { code: 'not-allowed' },
    });
  });
});
