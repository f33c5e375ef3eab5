import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aliases,
  type Device,
  expectOk,
  newCase,
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

const why = 'the-person-asked';
const goesOn = async ({ vault }: Device, from: string, into: string): Promise<void> => {
  expectOk(await vault.save({ dossier: from, changes: [set('case', from, { joinedInto: into })] }));
};
const opens = async ({ vault }: Device, id: string): Promise<boolean> => (await vault.dossier(id)).ok;

describe('what a case was before it was joined', () => {
  it('is closed with it to whoever is shut out, opens with it again, and opens to nobody else by it', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const [now, before, first, closed] = [
      await newCase(leyla, 'now'),
      await newCase(leyla, 'before'),
      await newCase(leyla, 'first'),
      await newCase(leyla, 'closed'),
    ];
    expectOk(await leyla.vault.restrict({ dossier: closed, to: [leyla.account] }));
    await settle(leyla, rena);
    await goesOn(leyla, first, before);
    await goesOn(leyla, before, now);
    await goesOn(leyla, closed, now);
    expectOk(await leyla.vault.restrict({ dossier: now, to: [leyla.account, rena.account] }));
    await settle(leyla, rena, leyla, rena);
    expect(await aliases(rena)).toEqual(['before', 'first', 'now']);
    // Who had it already keeps what they had: a newcomer is given what stands.
    const nigar = await world.join(leyla, 'Nigar');
    await settle(leyla, nigar, leyla, nigar);
    expect(await aliases(nigar)).toEqual([]);
    for (const id of [now, before, first, closed]) expect(await opens(nigar, id)).toBe(false);

    expectOk(await leyla.vault.restrict({ dossier: now, to: null }));
    await settle(leyla, rena, nigar, leyla, rena, nigar);
    expect(await aliases(nigar)).toEqual(['before', 'first', 'now']);
    for (const device of [rena, nigar]) expect(await opens(device, closed)).toBe(false);
  });

  it('is destroyed in the same act, on every device, or nothing is; and nothing that is kept of either stays here', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const [now, before, other] = [
      await newCase(leyla, 'now'),
      await newCase(leyla, 'STORY of before'),
      await newCase(leyla, 'other'),
    ];
    await goesOn(leyla, before, now);
    await settle(leyla, rena);
    const kept = [
      {
        into: now,
        from: before,
        names: ['Aygun', 'Aigul'],
        back: [{ dossier: before, changes: ['SECRET'] }],
      },
      { into: other, names: ['stays'] },
    ];
    await leyla.vault.setPreference('alike.joined', kept);
    await leyla.vault.setPreference('pairs', [`${before} ${other}`]);
    await leyla.vault.setPreference('begun', {
      [now]: 'SECRET',
      at: 3,
      rows: [{ of: `/cases/${now}` }, 'x'],
    });

    expect(await leyla.vault.erase({ dossier: now, why })).toMatchObject({
      failure: { code: 'leaves-joined' },
    });
    expect(await aliases(leyla)).toHaveLength(3);
    expectOk(await leyla.vault.erase({ dossier: now, along: [before], why }));
    await leyla.vault.setPreference('late', kept);
    await settle(leyla, rena, leyla, rena, leyla);
    for (const device of [leyla, rena]) {
      expect(await aliases(device)).toEqual(['other']);
      expect(await opens(device, before)).toBe(false);
      expect(JSON.stringify(await device.vault.history(before))).not.toContain('STORY');
    }
    expect((await leyla.vault.erasures()).filter(({ isGoneFromServer }) => isGoneFromServer)).toHaveLength(2);
    for (const name of ['alike.joined', 'late'])
      expect(await leyla.vault.preference(name)).toEqual([{ into: other, names: ['stays'] }]);
    expect(await leyla.vault.preference('pairs')).toEqual([]);
    expect(await leyla.vault.preference('begun')).toEqual({ at: 3, rows: ['x'] });
  });
});
