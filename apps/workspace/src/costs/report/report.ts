import { fundBalances, type FundBalance, type Money, type PlainRecord } from '@dayaq/domain';
import type { CostLine } from '../cost-lines.ts';
import { moneyOf, textOf } from '@dayaq/acts/cost/cost-records';
import type { Cell, Sheet } from './workbook.ts';

/** Whether a paid cost has its receipt; empty where it is not paid. */
export type ReceiptState = 'kept' | 'reason' | 'missing' | '';

/** One cost in the report: the case by its reference alone, nobody by name. */
export interface ReportRow {
  reference: string;
  day: string;
  record: PlainRecord;
  state: CostLine['state'];
  /** Record id of a known fund, or empty. */
  fund: string;
  /** Record id of its budget line, or empty. */
  line: string;
  amount: Money | null;
  second: Money | null;
  refunded: Money | null;
  receipt: ReceiptState;
  /** What of it stands in the fund's sums, in the smallest unit; null where it is counted nowhere. */
  counted: number | null;
  /** Currency of `counted`. */
  currency: string;
}

/** The costs of a report in the given order. Refused ones are listed and count nothing; drafts are left out. */
export function reportRows(lines: readonly CostLine[], funds: readonly PlainRecord[]): ReportRow[] {
  const byId = new Map(funds.map((fund) => [fund.id, fund]));
  return lines
    .filter(({ state }) => state !== 'draft')
    .map(({ record, state, day, amount, case: mention, fund: named }) => {
      const fund = state === 'given' ? undefined : byId.get(named);
      const [alone] = fundBalances(fund === undefined ? [record] : [fund, record]);
      const isCounted = state !== 'given' && alone !== undefined && alone.uncounted.length === 0;
      return {
        reference: mention?.reference ?? '',
        day,
        record,
        state,
        fund: fund?.id ?? '',
        line: textOf(record, 'line'),
        amount,
        second: moneyOf(record, 'secondAmount'),
        refunded: state === 'refunded' ? moneyOf(record, 'refunded') : null,
        receipt: receiptOf(record, state),
        counted: isCounted ? alone.asked + alone.committed + alone.spent : null,
        currency: alone?.currency ?? amount?.currency ?? '',
      };
    });
}

function receiptOf(record: PlainRecord, state: CostLine['state']): ReceiptState {
  if (state !== 'paid' && state !== 'receipted' && state !== 'refunded') return '';
  if (textOf(record, 'receipt') !== '') return 'kept';
  return textOf(record, 'noReceiptWhy').trim() === '' ? 'missing' : 'reason';
}

/** The words of the sheets, in the reader's language. */
export interface ReportWords {
  costs: string;
  funds: string;
  /** Above both sheets: "Period", "March 2026". */
  head: readonly (readonly [string, string])[];
  note: string;
  inPeriod: string;
  columns: Record<
    | 'reference'
    | 'day'
    | 'purpose'
    | 'words'
    | 'fund'
    | 'line'
    | 'source'
    | 'donor'
    | 'state'
    | 'amount'
    | 'currency'
    | 'second'
    | 'refunded'
    | 'receipt'
    | 'counted'
    | 'fundCurrency'
    | 'given'
    | 'asked'
    | 'committed'
    | 'spent'
    | 'advanced'
    | 'left',
    string
  >;
  purpose(record: PlainRecord): string;
  state(state: CostLine['state']): string;
  receipt(receipt: Exclude<ReceiptState, ''>): string;
  fund(id: string): string;
  /** Name of a budget line; empty for none. */
  line(id: string): string;
  /** Whose money it was. */
  source(record: PlainRecord): string;
  /** A day as it is written in a table. */
  day(day: string): string;
}

export interface ReportRequest {
  lines: readonly CostLine[];
  funds: readonly PlainRecord[];
  /** Of all costs until today: what is left does not depend on the period. */
  balances: readonly FundBalance[];
  /** What people wrote in their own words goes into the table too. */
  withWords: boolean;
}

/** The two sheets of a report: every cost, and the sums by fund. */
export function reportSheets(request: ReportRequest, words: ReportWords): Sheet[] {
  const rows = reportRows(request.lines, request.funds);
  const head: Cell[][] = words.head.map(([what, value]) => [strong(what), text(value)]);
  return [
    costSheet(rows, request, words, [...head, [text(words.note)], []]),
    fundSheet(request, words, [...head, [text(words.inPeriod)], [text(words.note)], []]),
  ];
}

const text = (value: string): Cell => (value === '' ? null : { text: value });
const strong = (value: string): Cell => ({ text: value, strong: true });
const money = (value: Money | null): [Cell, Cell] => [value, text(value?.currency ?? '')];

function costSheet(
  rows: readonly ReportRow[],
  { funds, withWords }: ReportRequest,
  words: ReportWords,
  head: Cell[][],
): Sheet {
  const { columns } = words;
  const donors = new Map(funds.map((fund) => [fund.id, textOf(fund, 'donor')]));
  const titles = [
    columns.reference,
    columns.day,
    columns.purpose,
    ...(withWords ? [columns.words] : []),
    columns.fund,
    columns.line,
    columns.donor,
    columns.source,
    columns.state,
    columns.amount,
    columns.currency,
    columns.second,
    columns.currency,
    columns.refunded,
    columns.currency,
    columns.receipt,
    columns.counted,
    columns.fundCurrency,
  ];
  const body = rows.map((row): Cell[] => [
    text(row.reference),
    text(words.day(row.day)),
    text(words.purpose(row.record)),
    ...(withWords ? [text(textOf(row.record, 'words'))] : []),
    text(words.fund(row.fund)),
    text(words.line(row.line)),
    text(donors.get(row.fund) ?? ''),
    text(words.source(row.record)),
    text(words.state(row.state)),
    ...money(row.amount),
    ...money(row.second),
    ...money(row.refunded),
    row.receipt === '' ? null : text(words.receipt(row.receipt)),
    row.counted === null ? null : { minor: row.counted, currency: row.currency },
    text(row.counted === null ? '' : row.currency),
  ]);
  return {
    name: words.costs,
    rows: [...head, titles.map(strong), ...body],
    widths: titles.map((_, i) => (i === 2 || (withWords && i === 3) ? 30 : 16)),
  };
}

function fundSheet({ lines, funds, balances }: ReportRequest, words: ReportWords, head: Cell[][]): Sheet {
  const { columns } = words;
  const titles = [
    columns.fund,
    columns.donor,
    columns.fundCurrency,
    columns.given,
    columns.asked,
    columns.committed,
    columns.spent,
    columns.advanced,
    columns.left,
  ];
  const inPeriod = fundBalances([...funds, ...lines.map(({ record }) => record)]);
  const body = inPeriod.map((balance): Cell[] => {
    const { fund, donor, currency } = balance;
    const now = balances.find((other) => other.fund === fund && other.currency === currency);
    const amount = (minor: number): Cell => ({ minor, currency });
    return [
      text(words.fund(fund)),
      text(donor),
      text(currency),
      fund === '' ? null : amount(balance.given),
      amount(balance.asked),
      amount(balance.committed),
      amount(balance.spent),
      fund === '' || now === undefined ? null : amount(now.advanced),
      fund === '' || now === undefined ? null : amount(now.left),
    ];
  });
  return {
    name: words.funds,
    rows: [...head, titles.map(strong), ...body],
    widths: titles.map((_, i) => (i < 2 ? 26 : 16)),
  };
}
