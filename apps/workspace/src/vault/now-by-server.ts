import { dayOf } from '@dayaq/locale';
import { status } from './session.ts';

const DAY = 86_400_000;

/** This moment in ms, by the server's day where this device's clock is known to be wrong: what is reckoned hangs on no wrong clock. */
export function nowByServer(): number {
  return Date.now() - status.value.clockAhead * DAY;
}

/** The day that it is by `nowByServer`, YYYY-MM-DD. */
export function todayByServer(): string {
  return dayOf(nowByServer());
}
