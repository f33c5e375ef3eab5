import fc from 'fast-check';
import { expect, test } from 'vitest';
import { telephonesIn, telephonesTyped } from './telephones.ts';

const finds = (written: string, typed: string): boolean =>
  telephonesTyped(typed).some(({ start }) => telephonesIn(written).some((kept) => kept.startsWith(start)));

test.each([
  '0501234567',
  '994501234567',
  '050 123 45 67',
  '+994 (50) 123-45-67',
  '00994501234567',
  '1234567',
  '050 123 4',
])('%s finds +994 50 123-45-67', (typed) => {
  expect(finds('Call +994 50 123-45-67 after six', typed)).toBe(true);
});

test.each(['0501234568', '994551234567', '12345'])('%s does not', (typed) => {
  expect(finds('+994 50 123-45-67', typed)).toBe(false);
});

test('a number of Tajikistan is found with and without its country', () => {
  expect(finds('+992 918 12-34-56', '918123456')).toBe(true);
  expect(finds('918 12-34-56', '+992 918 123 456')).toBe(true);
});

test('whatever stands between its digits, a number is found by its bare digits', () => {
  const gap = fc.constantFrom('', ' ', '-', '.', ' (', ') ');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), gap), { minLength: 9, maxLength: 15 }),
      (parts) => {
        const written = parts
          .map(([digit, between], at) => `${digit}${at + 1 < parts.length ? between : ''}`)
          .join('');
        expect(finds(written, parts.map(([digit]) => digit).join(''))).toBe(true);
      },
    ),
  );
});
