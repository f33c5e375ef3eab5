import { expect, test } from 'vitest';
import { actOnCost, type CostAct, costDay, costState } from './costs.ts';
import { advanceBalances, costAmong, fundBalances, lineBalances, owedToPeople } from './fund-balances.ts';
import { AZ } from './packs/az.ts';
import { TJ } from './packs/tj.ts';
import type { PlainRecord } from './plain-record.ts';
import { tasksDue } from './tasks-due.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'nigar', at: 1 },
  updated: { by: 'nigar', at: 1 },
});
const azn = (minor: number) => ({ minor, currency: 'AZN' });
const spent = (id: string, fields: Record<string, unknown>): PlainRecord =>
  record(id, 'cost', { amount: azn(1000), askedBy: 'nigar', askedAt: 1, spentBy: 'nigar', ...fields });

/** The cost after all of these acts, each of which must be possible. */
function after(cost: PlainRecord, ...acts: CostAct[]): PlainRecord {
  return acts.reduce((before, act) => {
    const outcome = actOnCost(before, act);
    if (!outcome.ok) throw new Error(outcome.problem);
    return { ...before, fields: { ...before.fields, ...outcome.changes } };
  }, cost);
}
const approve = (by: string): CostAct => ({ act: 'approve', by, at: 2 });

test('what a paralegal spent of her own before anybody decided is kept, owed to her, and paid back once another approved', () => {
  const cost = spent('c', { spentFrom: 'own', ownMoney: 'reimburse', fund: 'f' });
  const receipted = after(cost, { act: 'receipt', by: 'nigar', at: 1, file: 'photo' });
  expect(costState(receipted)).toBe('asked');
  expect(owedToPeople([receipted])).toEqual([{ to: 'nigar', currency: 'AZN', asked: 1000, approved: 0 }]);
  const approved = after(receipted, approve('leyla'));
  expect(owedToPeople([approved])).toEqual([{ to: 'nigar', currency: 'AZN', asked: 0, approved: 1000 }]);
  const back = after(approved, { act: 'pay', by: 'leyla', at: 3 });
  expect(costState(back)).toBe('receipted');
  expect(owedToPeople([back])).toEqual([]);
});

test('neither who asked nor who spent it approves that it is paid back', () => {
  const cost = spent('c', { spentFrom: 'own', ownMoney: 'reimburse', askedBy: 'leyla' });
  for (const by of ['leyla', 'nigar'])
    expect(actOnCost(cost, { act: 'approve', by, at: 2 })).toEqual({ ok: false, problem: 'own-cost' });
  expect(costState(after(cost, approve('samira')))).toBe('approved');
  const forged = { ...after(cost, approve('samira')), writers: { decision: 'nigar' } };
  expect(costState(forged)).toBe('asked');
});

test("own money that is given waits for nobody and is no fund's; nobody gives the money of another", () => {
  const fund = record('f', 'fund', { amount: azn(5000) });
  const given = spent('c', { spentFrom: 'own', ownMoney: 'gift', fund: 'f' });
  expect(costState(given)).toBe('given');
  expect(tasksDue([given], AZ).map(({ rule }) => rule)).toEqual([]);
  expect(fundBalances([fund, given])).toMatchObject([
    { fund: 'f', left: 5000, own: 0, costs: 0 },
    { fund: '', own: 1000, asked: 0, costs: 1 },
  ]);
  expect(costState({ ...given, writers: { ownMoney: 'leyla', askedBy: 'nigar' } })).toBe('asked');
});

