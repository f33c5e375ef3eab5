import { dayNumber } from './day.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/** Hours from one dose to the next where nobody said otherwise; whoever prescribes it knows better. */
export const USUAL_HOURS = 24;

const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/**
 * When the first dose is missed: the last that is known, the time from one to the next, and what they have with them. What is
 * not known counts for the earlier: a day without its hour began at midnight, a month on its first day.
 * @param fields of a record of the kind `detention`
 * @param utcOffset minutes east of UTC where it happens
 * @returns milliseconds since 1970; null where the last dose is not known
 */
export function doseMissedAt(fields: Readonly<Record<string, unknown>>, utcOffset: number): number | null {
  const { lastTaken, lastHour, every, stock } = fields;
  if (!isFuzzyDate(lastTaken)) return null;
  const taken =
    dayNumber(fuzzyRange(lastTaken).from) * DAY_HOURS + Math.min(whole(lastHour) ?? 0, DAY_HOURS - 1);
  const hours = taken + (whole(every) || USUAL_HOURS) + (whole(stock) ?? 0) * DAY_HOURS;
  return hours * HOUR - utcOffset * 60_000;
}

/** Whole hours until the first dose is missed; below 0 where it was. Null where the last dose is not known. */
export function hoursLeft(
  fields: Readonly<Record<string, unknown>>,
  utcOffset: number,
  now: number,
): number | null {
  const missed = doseMissedAt(fields, utcOffset);
  return missed === null ? null : Math.floor((missed - now) / HOUR);
}

/** Codes of `treatment-states` in which nobody need hurry. */
export const TREATMENT_GOES_ON: readonly string[] = ['kept', 'restored', 'stopped'];
