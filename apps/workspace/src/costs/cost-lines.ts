import {
  costAmong,
  costDay,
  type CostRecord,
  type CostState,
  costState,
  type Money,
  type PlainRecord,
} from '@dayaq/domain';
import type { CaseMention, Id, ListedRecord, RecordView } from '@dayaq/vault/client';
import { offsetIn } from '../services/clock.ts';
import {
  decisionsApart,
  momentOf,
  moneyOf,
  plainCost,
  plainListed,
  textOf,
} from '@dayaq/acts/cost/cost-records';

/** One cost as the page of all costs shows it. */
export interface CostLine {
  id: Id;
  dossier: Id;
  case: CaseMention | null;
  record: PlainRecord & CostRecord;
  state: CostState;
  amount: Money | null;
  /** Record id of the fund, or empty. */
  fund: string;
  /** When its last step was done (ms): it orders what waits. */
  at: number;
  /** The organisation's day on which it was spent, else paid, decided, asked for, YYYY-MM-DD. */
  day: string;
  /** Who decided without knowing of each other. */
  apart: { by: string; decision: string }[];
}

/**
 * @param country whose clocks say what day it was
 * @param known advances and budget lines
 * @param view the record as its case shows it, where two people wrote apart and the list cannot tell what
 */
export function costLine(
  listed: ListedRecord,
  country: string,
  known: readonly PlainRecord[],
  view?: RecordView,
): CostLine {
  const record = costAmong(view === undefined ? plainListed(listed) : plainCost(view), known);
  const moments = ['paidAt', 'decidedAt', 'askedAt'].map((name) => momentOf(record, name));
  const at = moments.find((moment) => moment !== null) ?? record.created.at;
  return {
    id: record.id,
    dossier: listed.dossier,
    case: listed.case,
    record,
    state: costState(record),
    amount: moneyOf(record, 'amount'),
    fund: textOf(record, 'fund'),
    at,
    day: costDay(record, offsetIn(country, at)),
    apart: view === undefined ? [] : decisionsApart(view),
  };
}

export interface CostGroups {
  /** Asked for, the longest waiting first. */
  waiting: CostLine[];
  /** Approved and not paid, or not paid back. */
  toPay: CostLine[];
  /** Paid, with neither a receipt nor a word why not. */
  noReceipt: CostLine[];
}

/** What somebody has to do something about; the oldest first. */
export function costGroups(lines: readonly CostLine[]): CostGroups {
  const of = (state: CostState): CostLine[] =>
    lines.filter((line) => line.state === state).sort((a, b) => inTime(a, b));
  return { waiting: of('asked'), toPay: of('approved'), noReceipt: of('paid') };
}

const inTime = (a: CostLine, b: CostLine): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Which costs are looked at. */
export interface CostFilter {
  /** First and last day, YYYY-MM-DD; null: open. */
  from: string | null;
  to: string | null;
  /** Null: every fund. Empty: without a fund. */
  fund: string | null;
}

/** The costs of a period and a fund, the newest first. Drafts are nobody's business yet. */
export function chosenCosts(
  lines: readonly CostLine[],
  { from, to, fund }: CostFilter,
  knownFunds: ReadonlySet<string>,
): CostLine[] {
  return lines
    .filter(
      (line) =>
        line.state !== 'draft' &&
        (from === null || line.day >= from) &&
        (to === null || line.day <= to) &&
        (fund === null || (knownFunds.has(line.fund) ? line.fund : '') === fund),
    )
    .sort((a, b) => inTime(b, a));
}
