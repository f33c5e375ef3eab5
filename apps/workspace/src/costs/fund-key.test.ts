import { expect, test } from 'vitest';
import { fundMarks } from './fund-key.ts';

const balance = (given: number, spent: number, committed: number, advanced = 0) => ({
  given,
  spent,
  committed,
  advanced,
});
const names = (...of: [number, number, number, number?]) => fundMarks(balance(...of)).map(({ mark }) => mark);

test('the key of a fund names each colour that is drawn, and none that is not', () => {
  expect(names(100, 30, 20)).toEqual(['spent', 'committed', 'left']);
  expect(names(100, 0, 0)).toEqual(['left']);
  expect(names(100, 60, 40)).toEqual(['spent', 'committed']);
  expect(names(100, 80, 50)).toEqual(['spent', 'committed', 'over']);
  expect(names(100, 130, 20), 'what is promised lies beyond what was given').toEqual(['spent', 'over']);
  expect(names(100, 30, 20, 10)).toEqual(['spent', 'committed', 'advanced', 'left']);
  expect(names(0, 30, 20), 'no bar, no colours').toEqual([]);
});

test('the marks lie end to end from nothing to the longer of what was given and promised', () => {
  for (const given of [1, 50, 100])
    for (const spent of [0, 20, 120])
      for (const committed of [0, 10, 200]) {
        const marks = fundMarks(balance(given, spent, committed));
        expect(marks[0]?.from).toBe(0);
        expect(marks.at(-1)?.to).toBe(Math.max(given, spent + committed));
        marks.slice(1).forEach(({ from }, index) => expect(from).toBe(marks[index]?.to));
      }
});
