import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THRESHOLD } from '../disclosure/index.ts';
import {
  type Count,
  give,
  Given,
  PLAIN_QUESTION,
  readGiven,
  SaidBefore,
  writeGiven,
  writeQuestion,
} from './index.ts';

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
      // Asked in a way that only a newer version knows: its numbers are of something else than would be said.
      { question: JSON.stringify({ by: [{ by: 'case.newer' }] }) },
      { tables: [{ ...one.tables[0], cells: [[1]] }] },
    ])
      expect(readGiven(JSON.stringify({ ...kept, ...wrong }))).toBeNull();
  });
});

it('whatever a colleague’s program wrote down as given is read or is none, and what leaves beside it is asked to an end', () => {
  const shown = fc.constantFrom<unknown>(null, 0, 5, 70, 2 ** 53 - 1, -1, 3, 'x');
  const side = fc.array(fc.constantFrom('az-baku', '2026-13', '0000-00', '9999', '__proto__', 'female', ''), {
    maxLength: 4,
  });
  const written = fc.record({
    question: fc.oneof(
      fc.string(),
      fc.constantFrom(
        writeQuestion({ ...PLAIN_QUESTION, by: [{ by: 'month' }, { by: 'place', fine: true }] }),
        writeQuestion({ ...PLAIN_QUESTION, by: [{ by: 'year' }], from: '2199-01-01', to: '1900-01-01' }),
        '{"by":[{"by":"constructor"}],"only":{"by":"x","code":"__proto__"}}',
      ),
    ),
    tables: fc.array(
      fc.tuple(side, side).chain(([rows, columns]) =>
        fc.record({
          of: fc.constantFrom(null, 'az-baku'),
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          cells: fc.constant(rows.map(() => columns.map(() => 5))),
          rowSums: fc.array(shown, { maxLength: 3 }),
          columnSums: fc.array(shown, { maxLength: 3 }),
        }),
      ),
      { maxLength: 3 },
    ),
    all: fc.record({ low: shown, high: shown }),
    overlaps: fc.boolean(),
    perhaps: fc.constantFrom(0, null, 9),
    undated: shown,
    withheld: shown,
    day: fc.constantFrom('2026-11-30', '9999-99-99'),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(written, fc.anything()), { maxLength: 4 }), (all) => {
      const given = all.flatMap((each) => readGiven(JSON.stringify(each) ?? '') ?? []);
      // A page that says the day can say it.
      expect(given.every(({ day }) => day === '2026-11-30')).toBe(true);
      const asked = { ...PLAIN_QUESTION, from: '2026-01-01', to: '2026-12-31' };
      const count = made([], [70], { question: asked });
      expect(() => give(count, '2026-11-30', new SaidBefore(given))).not.toThrow();
    }),
  );
});
