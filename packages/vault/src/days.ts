/** Milliseconds. */
export const DAY = 86_400_000;

/**
 * The day's first millisecond (UTC). Charter acts and generation headers lie open on the server: they carry the day on
 * which they were made and nothing finer. What is sealed carries the exact time.
 */
export function startOfDay(now: number): number {
  return Math.floor(now / DAY) * DAY;
}

/** When something that lives for whole days from now ends: with a day, so that the end does not tell the beginning. */
export function endAfterDays(now: number, days: number): number {
  const end = now + days * DAY;
  return Number.isInteger(days) ? startOfDay(end) + DAY : end;
}
