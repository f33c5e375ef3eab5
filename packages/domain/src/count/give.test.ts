import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THRESHOLD } from '../disclosure/index.ts';
import { type Count, give, Given, PLAIN_QUESTION, readGiven, SaidBefore, writeGiven } from './index.ts';

const DAY = '2026-03-08';
const NOTHING = new SaidBefore([]);
const made = (sides: Count['sides'], cells: readonly number[], parts: Partial<Count> = {}): Count => {
  const low = cells.reduce((sum, each) => sum + each, 0);
  return {
    question: PLAIN_QUESTION,
    sides,
    cells,
    most: cells,
    all: { low, high: low },
    overlaps: false,
    perhaps: 0,
    undated: 0,
    withheld: 0,
    ...parts,
  };
};

function given(count: Count): Given {
  const found = give(count, DAY, NOTHING);
  if (!(found instanceof Given)) throw new Error(found);
  return found;
}

describe('what leaves', () => {
  const names = (size: number, side: string) => Array.from({ length: size }, (_, i) => `${side}${i}`);
  const tables = fc
    .tuple(fc.nat({ max: 3 }), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }))
    .chain(([sides, sizes]) => {
      const all = sizes.slice(0, sides).map((size, at) => names(size, 'abc'[at] ?? ''));
      const size = all.reduce((product, side) => product * side.length, 1);
      const cell = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 80 }));
      return fc
        .tuple(fc.array(cell, { minLength: size, maxLength: size }), cell, cell, cell)
        .map(([cells, perhaps, undated, withheld]) => made(all, cells, { perhaps, undated, withheld }));
    });

  it('says no number from 1 to 4, in no table and in no note', () => {
    fc.assert(
      fc.property(tables, (counted) => {
        const found = give(counted, DAY, NOTHING);
        if (!(found instanceof Given)) return;
        const said = found.tables.flatMap(({ cells, rowSums, columnSums }) => [
          ...cells.flat(),
          ...rowSums,
          ...columnSums,
        ]);
        for (const number of [...said, found.all.low, found.perhaps, found.undated, found.withheld])
          expect(number === null || number === 0 || number >= THRESHOLD).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is nothing of people who did not agree, and nothing of a few', () => {
    expect(give(made([], [40], { question: { ...PLAIN_QUESTION, who: 'all' } }), DAY, NOTHING)).toBe(
      'not-agreed',
    );
    expect(give(made([['a', 'b']], [2, 1]), DAY, NOTHING)).toBe('too-few');
    expect(give(made([], [0]), DAY, NOTHING)).toBeInstanceOf(Given);
  });

  it('keeps back another beside a small one, so that the sum does not tell', () => {
    const [table] = given(made([['a', 'b', 'c']], [2, 9, 30])).tables;
    expect(table?.cells).toEqual([[null], [null], [30]]);
  });

  it('has no table of a part whose number is kept back', () => {
    const cells = [20, 30, 1, 1, 6, 7, 40, 50];
    const { tables } = given(made([['w', 'x', 'y', 'z'], ['a', 'b'], ['c']], cells));
    expect(tables.map(({ of, rows }) => [of, rows.length])).toEqual([
      ['w', 2],
      ['x', 0],
      ['y', 0],
      ['z', 2],
    ]);
  });

  it('does not say how many were estimated where those are few', () => {
    expect(given(made([], [40], { all: { low: 40, high: 43 } })).all).toEqual({ low: 40, high: null });
    expect(given(made([], [40], { all: { low: 40, high: 140 } })).all).toEqual({ low: 40, high: 140 });
  });

  it('cannot be made but by the gate', () => {
    // @ts-expect-error no part of a program has its key
    expect(() => new Given(Symbol('mine'), given(made([], [40])))).toThrow('gate');
  });

  it('is read as it was kept, and nothing else is', () => {
    const one = given(
      made(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        [7, 8, 9, 30],
        { overlaps: true, perhaps: 6 },
      ),
    );
    expect(readGiven(writeGiven(one))).toEqual(one);
    for (const text of [
      '',
      '{}',
      'null',
      '[]',
      '{"question":"{}","day":"2026-03-08","tables":[{}],"all":{}}',
    ])
      expect(readGiven(text)).toBeNull();
    const kept = JSON.parse(writeGiven(one)) as Record<string, unknown>;
    for (const wrong of [
      { all: { low: -1, high: 0 } },
      { perhaps: 3 },
      { all: { low: 40, high: 4 } },
      { day: 'soon' },
      { tables: [{ ...one.tables[0], cells: [[1]] }] },
    ])
      expect(readGiven(JSON.stringify({ ...kept, ...wrong }))).toBeNull();
  });
});
