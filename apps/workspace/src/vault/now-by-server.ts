import { dayOf } from '@dayaq/locale';
import { offsetIn } from '../services/clock.ts';
import { currentSpace, status } from './session.ts';

const DAY = 86_400_000;

/** This moment in ms, by the server's day where this device's clock is known to be wrong: what is reckoned hangs on no wrong clock. */
export function nowByServer(): number {
  return Date.now() - status.value.clockAhead * DAY;
}

/**
 * The day that it is by `nowByServer` where the organisation works, YYYY-MM-DD, whatever zone this device is set to: what was
 * written there this evening is of today, never of tomorrow.
 */
export function todayByServer(): string {
  const now = nowByServer();
  return dayOf(now, offsetIn(currentSpace()?.country ?? '', now));
}
