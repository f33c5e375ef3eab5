import { expect, test } from 'vitest';
import { chosenRows } from './chosen-rows.ts';

const chosen = (text: string) => [1, 2, 50, 100, 150].filter((row) => chosenRows(text)?.(row));

test('rows are chosen by numbers and ranges, whatever stroke is typed', () => {
  expect(chosen('')).toEqual([1, 2, 50, 100, 150]);
  expect(chosen('2-100, 150')).toEqual([2, 50, 100, 150]);
  expect(chosen(' 2 – 50; 1 ')).toEqual([1, 2, 50]);
  expect(chosen('100-2')).toEqual([]);
});

test('what is no number of a row is said, and chooses nothing', () => {
  for (const text of ['all', '2-', '2..5', '-5']) expect(chosenRows(text)).toBe(null);
});
