/** Threat: a keyholder who turned signs the end of what does not stand yet, and leaves. */
import { derivedDossier } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import { aliases, expectOk, set, settle, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('a case of a register, whose number was known before it came, is not destroyed by who signed its end and was removed before', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  await settle(leyla, rena, murad, leyla);
  // A row of a register has the same number on every member's device, whenever it is brought.
  const [row] = await murad.vault.idsFor(['register/17']);
  const insider = await Insider.behind(world, murad);
  const roster = await derivedDossier(insider.space, 'roster');
  const fields = { of: row ?? '', what: 'case', why: 'the-person-asked' };
  const record = await murad.vault.newId();
  expect(await insider.send(roster, [{ changes: [change('erasure', record, fields)] }])).toBe('ok');
  await settle(leyla, rena, leyla);
  expectOk(await leyla.vault.removeMember(murad.account));
  await settle(leyla, rena, leyla);
  const changes = [set('case', row ?? '', { alias: 'row 17', status: 'new' })];
  expectOk(await leyla.vault.save({ dossier: row ?? '', changes }));
  await settle(leyla, rena, leyla, rena);
  const late = await world.restored(rena);
  await settle(late);
  for (const device of [leyla, rena, late]) expect(await aliases(device)).toEqual(['row 17']);
});
