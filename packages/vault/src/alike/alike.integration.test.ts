import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import type { LikelyPair } from '../client.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

interface Told {
  name: string;
  band?: string;
  area?: string;
  contact?: string;
}

async function take(device: Device, told: Told, restrictedTo?: string[]): Promise<string> {
  const [dossier, person] = [await device.vault.newId(), await device.vault.newId()];
  const changes = [
    set('case', dossier, {
      alias: told.name,
      status: 'new',
      opened: { day: '2026-03-02' },
      ...(told.area === undefined ? {} : { area: { area: told.area } }),
    }),
    set('person', person, {
      role: 'client',
      ...(told.band === undefined ? {} : { ageBand: told.band }),
      ...(told.contact === undefined ? {} : { safeContact: told.contact }),
    }),
  ];
  expectOk(
    await device.vault.save({ dossier, changes, ...(restrictedTo === undefined ? {} : { restrictedTo }) }),
  );
  return dossier;
}

const asked = (told: Told) => ({
  root: 'draft',
  record: 'client',
  records: [
    { id: 'draft', kind: 'case', fields: { opened: { day: '2026-11-29' }, area: { area: told.area ?? '' } } },
    {
      id: 'client',
      kind: 'person',
      fields: { role: 'client', alias: told.name, ageBand: told.band ?? '', safeContact: told.contact ?? '' },
    },
  ],
  limit: 20,
});

const hinted = async (device: Device, told: Told): Promise<string[]> =>
  (await device.vault.alike(asked(told))).map(({ dossier }) => dossier);

async function allPairs(device: Device): Promise<LikelyPair[]> {
  const pairs: LikelyPair[] = [];
  for (let after: string | null = null; ; ) {
    const page = await device.vault.likelyPairs(after);
    pairs.push(...page.pairs);
    if (page.next === null) return pairs;
    after = page.next;
  }
}
const named = ({ one, other }: LikelyPair): string[] => [one.dossier, other.dossier].sort();

describe('somebody who may be here already', () => {
  it('is hinted at in another alphabet, by telephone too, and not after the case was deleted', async () => {
    const leyla = await world.found('Leyla');
    const first = await take(leyla, { name: 'Gülnar Əliyeva', contact: '+994 50 123-45-67' });
    await take(leyla, { name: 'Nigar Quliyeva' });
    expect(await hinted(leyla, { name: 'Алиева Гюльнар' })).toEqual([first]);
    expect(await hinted(leyla, { name: 'G', contact: '050 123 45 67' })).toEqual([first]);
    expect(await hinted(leyla, { name: 'Gülnar' })).toEqual([]);
    const change = { kind: 'case', record: first, fields: {}, deleted: true };
    expectOk(await leyla.vault.save({ dossier: first, changes: [change] }));
    expect(await hinted(leyla, { name: 'Алиева Гюльнар' })).toEqual([]);
  });

  it('is no sign of a case that was closed to this member before they could read it', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const closed = await take(leyla, { name: 'Aytən Səfərova' }, [leyla.account]);
    const shut = await take(leyla, { name: 'Aytən Səfərova' });
    await settle(leyla, rena);
    expect(await hinted(rena, { name: 'Айтен Сафарова' })).toEqual([shut]);
    expect(await allPairs(rena)).toEqual([]);
    expect((await allPairs(leyla)).map(named)).toEqual([[closed, shut].sort()]);
  });

  it('makes a pair once, whatever the two have in common, until somebody says that they are not the same', async () => {
    const leyla = await world.found('Leyla');
    const told = { name: 'Sevda Kərimli', band: '25-34', area: 'az-ganja', contact: '0551112233' };
    const one = await take(leyla, told);
    const other = await take(leyla, { ...told, name: 'Керимли Севда' });
    await take(leyla, { name: 'Sevda', band: '50-plus', area: 'az-ganja' });
    const [pair, ...more] = await allPairs(leyla);
    expect(more).toEqual([]);
    expect(named(pair as LikelyPair)).toEqual([one, other].sort());
    expect(pair?.reasons).toEqual(['telephone', 'name-full', 'age', 'place']);
    const op = { add: [other], del: [] };
    expectOk(
      await leyla.vault.save({
        dossier: one,
        changes: [{ kind: 'case', record: one, fields: { notSame: op } }],
      }),
    );
    expect(await allPairs(leyla)).toEqual([]);
    const again = await leyla.vault.alike({ ...asked(told), root: other });
    expect(again.map(({ dossier }) => dossier)).not.toContain(one);
  });

  it('is looked for in the space that is asked, and in no other', async () => {
    const leyla = await world.found('Leyla');
    const sona = await world.found('Sona');
    await take(leyla, { name: 'Zöhrə Hacıyeva' });
    expect(await hinted(sona, { name: 'Zöhrə Hacıyeva' })).toEqual([]);
  });
});
