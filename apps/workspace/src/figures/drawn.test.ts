import { type Count, PLAIN_QUESTION } from '@dayaq/domain/count';
import { describe, expect, it } from 'vitest';
import { drawnCount } from './drawn.ts';
import { daysOf, monthBefore, periodOf, PERIODS } from './periods.ts';

const made = (sides: Count['sides'], cells: readonly number[], most = cells): Count => ({
  question: PLAIN_QUESTION,
  sides,
  cells,
  most,
  all: { low: 0, high: 0 },
  overlaps: false,
  perhaps: 0,
  undated: 0,
  withheld: 0,
});
const one = (low: number, high = low) => ({ low, high });

describe('a drawn table', () => {
  it('of one thing has a row for each, of two their sums too', () => {
    expect(drawnCount(made([], [7]))).toEqual([]);
    expect(drawnCount(made([['a', 'b']], [1, 2], [1, 9]))).toMatchObject([
      { of: null, rows: ['a', 'b'], cells: [[one(1)], [one(2, 9)]], rowSums: [], columnSums: [] },
    ]);
    expect(
      drawnCount(
        made(
          [
            ['a', 'b'],
            ['c', 'd', 'e'],
          ],
          [1, 2, 3, 4, 5, 6],
        ),
      ),
    ).toMatchObject([{ rowSums: [one(6), one(15)], columnSums: [one(5), one(7), one(9)] }]);
  });

  it('of three is one for each that the first says', () => {
    const tables = drawnCount(made([['x', 'y'], ['a'], ['c', 'd']], [1, 2, 3, 4]));
    expect(tables).toMatchObject([
      { of: 'x', cells: [[one(1), one(2)]] },
      { of: 'y', cells: [[one(3), one(4)]] },
    ]);
  });
});

describe('a period', () => {
  it('is known again by its days, at the turn of a year and in February too', () => {
    for (const today of ['2026-01-01', '2024-02-29', '2026-12-31', '2026-03-08'])
      for (const period of PERIODS)
        if (period !== 'own') expect(periodOf(daysOf(period, today), today)).toBe(period);
    expect(daysOf('last-month', '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('last-month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(monthBefore('2026-01')).toBe('2025-12');
    expect(periodOf({ from: '2026-01-02', to: null }, '2026-03-08')).toBe('own');
  });
});
