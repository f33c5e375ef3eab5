import type { CountryCode } from '@dayaq/domain';

export const DAY = 86_400_000;
/** Hours ahead of UTC, all year round. */
const AHEAD: Record<CountryCode, number> = { az: 4, tj: 5 };

/** Milliseconds since 1970 of a day (YYYY-MM-DD) and a time there. */
export function momentOf(day: string, hour: number, minute: number, country: CountryCode): number {
  return Date.parse(day) + ((hour - AHEAD[country]) * 60 + minute) * 60_000;
}

/** The day (YYYY-MM-DD) there at a moment. */
export function dayThere(moment: number, country: CountryCode): string {
  return new Date(moment + AHEAD[country] * 3_600_000).toISOString().slice(0, 10);
}
