import { type FuzzyDate, fuzzyRange } from '@dayaq/domain';

export const PERIODS = ['month', 'last-month', 'quarter', 'year', 'last-year', 'all', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Period {
  /** YYYY-MM-DD; null: open. */
  from: string | null;
  to: string | null;
}

const pad = (number: number): string => String(number).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function months(year: number, first: number, last: number): Period {
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(lastDay(year, last))}` };
}

/**
 * The days of a named period.
 * @param today YYYY-MM-DD
 * @param own first and last day where the period is the reader's own; a day known only to the month means all of it
 */
export function periodOf(
  name: PeriodName,
  today: string,
  own: { from: FuzzyDate | null; to: FuzzyDate | null } = { from: null, to: null },
): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (name) {
    case 'month':
      return months(year, month, month);
    case 'last-month':
      return month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1);
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      return months(year, first, first + 2);
    }
    case 'year':
      return months(year, 1, 12);
    case 'last-year':
      return months(year - 1, 1, 12);
    case 'all':
      return { from: null, to: null };
    case 'own':
      return {
        from: own.from === null ? null : fuzzyRange(own.from).from,
        to: own.to === null ? null : fuzzyRange(own.to).to,
      };
  }
}
