import { actOnCost, costState } from '@dayaq/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedRecord, Value } from './client.ts';
import {
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

const amount = { minor: 8050, currency: 'AZN' };
const stateOf = (listed: ListedRecord | undefined) => (listed === undefined ? 'absent' : costState(listed));

it('money approved by its asker in the name of another is approved on no device; a real approval is', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const dossier = await newCase(rena, 'Zaur');
  const cost = await rena.vault.newId();
  const write = async (by: typeof leyla, fields: Record<string, Value>) => {
    expectOk(await by.vault.save({ dossier, changes: [set('cost', cost, fields)] }));
    await settle(rena, leyla);
  };
  const listed = async (on: typeof leyla) =>
    (await on.vault.records({ kinds: ['cost'], after: null, limit: 10 })).records[0];

  await write(rena, { purpose: 'transport', amount, askedBy: rena.account, askedAt: Date.now() });
  await write(rena, {
    decision: 'approved',
    decidedBy: leyla.account,
    decidedAt: Date.now(),
    approvedAmount: amount,
    paidBy: rena.account,
    paidAt: Date.now(),
  });
  for (const on of [leyla, rena]) {
    expect((await listed(on))?.writers).toEqual({
      amount: rena.account,
      askedBy: rena.account,
      decision: rena.account,
      approvedAmount: rena.account,
    });
    expect(stateOf(await listed(on))).toBe('asked');
  }

  const record = await listed(leyla);
  const outcome = actOnCost({ fields: {}, ...record }, { act: 'approve', by: leyla.account, at: Date.now() });
  if (!outcome.ok) throw new Error(outcome.problem);
  await write(leyla, outcome.changes as Record<string, Value>);
  for (const on of [leyla, rena]) expect(stateOf(await listed(on))).toBe('paid');
});

describe('money that was approved', () => {
  const raised = { minor: 900_000, currency: 'AZN' };
  it.each([
    ['who asked for it', (rena: Device) => Promise.resolve(rena)],
    ['a third, in the name of who approved', (_: Device, leyla: Device) => world.join(leyla, 'Mallory')],
  ])('is approved no more once %s raises it, on every device', async (_, raiser) => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const mallory = await raiser(rena, leyla);
    const dossier = await newCase(rena, 'a case');
    const cost = await rena.vault.newId();
    const everybody = [rena, leyla, mallory];
    const write = async (by: Device, fields: Record<string, Value>) => {
      expectOk(await by.vault.save({ dossier, changes: [set('cost', cost, fields)] }));
      await settle(by, ...everybody);
    };
    const states = () =>
      Promise.all(
        everybody.map(async ({ vault }) =>
          stateOf((await vault.records({ kinds: ['cost'], after: null, limit: 10 })).records[0]),
        ),
      );
    await write(rena, { purpose: 'transport', amount, askedBy: rena.account, askedAt: 1 });
    await write(leyla, {
      decision: 'approved',
      decidedBy: leyla.account,
      decidedAt: 2,
      approvedAmount: amount,
    });
    expect(await states()).toEqual(['approved', 'approved', 'approved']);
    await write(mallory, { amount: raised, approvedAmount: raised });
    expect(await states()).toEqual(['asked', 'asked', 'asked']);
  });
});
