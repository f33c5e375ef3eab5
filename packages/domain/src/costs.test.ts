import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { actOnCost, type CostAct, costState } from './costs.ts';
import { donorBalances, fundBalances } from './fund-balances.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const azn = (minor: number) => ({ minor, currency: 'AZN' });
const FUNDS = [
  record('f1', 'fund', { name: 'Emergency', donor: 'Donor A', amount: azn(1_000_000) }),
  record('f2', 'fund', { name: 'Papers', donor: 'Donor A', amount: azn(500_000) }),
  record('f3', 'fund', { name: 'Legal', donor: 'Donor B', amount: { minor: 800_000, currency: 'EUR' } }),
];
const ADVANCES = [
  record('v1', 'advance', { to: 'a', amount: azn(30_000), day: { day: '2026-03-01' }, fund: 'f1' }),
  record('v2', 'advance', { to: 'b', amount: { minor: 900, currency: 'EUR' }, fund: 'f3' }),
];

/** The cost after the act, or as it was where the act cannot be done. */
function after(cost: PlainRecord, act: CostAct): PlainRecord {
  const outcome = actOnCost(cost, act);
  return outcome.ok ? { ...cost, fields: { ...cost.fields, ...outcome.changes } } : cost;
}

const amount = fc.record({
  minor: fc.integer({ min: 1, max: 10 ** 9 }),
  currency: fc.constantFrom('AZN', 'EUR'),
});
const start = fc.record({
  amount,
  secondAmount: fc.option(amount, { nil: undefined }),
  fund: fc.constantFrom('f1', 'f2', 'f3', 'elsewhere', undefined),
  spentFrom: fc.constantFrom('ours', 'own', 'advance', undefined),
  spentBy: fc.constantFrom('a', 'b', undefined),
  ownMoney: fc.constantFrom('reimburse', 'gift', undefined),
  advance: fc.constantFrom('v1', 'v2', undefined),
});
const person = fc.constantFrom('a', 'b', 'c');
const act: fc.Arbitrary<CostAct> = fc
  .tuple(
    person,
    fc.oneof(
      fc.record({ act: fc.constantFrom('ask', 'approve', 'pay', 'undo') }),
      fc.record({ act: fc.constant('refuse' as const), why: fc.constantFrom('', 'not for this fund') }),
      fc.record({ act: fc.constant('receipt' as const), file: fc.constant('file1') }),
      fc.record({ act: fc.constant('no-receipt' as const), why: fc.constantFrom('', 'not safe') }),
      fc.record({ act: fc.constant('refund' as const), amount }),
    ),
  )
  .map(([by, rest]) => ({ by, at: 5, ...rest }) as CostAct);
const story = fc.tuple(
  fc.array(start, { minLength: 1, maxLength: 6 }),
  fc.array(fc.tuple(fc.nat(5), act), { maxLength: 60 }),
);

function played([starts, acts]: [object[], [number, CostAct][]]): PlainRecord[] {
  const costs = starts.map((fields, i) => record(`c${i}`, 'cost', { ...fields }));
  for (const [which, one] of acts) {
    const i = which % costs.length;
    const cost = costs[i];
    if (cost !== undefined) costs[i] = after(cost, one);
  }
  return costs;
}

test('a cost goes from asked to approved by another, paid, shown by a receipt, and refunded', () => {
  let cost = record('c', 'cost', { amount: azn(5000), fund: 'f1' });
  const states = [costState(cost)];
  const acts: CostAct[] = [
    { act: 'ask', by: 'a', at: 1 },
    { act: 'approve', by: 'b', at: 2 },
    { act: 'pay', by: 'a', at: 3 },
    { act: 'receipt', by: 'a', at: 4, file: 'x' },
    { act: 'refund', by: 'a', at: 5, amount: azn(2000) },
  ];
  for (const one of acts) {
    cost = after(cost, one);
    states.push(costState(cost));
  }
  expect(states).toEqual(['draft', 'asked', 'approved', 'paid', 'receipted', 'refunded']);
  expect(fundBalances([...FUNDS, cost])[0]).toMatchObject({ spent: 3000, left: 997_000, costs: 1 });
});

