import { expect, test } from 'vitest';
import { letterWork } from './letter-work.ts';
import { isBearable, LETTER_WORK } from './letter-work-input.ts';

const challenge = new Uint8Array(32);
const letter = new Uint8Array(16);

test.each([0, -1, 1.5, Number.NaN, LETTER_WORK.mostTries + 1, 2 ** 31 - 1, Number.POSITIVE_INFINITY])(
  'of %d tries none is made',
  (tries) => {
    expect(isBearable(tries)).toBe(false);
    expect(() => letterWork({ challenge, tries }, letter).next()).toThrow(RangeError);
  },
);

test('what a door may ask for is done', () => {
  expect(letterWork({ challenge, tries: 1 }, letter).next()).toEqual({ done: false, value: 1 });
  expect(isBearable(LETTER_WORK.mostTries)).toBe(true);
});
