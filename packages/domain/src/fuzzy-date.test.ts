import { addDays, daysBetween } from './day.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareFuzzy,
  formatFuzzyDate,
  fuzzyRange,
  isDay,
  isFuzzyDate,
  parseFuzzyDate,
} from './fuzzy-date.ts';
import type { FuzzyDate } from './kind.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const year = fc.integer({ min: 1900, max: 2199 });
const day = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
);
const fuzzy: fc.Arbitrary<FuzzyDate> = fc
  .record({ day, about: fc.constant(true), until: day }, { requiredKeys: ['day'] })
  .filter(isFuzzyDate);

test.each([
  ['2023', { day: '2023' }],
  ['06.2023', { day: '2023-06' }],
  ['6/2023', { day: '2023-06' }],
  ['2023-06', { day: '2023-06' }],
  ['14.03.2023', { day: '2023-03-14' }],
  ['4.3.2023', { day: '2023-03-04' }],
  ['2023-03-14', { day: '2023-03-14' }],
  ['~06.2023', { day: '2023-06', about: true }],
  ['06.2023 – 08.2023', { day: '2023-06', until: '2023-08' }],
  ['2021-2023', null],
  ['2021 - 2023', { day: '2021', until: '2023' }],
  ['29.02.2024', { day: '2024-02-29' }],
  ['29.02.2023', null],
  ['31.04.2023', null],
  ['13.2023', null],
  ['03.14.2023', null],
  ['2023 – 2021', null],
  ['23', null],
  ['0000', null],
  ['', null],
  ['yesterday', null],
])('"%s" is read as it is meant', (text, expected) => {
  expect(parseFuzzyDate(text)).toEqual(expected);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fuzzy, (date) => {
      expect(parseFuzzyDate(formatFuzzyDate(date))).toEqual(date);
    }),
  );
});

test('whatever is typed, the answer is a valid date or none', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .~/–-]{0,16}$/));
  fc.assert(
    fc.property(typed, (text) => {
      const date = parseFuzzyDate(text);
      expect(date === null || isFuzzyDate(date)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a month spans its days, leap years too', () => {
  expect(fuzzyRange({ day: '2024-02' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(fuzzyRange({ day: '2023', until: '2024-01' })).toEqual({ from: '2023-01-01', to: '2024-01-31' });
});

test('a year stands before its months, and a month before its days', () => {
  const sorted = [{ day: '2023-06-01' }, { day: '2024' }, { day: '2023' }, { day: '2023-06' }].sort(
    compareFuzzy,
  );
  expect(sorted.map((d) => d.day)).toEqual(['2023', '2023-06', '2023-06-01', '2024']);
});

test('the order is an order', () => {
  fc.assert(
    fc.property(fuzzy, fuzzy, fuzzy, (a, b, c) => {
      expect(Math.sign(compareFuzzy(a, b))).toBe(-Math.sign(compareFuzzy(b, a)) + 0);
      if (compareFuzzy(a, b) <= 0 && compareFuzzy(b, c) <= 0)
        expect(compareFuzzy(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysBetween('2023-12-31', '2024-01-07')).toBe(7);
});

test('nothing but a date is a date', () => {
  fc.assert(fc.property(fc.anything(), (value) => void isFuzzyDate(value)));
  expect(isDay('2023-1')).toBe(false);
  expect(isFuzzyDate({ day: '2023', about: 'yes' })).toBe(false);
});
