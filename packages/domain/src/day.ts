/** Days of the calendar as texts, YYYY-MM-DD, which sort as they follow each other. */

const DAY = 86_400_000;

/** The day (UTC) of a moment, in milliseconds since 1970 and before the year 10000. */
export function dayAt(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that many days later. */
export function addDays(day: string, days: number): string {
  return dayNumbered(dayNumber(day) + days);
}

/** Days since 1970. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(day) / DAY);
}

/** The day that so many days since 1970 lead to. */
export function dayNumbered(number: number): string {
  return dayAt(number * DAY);
}
