import { dayOf } from '@dayaq/locale';

/** Minutes east of UTC, all year round. */
const EAST: Readonly<Record<string, number>> = { az: 240, tj: 300 };
const MINUTE_MS = 60_000;

export interface ClockTime {
  /** YYYY-MM-DD. */
  day: string;
  /** Minutes since midnight. */
  minute: number;
}

/** What the clocks of a country show: doors open by them, whatever this device is set to. */
export function clockIn(country: string, at: number): ClockTime {
  const offset = EAST[country] ?? -new Date(at).getTimezoneOffset();
  return { day: dayOf(at, offset), minute: Math.floor(at / MINUTE_MS + offset) % 1440 };
}
