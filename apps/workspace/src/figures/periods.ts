import type { Question } from '@dayaq/domain/count';
import { endOfMonth } from './words.ts';

export const PERIODS = ['all', 'this-month', 'last-month', 'this-year', 'last-year', 'own'] as const;
export type Period = (typeof PERIODS)[number];

/** The month before, YYYY-MM. */
export function monthBefore(month: string): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`;
}

/** First and last day of a period, by the day it is today; of one's own nothing is said here. */
export function daysOf(period: Exclude<Period, 'own'>, today: string): Pick<Question, 'from' | 'to'> {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  const ofMonth = (one: string) => ({ from: `${one}-01`, to: endOfMonth(one) });
  const ofYear = (one: number) => ({ from: `${one}-01-01`, to: `${one}-12-31` });
  switch (period) {
    case 'all':
      return { from: null, to: null };
    case 'this-month':
      return ofMonth(month);
    case 'last-month':
      return ofMonth(monthBefore(month));
    case 'this-year':
      return ofYear(year);
    case 'last-year':
      return ofYear(year - 1);
  }
}

/** Which of the periods a question is of. */
export function periodOf({ from, to }: Pick<Question, 'from' | 'to'>, today: string): Period {
  const named = PERIODS.filter((each) => each !== 'own');
  return (
    named.find((each) => {
      const days = daysOf(each, today);
      return days.from === from && days.to === to;
    }) ?? 'own'
  );
}