test('what is left of an advance is what its holder must still have; the fund gets back only what was accounted for', () => {
  const fund = record('f', 'fund', { amount: azn(100_000) });
  const advance = record('v', 'advance', { to: 'nigar', amount: azn(5000), fund: 'f', returned: azn(500) });
  const first = spent('c1', { spentFrom: 'advance', advance: 'v' });
  const second = after(spent('c2', { spentFrom: 'advance', advance: 'v' }), approve('leyla'));
  const all = [fund, advance, first, second];
  expect(costState(second)).toBe('paid');
  expect(advanceBalances(all)).toMatchObject([
    { to: 'nigar', given: 5000, spent: 2000, returned: 500, left: 2500, outstanding: 3500 },
  ]);
  expect(fundBalances(all)).toMatchObject([{ asked: 1000, spent: 1000, advanced: 3500, left: 95_500 }]);
  expect(actOnCost(second, { act: 'pay', by: 'leyla', at: 3 })).toEqual({
    ok: false,
    problem: 'already-paid',
  });
  expect(costState(after(second, { act: 'undo', by: 'leyla', at: 3 }))).toBe('asked');
});

test('an advance that its holder wrote for themselves counts for nothing', () => {
  const advance = record('v', 'advance', { to: 'nigar', amount: azn(5000), fund: 'f' });
  expect(advanceBalances([{ ...advance, writers: { amount: 'leyla', to: 'leyla' } }])).toHaveLength(1);
  expect(advanceBalances([{ ...advance, writers: { amount: 'nigar', to: 'leyla' } }])).toEqual([]);
});

test('a budget line has its own limit under its fund', () => {
  const line = record('l', 'budget-line', { name: 'Transport', amount: azn(1500), fund: 'f' });
  const costs = [
    after(spent('c1', { line: 'l', fund: 'f' }), approve('leyla')),
    spent('c2', { line: 'l', fund: 'f', amount: azn(700) }),
    spent('c3', { line: 'l', fund: 'f', amount: { minor: 9, currency: 'EUR' } }),
    spent('c4', { fund: 'f' }),
  ];
  expect(lineBalances([line, ...costs])).toMatchObject([
    { line: 'l', fund: 'f', given: 1500, committed: 1000, asked: 700, left: 500, uncounted: ['c3'] },
  ]);
});

test('a cost paid at 01:30 in Baku has that day, whatever clock it is looked at by', () => {
  const paidAt = Date.UTC(2026, 10, 30, 21, 30);
  const paid = spent('c', { paidAt });
  expect(costDay(paid, AZ.utcOffset)).toBe('2026-12-01');
  expect(costDay(paid, TJ.utcOffset)).toBe('2026-12-01');
  // A day that somebody wrote is a day, in every zone.
  const own = spent('c', { spentFrom: 'own', spentOn: { day: '2026-11-28' }, paidAt });
  expect(costDay(own, AZ.utcOffset)).toBe('2026-11-28');
  const receipt = tasksDue([{ ...paid, fields: { ...paid.fields, decision: 'approved' } }], AZ);
  expect(receipt).toMatchObject([{ rule: 'cost-receipt', due: '2026-12-08' }]);
});

test('whoever holds the advance that a cost was spent from does not approve it, and a budget line of another fund stands in the way', () => {
  const known = [
    record('v', 'advance', { to: 'rena', amount: azn(5000), fund: 'f' }),
    record('l', 'budget-line', { name: 'Transport', amount: azn(1500), fund: 'f' }),
    record('m', 'budget-line', { name: 'Food', amount: azn(1500), fund: 'g' }),
  ];
  const cost = spent('c', { spentFrom: 'advance', advance: 'v', fund: 'f', line: 'l' });
  expect(costAmong(cost, known).holder).toBe('rena');
  expect(actOnCost(costAmong(cost, known), approve('rena'))).toMatchObject({ problem: 'own-cost' });
  expect(actOnCost(costAmong(cost, known), approve('leyla'))).toMatchObject({ ok: true });
  const other = spent('d', { fund: 'f', line: 'm' });
  expect(actOnCost(costAmong(other, known), approve('leyla'))).toMatchObject({
    problem: 'line-of-other-fund',
  });
  // Of what is not known here nothing is said.
  expect(actOnCost(costAmong(other, []), approve('leyla'))).toMatchObject({ ok: true });
});
