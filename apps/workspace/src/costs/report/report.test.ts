import { actOnCost, costState, fundBalances, type PlainRecord } from '@dayaq/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CostLine } from '../cost-lines.ts';
import { moneyOf, textOf } from '@dayaq/acts/cost/cost-records';
import { reportRows, reportSheets, type ReportWords } from './report.ts';
import { readSheet } from './testing/read-workbook.ts';
import { workbook } from './workbook.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const FUNDS = [
  record('f1', 'fund', { name: 'Emergency', donor: 'Donor A', amount: { minor: 10 ** 6, currency: 'AZN' } }),
  record('f2', 'fund', { name: '=Legal', donor: '', amount: { minor: 800_000, currency: 'EUR' } }),
];

/** Does the acts one after the other; what cannot be done is left. */
function lived(cost: PlainRecord, acts: readonly string[]): PlainRecord {
  let now = cost;
  for (const [i, act] of acts.entries()) {
    const by = act === 'ask' ? 'a' : 'b';
    const amount = { minor: 1 + i, currency: moneyOf(cost, 'amount')?.currency ?? '' };
    const outcome = actOnCost(now, {
      act: act as 'ask',
      by,
      at: i,
      ...(act === 'refuse' || act === 'no-receipt' ? { why: 'so' } : {}),
      ...(act === 'refund' ? { amount } : {}),
    });
    if (outcome.ok) now = { ...now, fields: { ...now.fields, ...outcome.changes } };
  }
  return now;
}

const line = (cost: PlainRecord): CostLine => ({
  id: cost.id,
  dossier: 'd',
  case: { reference: 'AB-12', alias: 'Ülkər', status: 'new' },
  record: cost,
  state: costState(cost),
  amount: moneyOf(cost, 'amount'),
  fund: textOf(cost, 'fund'),
  at: 1,
  day: '2026-11-21',
  apart: [],
});

const amount = fc.record({
  minor: fc.integer({ min: 1, max: 10 ** 9 }),
  currency: fc.constantFrom('AZN', 'EUR', 'USD'),
});
const costs = fc
  .array(
    fc.tuple(
      fc.record({
        amount,
        secondAmount: fc.option(amount, { nil: undefined }),
        fund: fc.constantFrom('f1', 'f2', 'unknown', undefined),
        words: fc.constantFrom('', '=cmd', 'bus'),
      }),
      fc.array(fc.constantFrom('ask', 'approve', 'refuse', 'pay', 'no-receipt', 'refund'), { maxLength: 12 }),
    ),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(([fields, acts], i) =>
      lived(record(`c${i}`, 'cost', fields), ['ask', ...acts].slice(acts.length % 5 === 4 ? 1 : 0)),
    ),
  );

test('what the rows of the report add up to is what the balances say, fund by fund and state by state', () => {
  fc.assert(
    fc.property(costs, (all) => {
      const rows = reportRows(all.map(line), FUNDS);
      for (const balance of fundBalances([...FUNDS, ...all])) {
        const sum = (...states: string[]) =>
          rows
            .filter((row) => row.fund === balance.fund && row.currency === balance.currency)
            .filter((row) => states.includes(row.state))
            .reduce((total, row) => total + (row.counted ?? 0), 0);
        expect(sum('asked')).toBe(balance.asked);
        expect(sum('approved')).toBe(balance.committed);
        expect(sum('paid', 'receipted', 'refunded')).toBe(balance.spent);
        expect(sum('refused', 'draft')).toBe(0);
        expect(rows.filter((row) => row.fund === balance.fund && row.counted === null).length).toBe(
          balance.fund === '' ? 0 : balance.uncounted.filter((id) => isListed(all, id)).length,
        );
      }
    }),
  );
});

const isListed = (all: readonly PlainRecord[], id: string): boolean =>
  all.some((cost) => cost.id === id && costState(cost) !== 'draft');

const COLUMNS = [
  'reference',
  'day',
  'purpose',
  'words',
  'fund',
  'line',
  'source',
  'donor',
  'state',
  'amount',
  'currency',
  'second',
  'refunded',
  'receipt',
  'counted',
  'fundCurrency',
  'given',
  'asked',
  'committed',
  'spent',
  'advanced',
  'left',
] as const;
const WORDS: ReportWords = {
  costs: 'Costs',
  funds: 'Funds',
  head: [['Period', '2026']],
  note: 'never added up',
  inPeriod: 'in this period',
  columns: Object.fromEntries(COLUMNS.map((name) => [name, name])) as ReportWords['columns'],
  purpose: () => 'Transport',
  state: (state) => state,
  receipt: (receipt) => receipt,
  fund: (id) => textOf(FUNDS.find((fund) => fund.id === id) ?? { fields: {} }, 'name') || 'no fund',
  line: () => '',
  source: () => 'own',
  day: (day) => day,
};

test('the file holds the reference of the case and nobody by name; own words only where they were asked for', async () => {
  const paid = lived(
    record('c', 'cost', {
      amount: { minor: 12_050, currency: 'AZN' },
      secondAmount: { minor: 6100, currency: 'EUR' },
      fund: 'f2',
      words: '=cmd|x',
    }),
    ['ask', 'approve', 'pay'],
  );
  const made = (withWords: boolean) =>
    workbook(
      reportSheets(
        { lines: [line(paid)], funds: FUNDS, balances: fundBalances([...FUNDS, paid]), withWords },
        WORDS,
      ),
    );
  const [, , , titles, row] = readSheet(made(false), 1);
  expect(titles).not.toContain('words');
  expect(row).toEqual(
    [
      'AB-12',
      '2026-11-21',
      'Transport',
      '=Legal',
      '',
      '',
      'own',
      'paid',
      '120.50',
      'AZN',
      '61.00',
      'EUR',
      '',
      '',
    ].concat(['missing', '61.00', 'EUR']),
  );
  expect(readSheet(made(true), 1).flat()).toContain('=cmd|x');
  const sums = readSheet(made(false), 2);
  expect(sums.at(-1)).toEqual(['=Legal', '', 'EUR', '8000.00', '0.00', '0.00', '61.00', '0.00', '7939.00']);
  for (const bytes of [made(false), made(true)])
    for (const cell of [...readSheet(bytes, 1), ...readSheet(bytes, 2)].flat())
      expect(cell).not.toContain('Ülkər');
});
