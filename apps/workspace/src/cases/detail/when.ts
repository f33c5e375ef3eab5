import type { FuzzyDate } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';

/** Reads a stored date; anything else (an older or broken value) is no date. */
export function fuzzyDate(value: Value | undefined): FuzzyDate | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { day, about, until } = value;
  if (typeof day !== 'string' || !DAY.test(day)) return null;
  const date: FuzzyDate = { day };
  if (about === true) date.about = true;
  if (typeof until === 'string' && DAY.test(until)) date.until = until;
  return date;
}

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The first and the last day that a date may mean, as YYYY-MM-DD. A year or month spans all its days. */
export function spanOf(date: FuzzyDate): { from: string; to: string } {
  const from = firstDay(date.day);
  const to = lastDay(date.until ?? date.day);
  return to < from ? { from, to: lastDay(date.day) } : { from, to };
}

function firstDay(day: string): string {
  if (day.length === 4) return `${day}-01-01`;
  return day.length === 7 ? `${day}-01` : day;
}

function lastDay(day: string): string {
  if (day.length === 4) return `${day}-12-31`;
  if (day.length === 10) return day;
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return `${day}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** The calendar day of a moment where the reader sits, as YYYY-MM-DD. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
