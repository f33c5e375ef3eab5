import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeList, isCode } from '../code-lists/index.ts';
import { figuresOf, packedFigures } from './country-figures.ts';

const record = (id: string, over: Record<string, unknown> = {}) => ({
  id,
  fields: {
    country: 'az',
    what: 'women',
    number: 5_127_400,
    date: { day: '2025-01-01' },
    source: 'State Statistical Committee',
    ...over,
  },
});
const women = (records: ReturnType<typeof record>[]) => figuresOf('az', records).of('women');
const [PACKED] = packedFigures('az').filter(({ what }) => what === 'women');
const KEY = PACKED?.key ?? '';

test('every figure of a pack names a source and a kind on their lists, and says that it is not exact', () => {
  for (const figure of ['az', 'tj'].flatMap(packedFigures)) {
    expect(isCode('figure-sources', figure.source)).toBe(true);
    expect(isCode('figure-kinds', figure.what)).toBe(true);
    expect(figure.approximate).toBe(true);
  }
  const kinds = figuresOf('az').all.map(({ what }) => what);
  const list = codeList('figure-kinds')?.codes.map(({ code }) => code) ?? [];
  expect([...new Set(kinds)]).toEqual(list);
});

test("a statistics office's figure takes the place of the pack's, which stays to be seen", () => {
  const [now, ...more] = women([record('a', { insteadOfPack: KEY })]);
  expect(more).toEqual([]);
  expect(now).toMatchObject({ value: 5_127_400, said: 'State Statistical Committee', source: '' });
  expect(now?.before.map(({ value }) => value)).toEqual([5_100_000]);
});

test('a third version has the other two behind it, and taking it back brings the second again', () => {
  const second = record('a', { insteadOfPack: KEY });
  const third = record('b', { instead: 'a', number: 5_130_000, date: { day: '2026' } });
  expect(women([second, third]).map(({ value, before }) => [value, before.length])).toEqual([[5_130_000, 2]]);
  expect(women([second]).map(({ value, before }) => [value, before.length])).toEqual([[5_127_400, 1]]);
  expect(women([]).map(({ value }) => value)).toEqual([5_100_000]);
});

test('figures that nobody put in the place of another disagree side by side, the newest first', () => {
  expect(women([record('a')]).map(({ value }) => value)).toEqual([5_127_400, 5_100_000]);
});

test('what is of another country, another sort or no figure at all takes the place of nothing', () => {
  const wrong = [
    record('a', { country: 'tj', insteadOfPack: KEY }),
    record('b', { what: 'population', insteadOfPack: KEY }),
    record('c', { number: 'many', insteadOfPack: KEY }),
    record('d', { date: 'yesterday', insteadOfPack: KEY }),
  ];
  expect(women(wrong).map(({ value }) => value)).toEqual([5_100_000]);
});

test('whoever writes figures in circles hides none for good: something of each kind stands', () => {
  const key = fc.constantFrom(KEY, 'a', 'b', 'c', 'nothing');
  fc.assert(
    fc.property(fc.tuple(key, key, key), (keys) => {
      const records = ['a', 'b', 'c'].map((id, index) =>
        record(id, keys[index] === KEY ? { insteadOfPack: KEY } : { instead: keys[index] }),
      );
      const standing = women(records);
      expect(standing.length).toBeGreaterThan(0);
      const seen = standing.flatMap((figure) => [figure, ...figure.before].map(({ key: each }) => each));
      expect(new Set(seen)).toEqual(new Set([KEY, 'a', 'b', 'c']));
    }),
  );
});
