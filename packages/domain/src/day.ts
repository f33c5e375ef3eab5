/** Days of the calendar as texts, YYYY-MM-DD, which sort as they follow each other. */

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The day of a moment, in milliseconds since 1970 and before the year 10000.
 * @param utcOffset minutes east of UTC of the clock that it is read from
 */
export function dayAt(moment: number, utcOffset = 0): string {
  return new Date(moment + utcOffset * MINUTE).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that many days later. */
export function addDays(day: string, days: number): string {
  return dayNumbered(dayNumber(day) + days);
}

/** The same day of the month that many months later, or the month's last day where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Days since 1970. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(day) / DAY);
}

/** The day that so many days since 1970 lead to. */
export function dayNumbered(number: number): string {
  return dayAt(number * DAY);
}
