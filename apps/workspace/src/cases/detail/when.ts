import { type FuzzyDate, isFuzzyDate } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';

/** Reads a stored date or moment; anything else (an older or broken value) is no date. */
export function dateIn(value: Value | undefined): FuzzyDate | null {
  if (typeof value === 'number') return { day: dayOf(value) };
  return isFuzzyDate(value) ? value : null;
}
