import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { FuzzyDate } from './kind.ts';

/** Where something lies between two days: 0 is the first, 1 the last. */
export interface OnScale {
  from: number;
  to: number;
  /** As far as it lies outside the scale it is cut, and says so. */
  cut: boolean;
}

const DAY = 86_400_000;

/** Where a date lies on a scale. Null where either cannot be read, or the date lies wholly outside. */
export function spanOn(scale: FuzzyDate, date: FuzzyDate): OnScale | null {
  if (!isFuzzyDate(scale) || !isFuzzyDate(date)) return null;
  const whole = fuzzyRange(scale);
  const part = fuzzyRange(date);
  const start = Date.parse(whole.from);
  // The last day belongs to it until its evening.
  const length = Date.parse(whole.to) + DAY - start;
  const from = (Date.parse(part.from) - start) / length;
  const to = (Date.parse(part.to) + DAY - start) / length;
  if (to <= 0 || from >= 1) return null;
  return { from: Math.max(0, from), to: Math.min(1, to), cut: from < 0 || to > 1 };
}

/** The years of a scale, each with where it begins on it; none where it cannot be read. */
export function yearsOn(scale: FuzzyDate): { year: number; at: number }[] {
  if (!isFuzzyDate(scale)) return [];
  const { from, to } = fuzzyRange(scale);
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => ({
    year: first + i,
    at: spanOn(scale, { day: String(first + i) })?.from ?? 0,
  }));
}