test('nobody approves their own cost, and an approval of that kind in the record counts for nothing', () => {
  const asked = after(record('c', 'cost', { amount: azn(1) }), { act: 'ask', by: 'a', at: 1 });
  expect(actOnCost(asked, { act: 'approve', by: 'a', at: 2 })).toEqual({ ok: false, problem: 'own-cost' });
  const forged = {
    ...asked,
    fields: {
      ...asked.fields,
      decision: 'approved',
      decidedBy: 'a',
      decidedAt: 2,
      approvedAmount: azn(1),
      paidAt: 3,
    },
  };
  expect(costState(forged)).toBe('asked');
});

test('whatever people try, no cost is ever paid that another did not approve, nor more refunded than was paid', () => {
  fc.assert(
    fc.property(story, (told) => {
      for (const { fields } of played(told)) {
        if (fields.paidAt !== undefined) {
          expect(fields.decision).toBe('approved');
          expect(fields.decidedBy).not.toBe(fields.askedBy);
          if (fields.spentFrom === 'own' || fields.spentFrom === 'advance')
            expect(fields.decidedBy).not.toBe(fields.spentBy);
        }
        const { refunded, amount: whole } = fields as Record<
          'refunded' | 'amount',
          { minor: number } | undefined
        >;
        if (refunded !== undefined) expect(refunded.minor).toBeLessThanOrEqual(whole?.minor ?? 0);
      }
    }),
  );
});

test('a refusal and a missing receipt need their reason, and a decision is made once', () => {
  const asked = after(record('c', 'cost', { amount: azn(1) }), { act: 'ask', by: 'a', at: 1 });
  expect(actOnCost(asked, { act: 'refuse', by: 'b', at: 2, why: ' ' })).toEqual({
    ok: false,
    problem: 'no-reason',
  });
  const approved = after(asked, { act: 'approve', by: 'b', at: 2 });
  expect(actOnCost(approved, { act: 'refuse', by: 'c', at: 3, why: 'x' })).toEqual({
    ok: false,
    problem: 'already-decided',
  });
  expect(actOnCost(approved, { act: 'receipt', by: 'a', at: 3, file: 'x' })).toEqual({
    ok: false,
    problem: 'not-paid',
  });
});

test('two decisions made apart are none until somebody has chosen', () => {
  const asked = after(record('c', 'cost', { amount: azn(1) }), { act: 'ask', by: 'a', at: 1 });
  const approved = after(asked, { act: 'approve', by: 'b', at: 2 });
  const no = after(asked, { act: 'refuse', by: 'c', at: 2, why: 'x' });
  for (const either of [approved, no]) expect(costState({ ...either, conflict: true })).toBe('asked');
  expect(actOnCost({ ...no, conflict: true }, { act: 'approve', by: 'b', at: 3 })).toMatchObject({
    ok: true,
  });
});

test('an approval is of the amount that was seen: a changed one waits again', () => {
  const asked = after(record('c', 'cost', { amount: azn(100) }), { act: 'ask', by: 'a', at: 1 });
  const approved = after(asked, { act: 'approve', by: 'b', at: 2 });
  expect(costState(approved)).toBe('approved');
  const raised = { ...approved, fields: { ...approved.fields, amount: azn(100_000) } };
  expect(costState(raised)).toBe('asked');
  expect(actOnCost(raised, { act: 'pay', by: 'a', at: 3 })).toEqual({ ok: false, problem: 'not-approved' });
});

test('a name in the record is worth nothing against the signature', () => {
  const asked = after(record('c', 'cost', { amount: azn(1) }), { act: 'ask', by: 'a', at: 1 });
  const approved = after(asked, { act: 'approve', by: 'b', at: 2 });
  const state = (writers: Record<string, string>) => costState({ ...approved, writers });
  expect(state({ askedBy: 'a', decision: 'b' })).toBe('approved');
  // The asker wrote the other's name, or the approver had asked in another's name.
  expect(state({ askedBy: 'a', decision: 'a' })).toBe('asked');
  expect(state({ askedBy: 'b', decision: 'b' })).toBe('asked');
  expect(actOnCost({ ...asked, writers: { askedBy: 'b' } }, { act: 'approve', by: 'b', at: 2 })).toEqual({
    ok: false,
    problem: 'own-cost',
  });
});

