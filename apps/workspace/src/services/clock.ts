import { packOf } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';

const MINUTE_MS = 60_000;

export interface ClockTime {
  /** YYYY-MM-DD. */
  day: string;
  /** Minutes since midnight. */
  minute: number;
}

/** Minutes east of UTC where the organisation works; this device's, where no pack knows. */
export function offsetIn(country: string, at: number): number {
  return packOf(country)?.utcOffset ?? -new Date(at).getTimezoneOffset();
}

/** What the clocks of a country show: doors open by them, whatever this device is set to. */
export function clockIn(country: string, at: number): ClockTime {
  const offset = offsetIn(country, at);
  return { day: dayOf(at, offset), minute: Math.floor(at / MINUTE_MS + offset) % 1440 };
}
