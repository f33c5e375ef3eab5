import { dayBefore, todayFrom } from '../fields/understand-date.ts';

/** The worker's day, YYYY-MM-DD. */
export function today(): string {
  return dayBefore(todayFrom(new Date()), 0);
}
