import fc from 'fast-check';
import { expect, test } from 'vitest';
import { THRESHOLD } from '../disclosure/counts.ts';
import { bandsOf, SOME_VALUE } from './bands.ts';
import { prepare } from './prepared.ts';
import { readAnswers } from './sheet.ts';
import { tally } from './tally.ts';

const typed = (type: 'integer' | 'decimal' | 'date') => {
  const prepared = prepare({
    title: { en: 'Survey' },
    intro: {},
    languages: ['en'],
    items: [{ is: 'question', name: 'asked', type, label: { en: 'How many?' } }],
  });
  const placed = prepared.byName.get('asked');
  if (placed === undefined) throw new Error('no question');
  return { prepared, placed };
};
const { prepared } = typed('integer');
const rowsOf = (ages: readonly number[]) =>
  tally(
    prepared,
    ages.map((age) => readAnswers({ asked: [String(age)] })),
    'asked',
  ).rows.filter(({ answer }) => answer === SOME_VALUE || !answer.startsWith('('));

test('a table does not say that somebody of just this age answered', () => {
  const ages = [24, 30, 31, 32, 33, 34, 35, 36, 37, 38, 71];
  expect(rowsOf(ages)).toEqual([
    { answer: '< 33', count: 4 },
    { answer: '33', count: 1 },
    { answer: '34', count: 1 },
    { answer: '35', count: 1 },
    { answer: '≥ 36', count: 4 },
  ]);
  expect(rowsOf(ages.slice(0, 7))).toEqual([{ answer: SOME_VALUE, count: 7 }]);
});

const years = Array.from({ length: 60 }, (_, at) => 18 + at);
test('stretches are round', () => {
  expect(rowsOf(years)).toEqual([
    { answer: '< 20', count: 2 },
    ...['20–29', '30–39', '40–49', '50–59', '60–69', '70–79'].map((answer, at) => ({
      answer,
      count: at === 5 ? 8 : 10,
    })),
    { answer: '≥ 80', count: 0 },
  ]);
});

test('days are told by the month, or by the year; parts of a whole by thousandths', () => {
  const days = typed('date').placed;
  const few = Array.from({ length: 12 }, (_, at) => `2026-0${1 + (at % 3)}-11`);
  expect(bandsOf(days, few)?.rows).toEqual(['< 2026-02', '2026-02', '≥ 2026-03']);
  const many = Array.from({ length: 30 }, (_, at) => `${2000 + (at % 15)}-05-11`);
  const rows = bandsOf(days, many)?.rows ?? [];
  expect(rows[1]).toBe('2002–2003');
  expect(bandsOf(days, many)?.rowOf('1950-01-01')).toBe(rows[0]);
  const parts = typed('decimal').placed;
  expect(
    bandsOf(
      parts,
      Array.from({ length: 20 }, (_, at) => String(at / 10)),
    )?.rows,
  ).toEqual(['< 0.4', '0.4–0.6', '0.6–0.8', '0.8–1', '1–1.2', '1.2–1.4', '1.4–1.6', '≥ 1.6']);
});

test('everybody stands in one row, of ten at most, and the rows do not move with the few at the ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1, maxLength: 200 }),
      fc.nat(10 ** 9),
      (ages, further) => {
        const rows = rowsOf(ages);
        expect(rows.length).toBeLessThanOrEqual(10);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(ages.length);
        const sorted = [...ages].sort((a, b) => a - b);
        const most = Math.min(THRESHOLD - 1, Math.floor(ages.length / 2));
        const moved = sorted.map((age, at) =>
          at < most ? age - further : at >= sorted.length - most ? age + further : age,
        );
        if (ages.length >= 2 * THRESHOLD)
          expect(rowsOf(moved).map(({ answer }) => answer)).toEqual(rows.map(({ answer }) => answer));
      },
    ),
  );
});
