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

/** What is drawn of something on a scale. */
export interface BarOn {
  /** From when it begins, or is first due, to when it is there; up to today it is behind, from then on ahead. */
  past: { from: number; to: number } | null;
  ahead: { from: number; to: number } | null;
  /** Days of which nobody has said which one it is: longer than a month. */
  about: readonly { from: number; to: number }[];
  /** Null: today lies outside of the scale. */
  today: number | null;
}

const MONTH_OF_DAYS = 32;

/**
 * From when to when something was promised, on a scale; null where neither lies on it.
 * @param today YYYY-MM-DD
 */
export function barOn(
  scale: FuzzyDate,
  { start, regular }: { start: FuzzyDate | null; regular: FuzzyDate | null },
  today: string,
): BarOn | null {
  const dates = [start, regular].flatMap((date) => {
    const span = date === null ? null : spanOn(scale, date);
    return date === null || span === null ? [] : [{ date, span }];
  });
  if (dates.length === 0) return null;
  const from = Math.min(...dates.map(({ span }) => span.from));
  const to = Math.max(...dates.map(({ span }) => span.to));
  const now = spanOn(scale, { day: today });
  // Where today lies outside, all of it is behind, or all ahead.
  const until =
    now === null ? (fuzzyRange(scale).to < today ? to : from) : Math.min(to, Math.max(from, now.from));
  return {
    past: until > from ? { from, to: until } : null,
    ahead: to > until ? { from: until, to } : null,
    about: dates.flatMap(({ date, span }) => {
      const range = fuzzyRange(date);
      const isAbout = Date.parse(range.to) - Date.parse(range.from) > MONTH_OF_DAYS * DAY;
      return isAbout ? [{ from: span.from, to: span.to }] : [];
    }),
    today: now?.from ?? null,
  };
}
