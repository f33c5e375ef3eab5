import { dueFor } from '@dayaq/acts/retention/due';
import type { Change, Id } from '@dayaq/vault/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aliases,
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const YEAR = 365 * 86_400_000;

async function closedCase(device: Device, alias: string, ...more: Change[]): Promise<Id> {
  const id = await newCase(device, alias);
  const changes = [set('case', id, { status: 'closed', outcome: 'resolved' }), ...more];
  expectOk(await device.vault.save({ dossier: id, changes }));
  return id;
}

it('what was kept as long as a rule says is proposed, the oldest first; what is open, dangerous, paid for or has no rule is not; and nothing goes by itself', async () => {
  let ago = 3 * YEAR;
  const leyla = await world.found('Leyla', { now: () => Date.now() - ago });
  const old = await closedCase(leyla, 'old');
  await newCase(leyla, 'open');
  const paid = await closedCase(leyla, 'paid', set('cost', await leyla.vault.newId(), { purpose: 'food' }));
  ago = 2 * YEAR;
  const younger = await closedCase(leyla, 'younger');
  // Somebody is still in danger who never knew that it was closed.
  const danger = await newCase(leyla, 'danger');
  const threat = set('threat', await leyla.vault.newId(), { type: ['kill'], credible: 'likely' });
  expectOk(await leyla.vault.save({ dossier: danger, changes: [set('case', danger, { status: 'closed' })] }));
  expectOk(await leyla.vault.save({ dossier: danger, changes: [threat] }));
  ago = 0;
  await closedCase(leyla, 'fresh');
  await settle(leyla);
  const space = (await leyla.vault.status()).space as Id;
  const due = async (rules: Parameters<typeof dueFor>[2]) =>
    (await dueFor(leyla.vault, space, rules, Date.now())).map(({ row }) => row.id);

  expect(await due({})).toEqual([]);
  expect(await due({ keepCases: 12 })).toEqual([old, younger]);
  expect(await due({ keepCases: 30 })).toEqual([old]);
  expect(await due({ keepPaidCases: 12 })).toEqual([paid]);
  expect(await due({ keepLeads: 1, keepLetters: 1 })).toEqual([]);
  expect((await aliases(leyla)).sort()).toEqual(['danger', 'fresh', 'old', 'open', 'paid', 'younger']);
  expectOk(await leyla.vault.erase({ dossier: old, why: 'kept-long-enough' }));
  expect(await due({ keepCases: 12 })).toEqual([younger]);
});
