import { derivedDossier, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeVault } from './node/index.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  aliases,
  type Device,
  expectOk,
  newCase,
  PASSPHRASE,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const rosterOf = async (device: Device) => derivedDossier((await spaceOfDevice(device)) as SpaceId, 'roster');
const nameOf = async (on: Device, who: Device) =>
  (await on.vault.members()).find(({ account }) => account === who.account)?.name;
const organisation = async (device: Device) => (await device.vault.status()).spaces[0]?.name;

/** A keyholder, a colleague, and a caseworker with a program of their own. */
async function aCircle() {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const mallory = await world.join(leyla, 'Mallory');
  await settle(leyla, rena, mallory, leyla);
  return { leyla, rena, mallory, insider: await Insider.behind(world, mallory) };
}

describe('a caseworker who obeys no rule of the program', () => {
  it('does not change what others are called, on any device', async () => {
    const { leyla, rena, mallory, insider } = await aCircle();
    const roster = await rosterOf(leyla);
    const renamed = change('profile', leyla.account, { name: 'Former volunteer' });
    expect(await insider.send(roster, [{ changes: [renamed] }])).toBe('ok');
    await settle(leyla, rena, mallory);
    for (const on of [leyla, rena, mallory]) expect(await nameOf(on, leyla)).toBe('Leyla');
    const again = await world.reopen(rena);
    await again.vault.syncNow();
    expect(await nameOf(again, leyla)).toBe('Leyla');

    const { total, listed } = await leyla.vault.overstepped();
    expect(total).toBe(1);
    expect(listed[0]).toMatchObject({
      dossier: roster,
      record: leyla.account,
      kind: 'profile',
      fields: ['name'],
      by: mallory.account,
      rule: 'not-theirs',
    });
    expect((await rena.vault.overstepped()).listed).toEqual([]);
  });

  it('does not keep silent on what it was shown by signing as a guest of another organisation', async () => {
    const { leyla, rena, insider } = await aCircle();
    const id = await newCase(leyla, 'as it is');
    await settle(leyla, rena);
    const { charter } = await insider.view();
    const view = { place: null, charter, peer: charter };
    const changes = [change('case', id, { alias: 'as Mallory has it' })];
    expect(await insider.send(id, [{ changes, view }])).toBe('ok');
    await settle(leyla, rena);
    for (const on of [leyla, rena]) {
      expect(await aliases(on)).toEqual(['as it is']);
      expect((await on.vault.status()).sync).toMatchObject({ refused: 1, problem: null });
    }
  });

  it('does not change the organisation’s name or country', async () => {
    const { leyla, rena, insider } = await aCircle();
    const roster = await rosterOf(leyla);
    expect(
      await insider.send(roster, [
        { changes: [change('organisation', roster, { name: 'Circle of Mallory', country: 'tj' })] },
      ]),
    ).toBe('ok');
    await settle(leyla, rena);
    for (const on of [leyla, rena]) {
      expect(await organisation(on)).toBe('Circle of Leyla');
      expect((await on.vault.status()).spaces[0]?.country).toBe('az');
    }
  });

  it('hides no case by an entry that pretends to be its first', async () => {
    const { leyla, rena, insider } = await aCircle();
    const id = await newCase(leyla, 'the case against a friend');
    await settle(leyla, rena);
    expect(await insider.send(id, [{ changes: [change('note', id, {})], heads: [], time: 0 }])).toBe('ok');
    await settle(leyla, rena);
    for (const on of [leyla, rena, await world.join(leyla, 'Fatima')]) {
      await settle(on);
      expect(await aliases(on)).toEqual(['the case against a friend']);
      expect(expectOk(await on.vault.dossier(id)).kind).toBe('case');
    }
    expect((await leyla.vault.overstepped()).listed[0]?.rule).toBe('other-kind');
  });

  it('takes no other record for another kind either', async () => {
    const { leyla, insider } = await aCircle();
    const id = await newCase(leyla, 'a case');
    const threat = await leyla.vault.newId();
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('threat', threat, { what: 'said' })] }));
    await settle(leyla);
    await insider.send(id, [{ changes: [change('note', threat, { text: '' })], heads: [], time: 0 }]);
    await settle(leyla);
    const { records } = expectOk(await leyla.vault.dossier(id));
    expect(records.find((record) => record.id === threat)?.kind).toBe('threat');
  });

  it('keeps an entry that was not taken in the graph, so that everybody writes on', async () => {
    const { leyla, rena, insider } = await aCircle();
    const id = await newCase(leyla, 'a case');
    await settle(leyla, rena);
    await insider.send(id, [{ changes: [change('note', id, {})] }]);
    await settle(leyla, rena);
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { summary: 'goes on' })] }));
    await settle(rena, leyla);
    const view = expectOk(await leyla.vault.dossier(id));
    expect(view.complete).toBe(true);
    expect(view.records[0]?.fields['summary']).toMatchObject({ value: 'goes on', alternatives: [] });
    expect(expectOk(await leyla.vault.history(id)).map(({ by }) => by)).toEqual([
      leyla.account,
      rena.account,
    ]);
  });
});

