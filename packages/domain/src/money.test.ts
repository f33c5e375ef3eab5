import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf, isMoney, parseMoney, sumMoney } from './money.ts';

test.each([
  ['120', 12000],
  ['120,5', 12050],
  ['1 200.55', 120055],
  ['0,05', 5],
  ['1.234', null],
  ['-5', null],
  ['', null],
  ['ten', null],
])('"%s" manat is read as it is meant', (text, minor) => {
  expect(parseMoney(text, 'AZN')).toEqual(minor === null ? null : { minor, currency: 'AZN' });
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (minor) => {
      const money = { minor, currency: 'TJS' };
      expect(parseMoney(amountOf(money), 'TJS')).toEqual(money);
    }),
  );
});

test('currencies are never added up', () => {
  expect(
    sumMoney([
      { minor: 1, currency: 'AZN' },
      { minor: 2, currency: 'AZN' },
    ]),
  ).toEqual({ minor: 3, currency: 'AZN' });
  expect(
    sumMoney([
      { minor: 1, currency: 'AZN' },
      { minor: 2, currency: 'TJS' },
    ]),
  ).toBeNull();
  expect(sumMoney([])).toBeNull();
});

test('half a smallest unit, or less than nothing, is no money', () => {
  expect(isMoney({ minor: 1.5, currency: 'AZN' })).toBe(false);
  expect(isMoney({ minor: -1, currency: 'AZN' })).toBe(false);
  expect(isMoney({ minor: 1, currency: 'manat' })).toBe(false);
});
