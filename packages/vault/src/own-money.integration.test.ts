import { advanceBalances, fundBalances, owedToPeople, type PlainRecord } from '@dayaq/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import type { Value } from './client.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const azn = (minor: number) => ({ minor, currency: 'AZN' });

async function money({ vault }: Device): Promise<PlainRecord[]> {
  const { records } = await vault.records({ kinds: ['cost', 'fund', 'advance'], after: null, limit: 50 });
  return records.map(({ record, ...row }) => ({ deleted: false, ...row, id: record }));
}

it('whoever holds an advance, by whatever program, changes nothing of it, nor makes a gift of what another wants back', async () => {
  const leyla = await world.found('Leyla');
  const mallory = await world.join(leyla, 'Mallory');
  const [fund, advance, cost] = [
    await leyla.vault.newId(),
    await leyla.vault.newId(),
    await leyla.vault.newId(),
  ];
  const given = { to: mallory.account, amount: azn(500_000), day: { day: '2026-11-01' }, fund };
  expectOk(
    await leyla.vault.save({
      dossier: fund,
      changes: [set('fund', fund, { name: 'Fund', amount: azn(1_000_000) }), set('advance', advance, given)],
    }),
  );
  const dossier = await newCase(leyla, 'Zaur');
  const asked = { purpose: 'transport', amount: azn(2000), askedBy: leyla.account, askedAt: 1 };
  const own = { spentFrom: 'own', spentBy: leyla.account, ownMoney: 'reimburse' };
  expectOk(await leyla.vault.save({ dossier, changes: [set('cost', cost, { ...asked, ...own })] }));
  await settle(leyla, mallory);
  // Their own program refuses it; another one sends it.
  const back: Record<string, Value> = { returned: azn(500_000), returnedOn: { day: '2026-11-20' } };
  expect((await mallory.vault.save({ dossier: fund, changes: [set('advance', advance, back)] })).ok).toBe(
    false,
  );
  const insider = await Insider.behind(world, mallory);
  for (const fields of [back, { amount: azn(500_000), to: mallory.account }])
    expect(await insider.send(fund, [{ changes: [change('advance', advance, fields)] }])).toBe('ok');
  const gift = change('cost', cost, { ownMoney: 'gift', spentBy: mallory.account });
  expect(await insider.send(dossier, [{ changes: [gift] }])).toBe('ok');
  await settle(mallory, leyla);
  for (const device of [leyla, mallory]) {
    const seen = await money(device);
    expect(advanceBalances(seen)).toMatchObject([{ outstanding: 500_000, to: mallory.account }]);
    expect(fundBalances(seen).find((each) => each.fund === fund)).toMatchObject({ left: 500_000 });
    expect(owedToPeople(seen)).toMatchObject([{ to: leyla.account, asked: 2000 }]);
  }
});
