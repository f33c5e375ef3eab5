import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './language.ts';
import { formatAmount, formatBytes, formatList, formatMoney, formatNumber, formatPercent } from './number.ts';

/** Spaces that do not break, made visible. */
const seen = (text: string): string => text.replaceAll('\u00a0', '_');
const inAll = (format: (language: (typeof LANGUAGES)[number]) => string): string[] =>
  LANGUAGES.map((language) => seen(format(language)));

describe('numbers', () => {
  it('group thousands as each language does', () => {
    expect(inAll((language) => formatNumber(language, 1234567.891))).toEqual([
      '1.234.567,891',
      '1_234_567,891',
      '1,234,567.891',
      '1_234_567,891',
    ]);
    expect(formatNumber('en', 100)).toBe('100');
    expect(formatNumber('en', -1000)).toBe('-1,000');
    expect(formatNumber('en', -0.0001)).toBe('0');
    expect(formatNumber('en', 2.5, 0)).toBe('3');
  });

  it('show shares', () => {
    expect(inAll((language) => formatPercent(language, 0.125, 1))).toEqual([
      '12,5%',
      '12,5_%',
      '12.5%',
      '12,5%',
    ]);
  });

  it('show money in its smallest unit exactly', () => {
    expect(inAll((language) => formatMoney(language, 1205050, 'AZN'))).toEqual([
      '12.050,50_AZN',
      '12_050,50_AZN',
      'AZN_12,050.50',
      '12_050,50_AZN',
    ]);
    expect(inAll((language) => formatAmount(language, -1205050, 'AZN'))).toEqual([
      '-12.050,50',
      '-12_050,50',
      '-12,050.50',
      '-12_050,50',
    ]);
    expect(seen(formatMoney('tg', 5, 'TJS'))).toBe('0,05_сом.');
    expect(seen(formatMoney('en', -500, 'EUR'))).toBe('-€5.00');
    expect(seen(formatMoney('ru', 700, 'JPY'))).toBe('700_JPY');
    expect(seen(formatMoney('en', 9007199254740991, 'USD'))).toBe('US$90,071,992,547,409.91');
  });

  it('show sizes', () => {
    expect(
      [0, 999, 1000, 3_400_000, 52_300, 999_600, 5_250_000_000].map((bytes) =>
        seen(formatBytes('en', bytes)),
      ),
    ).toEqual(['0_bytes', '999_bytes', '1_kB', '3.4_MB', '52_kB', '1_MB', '5.3_GB']);
    expect(seen(formatBytes('ru', 3_400_000))).toBe('3,4_МБ');
  });

  it('join lists', () => {
    expect(inAll((language) => formatList(language, ['a', 'b', 'c']))).toEqual([
      'a, b və c',
      'a, b и c',
      'a, b and c',
      'a, b ва c',
    ]);
    expect(formatList('en', ['a'])).toBe('a');
    expect(formatList('en', [])).toBe('');
  });
});
