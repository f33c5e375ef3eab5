import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { isFuzzyDate } from '@dayaq/domain';
import { type Given, type Question, readGiven } from '@dayaq/domain/count';
import type { Id, RecordView } from '@dayaq/vault/client';
import { endOfMonth } from './words.ts';

/** A month as it stood on a day. */
export interface Reading {
  readonly record: Id;
  readonly by: Id;
  readonly given: Given;
}

/** A month with all that was frozen of it, the first reading first. */
export interface FrozenMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly readings: readonly Reading[];
}

/** A question of one month. */
export const ofMonth = (question: Question, month: string): Question => ({
  ...question,
  from: `${month}-01`,
  to: endOfMonth(month),
});

/** What was frozen of a figure, the newest month first, and how many readings cannot be read here: those say nothing. */
export function frozenMonths(records: readonly RecordView[]): { months: FrozenMonth[]; unread: number } {
  let unread = 0;
  const months = new Map<string, Reading[]>();
  for (const record of records) {
    const { month } = valuesOf(record);
    const given = readGiven(textIn(record, 'given'));
    if (given === null || !isFuzzyDate(month)) {
      unread += 1;
      continue;
    }
    const reading = { record: record.id, by: record.created.by, given };
    months.set(month.day, [...(months.get(month.day) ?? []), reading]);
  }
  const read = [...months]
    .map(([month, readings]) => ({
      month,
      readings: readings.sort((a, b) => (a.given.day < b.given.day ? -1 : a.given.day > b.given.day ? 1 : 0)),
    }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  return { months: read, unread };
}

/** By how much a reading differs from the one before; null where either is kept back. */
export function since(before: Given, after: Given): number | null {
  return before.all.low === null || after.all.low === null ? null : after.all.low - before.all.low;
}
