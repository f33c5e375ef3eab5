import { type FuzzyDate, isFuzzyDate } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';

/** Reads a stored date or moment; anything else (an older or broken value) is no date. */
export function dateIn(value: Value | undefined): FuzzyDate | null {
  if (typeof value === 'number') return { day: dayOf(value) };
  return isFuzzyDate(value) ? value : null;
}

/** The calendar day of a moment (ms since 1970) where the reader sits, as YYYY-MM-DD. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
