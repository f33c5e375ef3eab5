import { PLAIN_QUESTION, type Question } from '@dayaq/domain/count';
import { describe, expect, it } from 'vitest';
import type { Cell, Drawn } from './drawn.ts';
import { highest, MOST_SERIES, multiplesOf } from './multiples.ts';

const one = (low: number, high = low): Cell => ({ low, high });
const asked = (...by: string[]): Question => ({ ...PLAIN_QUESTION, by: by.map((each) => ({ by: each })) });
const table = (rows: string[], columns: string[], cells: Cell[][]): Drawn => ({
  of: null,
  rows,
  columns,
  cells,
  rowSums: [],
  columnSums: [],
});

describe('small multiples', () => {
  it('are one series a group over the same months, whichever way the table stands', () => {
    const cells = [
      [one(5), null],
      [one(0), one(6, 9)],
      [one(7), one(8)],
    ];
    const turned = [0, 1].map((group) => cells.map((line) => line[group] ?? null));
    const months = ['2026-01', '2026-02', ''];
    const down = multiplesOf(asked('month', 'violation.type'), table(months, ['a', 'b'], cells));
    const across = multiplesOf(asked('violation.type', 'month'), table(['a', 'b'], months, turned));
    expect(down).toMatchObject({
      // What no month is known of stands in the table alone.
      names: ['2026-01', '2026-02'],
      series: [
        { of: 'a', cells: [one(5), one(0)] },
        { of: 'b', cells: [null, one(6, 9)] },
      ],
      more: 0,
    });
    expect(across).toEqual(down);
    expect(highest(down?.series.flatMap((each) => each.cells) ?? [])).toBe(9);
  });

  it('are of a time and something else, and of nothing other', () => {
    const square = table(['a'], ['b'], [[one(1)]]);
    expect(multiplesOf(asked('place', 'violation.type'), square)).toBeNull();
    expect(multiplesOf(asked('month', 'year'), square)).toBeNull();
    expect(multiplesOf(asked('month'), square)).toBeNull();
    // A part of a figure by three things whose number is kept back has no table.
    expect(multiplesOf(asked('place', 'month', 'violation.type'), table([], [], []))).toBeNull();
  });

  it('show the largest groups where there are many, and say how many more there are', () => {
    const groups = Array.from({ length: MOST_SERIES + 3 }, (_, at) => `g${at}`);
    const drawn = multiplesOf(
      asked('month', 'violation.type'),
      table(['2026-01'], groups, [groups.map((_, at) => one(at))]),
    );
    expect(drawn?.more).toBe(3);
    expect(drawn?.series.map(({ of }) => of)).toEqual(groups.slice(3));
  });
});
