import { costState } from '@dayaq/domain';
import type { FieldView, RecordView, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { decisionsApart, plainCost } from './cost-records.ts';

const said = (value: Value, by: string, ...apart: [Value, string][]): FieldView => ({
  value,
  by,
  at: 1,
  alternatives: apart.map(([other, who], i) => ({ value: other, by: who, at: i })),
});

const amount = { minor: 100, currency: 'AZN' };

function cost(fields: Record<string, FieldView>): RecordView {
  return {
    id: 'c',
    kind: 'cost',
    deleted: false,
    fields: {
      amount: said(amount, 'a'),
      approvedAmount: said(amount, 'b'),
      askedBy: said('a', 'a'),
      askedAt: said(1, 'a'),
      ...fields,
    },
    created: { by: 'a', at: 1 },
    updated: { by: 'b', at: 2 },
  };
}

test('an approval that the asker signed in another name does not count', () => {
  const forged = cost({ decision: said('approved', 'a'), decidedBy: said('b', 'a') });
  expect(costState(plainCost(forged))).toBe('asked');
  const real = cost({ decision: said('approved', 'b'), decidedBy: said('b', 'b') });
  expect(costState(plainCost(real))).toBe('approved');
});

test('decisions that disagree wait for somebody, and it is told who decided what', () => {
  const apart = cost({
    decision: said('refused', 'c', ['approved', 'b'], ['refused', 'c']),
    decidedBy: said('c', 'c', ['b', 'b'], ['c', 'c']),
  });
  expect(costState(plainCost(apart))).toBe('asked');
  expect(decisionsApart(apart)).toEqual([
    { by: 'b', decision: 'approved' },
    { by: 'c', decision: 'refused' },
  ]);
});

test('two approvals made apart are one, whichever of the two names is shown', () => {
  const agreed = cost({
    decision: said('approved', 'c'),
    approvedAmount: said(amount, 'c'),
    decidedBy: said('b', 'b', ['b', 'b'], ['c', 'c']),
  });
  expect(costState(plainCost(agreed))).toBe('approved');
  expect(decisionsApart(agreed).map(({ by }) => by)).toEqual(['b', 'c']);
});

test('an asker who settles a conflict in their own favour has decided nothing', () => {
  const settled = cost({
    decision: said('approved', 'a'),
    decidedBy: said('b', 'b', ['a', 'a'], ['b', 'b']),
  });
  expect(costState(plainCost(settled))).toBe('asked');
});
