import type { FuzzyDate } from './kind.ts';

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Whether the text is YYYY, YYYY-MM or YYYY-MM-DD and that year, month or day exists (years 1900 to 2199). */
export function isDay(day: unknown): day is string {
  if (typeof day !== 'string') return false;
  const parts = DAY.exec(day);
  if (parts === null) return false;
  const year = Number(parts[1]);
  const month = Number(parts[2] ?? '01');
  const date = Number(parts[3] ?? '01');
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false;
  return date >= 1 && date <= daysInMonth(year, month);
}

/** The first and last day (YYYY-MM-DD) of a year, month or day. */
function span(day: string): { from: string; to: string } {
  if (day.length === 4) return { from: `${day}-01-01`, to: `${day}-12-31` };
  if (day.length === 7) {
    return {
      from: `${day}-01`,
      to: `${day}-${two(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5))))}`,
    };
  }
  return { from: day, to: day };
}

export function isFuzzyDate(value: unknown): value is FuzzyDate {
  if (typeof value !== 'object' || value === null) return false;
  const date = value as { [K in keyof FuzzyDate]: unknown };
  if (!isDay(date.day)) return false;
  if (date.about !== undefined && typeof date.about !== 'boolean') return false;
  if (date.until === undefined) return true;
  return isDay(date.until) && span(date.until).to >= span(date.day).from;
}

/** First and last day (YYYY-MM-DD) that a date may mean. "About" is not widened: it is a word, not a number of days. */
export function fuzzyRange(date: FuzzyDate): { from: string; to: string } {
  return { from: span(date.day).from, to: span(date.until ?? date.day).to };
}

/** Orders by first possible day, then by last: "2023" stands before "June 2023", which stands before "2 July 2023". */
export function compareFuzzy(a: FuzzyDate, b: FuzzyDate): number {
  const left = fuzzyRange(a);
  const right = fuzzyRange(b);
  if (left.from !== right.from) return left.from < right.from ? -1 : 1;
  // The wider of two that begin together comes first, as a heading before what it holds.
  if (left.to !== right.to) return left.to > right.to ? -1 : 1;
  return 0;
}
