import { costState, type CostState, fundBalances, type PlainRecord, validateRecord } from '@dayaq/domain';
import { describe, expect, test } from 'vitest';
import { generateCases } from './generate.ts';
import { inventMoney, type MoneyOptions } from './money.ts';

const NOW = Date.parse('2026-11-21T16:00:00Z');
const members = [
  { account: 'c', role: 'coordinator', languages: ['az'], work: 'coordinates' },
  { account: 's', role: 'caseworker', languages: ['az'], work: 'street' },
  { account: 'r', role: 'caseworker', languages: ['ru'], work: 'street' },
] as const satisfies MoneyOptions['members'];
const cases = [
  ...generateCases({
    seed: 1709,
    count: 320,
    country: 'az',
    languages: ['az', 'ru'],
    members,
    until: '2026-11-21',
  }),
];
const options: MoneyOptions = { seed: 1709, country: 'az', members, cases, now: NOW };
const acts = inventMoney(options);

/** Every record as it stands at the end. */
function records(): PlainRecord[] {
  const all = new Map<string, PlainRecord>();
  for (const { changes, author, at } of acts) {
    for (const { kind, record: id, fields } of changes) {
      const known = all.get(id) ?? {
        id,
        kind,
        deleted: false,
        fields: {},
        created: { by: author, at },
        updated: { by: author, at },
      };
      for (const [name, op] of Object.entries(fields)) if ('set' in op) known.fields[name] = op.set;
      all.set(id, known);
    }
  }
  return [...all.values()];
}

describe('the money of the demo', () => {
  test('is the same again', () => {
    expect(inventMoney(options)).toEqual(acts);
  });

  test('stands in every state, some of it waiting, and no one approved their own', () => {
    const costs = records().filter(({ kind }) => kind === 'cost');
    const states = new Set<CostState>(costs.map(costState));
    for (const state of ['asked', 'approved', 'refused', 'paid', 'receipted', 'refunded'] as const)
      expect(states, state).toContain(state);
    for (const { fields } of costs) {
      expect(fields['decidedBy'] === undefined || fields['decidedBy'] !== fields['askedBy']).toBe(true);
      expect(validateRecord('cost', fields)).toEqual([]);
    }
    expect(Math.max(...acts.map(({ at }) => at))).toBeLessThanOrEqual(NOW);
  });

  test('has a fund that is overspent, and costs that a fund cannot count', () => {
    const balances = fundBalances(records());
    expect(balances.some(({ fund, left }) => fund !== '' && left < 0)).toBe(true);
    expect(balances.some(({ fund, left }) => fund !== '' && left > 0)).toBe(true);
    expect(balances.some(({ uncounted }) => uncounted.length > 0)).toBe(true);
  });
});
