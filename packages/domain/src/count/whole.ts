import { dayNumber, dayNumbered } from '../day.ts';
import type { Dimension, Question } from './question.ts';

/** Why a month or year of a table is not counted whole: it is not over, or the question's time begins or ends within it. */
export type NotWhole = 'not-over' | 'cut';

const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;

/** The month after, YYYY-MM. */
export function monthAfter(month: string): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
}

/** First and last day of a month or year, as rows of a table are named; null of anything else. */
function daysOf({ by }: Dimension, name: string): readonly [first: string, last: string] | null {
  if (by === 'year' && YEAR.test(name)) return [`${name}-01-01`, `${name}-12-31`];
  if (by !== 'month' || !MONTH.test(name)) return null;
  return [`${name}-01`, dayNumbered(dayNumber(`${monthAfter(name)}-01`) - 1)];
}

/**
 * Why what stands in a row of a table is not of a whole month or year; null where it is, and of rows that are no time.
 * @param day on which it was counted, YYYY-MM-DD
 */
export function notWhole(
  { from, to }: Pick<Question, 'from' | 'to'>,
  dimension: Dimension,
  name: string,
  day: string,
): NotWhole | null {
  const days = daysOf(dimension, name);
  if (days === null) return null;
  const [first, last] = days;
  if (last >= day) return 'not-over';
  return (from !== null && from > first) || (to !== null && to < last) ? 'cut' : null;
}