test('balances are the same in whatever order the records come', () => {
  const shuffled = story.chain((told) => {
    const all = [...FUNDS, ...ADVANCES, ...played(told)];
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
  });
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(fundBalances(other)).toEqual(fundBalances(all));
    }),
  );
});

test('balances never drift: what each act moves, added up, is what the records say', () => {
  fc.assert(
    fc.property(story, ([starts, acts]) => {
      const costs = starts.map((fields, i) => record(`c${i}`, 'cost', { ...fields }));
      const parts = ['asked', 'committed', 'spent', 'own'] as const;
      const sums = (records: PlainRecord[]) =>
        fundBalances([...FUNDS, ...records]).map(
          (b) => [`${b.fund} ${b.currency}`, ...parts.map((p) => b[p])] as const,
        );
      const running = new Map<string, number[]>();
      for (const [which, one] of acts) {
        const i = which % costs.length;
        const cost = costs[i];
        if (cost === undefined) continue;
        const next = after(cost, one);
        // The one cost alone, before and after: what this act moved.
        for (const [sign, list] of [
          [-1, sums([cost])],
          [1, sums([next])],
        ] as const)
          for (const [key, ...values] of list)
            running.set(
              key,
              values.map((value, p) => (running.get(key)?.[p] ?? 0) + sign * value),
            );
        costs[i] = next;
      }
      for (const [key, ...values] of sums(costs))
        expect(running.get(key) ?? [0, 0, 0, 0], key).toEqual(values);
    }),
  );
});

test('what is left, promised and spent is always what was given, in whole units, by fund and by donor', () => {
  fc.assert(
    fc.property(story, (told) => {
      const balances = fundBalances([...FUNDS, ...ADVANCES, ...played(told)]);
      for (const b of [...balances, ...donorBalances(balances)]) {
        expect(b.left + b.committed + b.spent + b.advanced).toBe(b.given);
        for (const part of ['left', 'asked', 'committed', 'spent', 'advanced', 'own'] as const)
          expect(Number.isSafeInteger(b[part])).toBe(true);
        expect(b.spent).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a cost in another currency is counted by its second amount, or named as not counted', () => {
  const paid = (id: string, fields: Record<string, unknown>): PlainRecord =>
    record(id, 'cost', {
      askedBy: 'a',
      askedAt: 1,
      decision: 'approved',
      decidedBy: 'b',
      decidedAt: 2,
      approvedAmount: azn(1000),
      paidAt: 3,
      fund: 'f3',
      ...fields,
    });
  const balance = fundBalances([
    ...FUNDS,
    paid('c1', {
      amount: azn(1000),
      secondAmount: { minor: 500, currency: 'EUR' },
      refunded: azn(333),
      refundedAt: 4,
    }),
    paid('c2', { amount: azn(1000) }),
  ]).find(({ fund }) => fund === 'f3');
  expect(balance).toMatchObject({ spent: 500 - 166, uncounted: ['c2'], costs: 1 });
});

test('a deleted cost is counted nowhere; a cost of no fund stands apart, by currency', () => {
  const asked = (id: string, currency: string, deleted: boolean): PlainRecord => ({
    ...record(id, 'cost', { amount: { minor: 7, currency }, askedBy: 'a', askedAt: 1 }),
    deleted,
  });
  expect(
    fundBalances([asked('c1', 'AZN', false), asked('c2', 'USD', false), asked('c3', 'USD', true)]),
  ).toMatchObject([
    { fund: '', currency: 'AZN', asked: 7 },
    { fund: '', currency: 'USD', asked: 7, costs: 1 },
  ]);
});