describe('our own program', () => {
  it('does not write what nobody would take, and says so', async () => {
    const { leyla, mallory } = await aCircle();
    const roster = await rosterOf(leyla);
    const changes = [set('profile', leyla.account, { name: 'Somebody' })];
    expect(await mallory.vault.save({ dossier: roster, changes })).toEqual({
      ok: false,
      failure: { code: 'not-allowed' },
    });
  });

  it('lets a keyholder correct a name, whoever changes it back', async () => {
    const { leyla, rena } = await aCircle();
    const roster = await rosterOf(leyla);
    expectOk(
      await leyla.vault.save({ dossier: roster, changes: [set('profile', rena.account, { name: 'Rəna' })] }),
    );
    await settle(leyla, rena);
    expect(await nameOf(rena, rena)).toBe('Rəna');
    expectOk(
      await rena.vault.save({ dossier: roster, changes: [set('profile', rena.account, { name: 'Rena' })] }),
    );
    await settle(rena, leyla);
    expect(await nameOf(leyla, rena)).toBe('Rena');
  });

  it('keeps what a keyholder wrote who is none any more', async () => {
    const { leyla, rena } = await aCircle();
    expectOk(await leyla.vault.setRole({ account: rena.account, role: 'coordinator', keyholder: true }));
    await settle(leyla, rena);
    const roster = await rosterOf(leyla);
    const changes = [set('organisation', roster, { name: 'Circle of both' })];
    expectOk(await rena.vault.save({ dossier: roster, changes }));
    await settle(rena, leyla);
    expectOk(await leyla.vault.setRole({ account: rena.account, role: 'caseworker', keyholder: false }));
    await settle(leyla, rena);
    const fatima = await world.join(leyla, 'Fatima');
    for (const on of [leyla, rena, fatima]) {
      await settle(on);
      expect(await organisation(on)).toBe('Circle of both');
    }
    expect(
      (await rena.vault.save({ dossier: roster, changes: [set('organisation', roster, { name: 'Mine' })] }))
        .ok,
    ).toBe(false);
  });
});

describe('members of one name', () => {
  it('are told apart everywhere that members are shown', async () => {
    const { leyla, rena, mallory, insider } = await aCircle();
    const roster = await rosterOf(leyla);
    await insider.send(roster, [{ changes: [change('profile', mallory.account, { name: 'Leyla' })] }]);
    await settle(leyla, rena);
    for (const on of [leyla, rena]) {
      const alike = (await on.vault.members()).filter(({ namesake }) => namesake);
      expect(alike.map(({ account }) => account)).toEqual([leyla.account, mallory.account]);
      const [first, second] = alike.map(({ name }) => name);
      expect(first).toMatch(/^Leyla · [0-9A-F]{4,}$/);
      expect(second).toMatch(/^Leyla · [0-9A-F]{4,}$/);
      expect(first).not.toBe(second);
    }
  });

  it('say who corrected a name', async () => {
    const { leyla, rena } = await aCircle();
    const changes = [set('profile', rena.account, { name: 'Rəna' })];
    expectOk(await leyla.vault.save({ dossier: await rosterOf(leyla), changes }));
    await settle(leyla, rena);
    const corrected = (await rena.vault.members()).map(({ correctedBy }) => correctedBy);
    expect(corrected).toEqual([null, leyla.account, null]);
  });
});

describe('the roster', () => {
  it('cannot be closed, by anybody', async () => {
    const { leyla, mallory } = await aCircle();
    const dossier = await rosterOf(leyla);
    const refused = { ok: false, failure: { code: 'cannot-be-closed' } };
    expect(await mallory.vault.restrict({ dossier, to: [] })).toEqual(refused);
    expect(await leyla.vault.restrict({ dossier, to: [leyla.account] })).toEqual(refused);
    const fatima = await world.join(leyla, 'Fatima');
    await settle(fatima, leyla, mallory);
    expect(await organisation(fatima)).toBe('Circle of Leyla');
  });
});

describe('a link of a keyholder who was removed', () => {
  it('lets nobody back in', async () => {
    const { leyla, mallory } = await aCircle();
    expectOk(await leyla.vault.setRole({ account: mallory.account, role: 'coordinator', keyholder: true }));
    await settle(leyla, mallory);
    const { link } = expectOk(
      await mallory.vault.invite({ role: 'coordinator', keyholder: true, days: 365 }),
    );
    await settle(mallory, leyla);
    expect((await leyla.vault.invitations()).at(-1)).toMatchObject({ by: mallory.account, state: 'open' });
    expectOk(await leyla.vault.removeMember(mallory.account));
    expect((await leyla.vault.invitations()).at(-1)).toMatchObject({ state: 'revoked' });
    const vault = await openNodeVault(world.server.url);
    expect(await vault.join({ link, passphrase: PASSPHRASE, name: 'New volunteer' })).toMatchObject({
      ok: false,
      failure: { code: 'invitation-unknown' },
    });
    expect((await leyla.vault.members()).filter(({ removed }) => !removed)).toHaveLength(2);
  });
});
