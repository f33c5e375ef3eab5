import { type DateOrder, isEitherDay } from '@dayaq/register';

/** A value of a column whose day may be its month; null where there is none. */
export function whichDay(values: Iterable<string>, year: number): string | null {
  for (const value of values) if (isEitherDay(value, year)) return value;
  return null;
}

export const ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];
