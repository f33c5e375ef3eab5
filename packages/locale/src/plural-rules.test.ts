import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './language.ts';
import { PLURAL_RULES } from './plural-rules.ts';

describe('plural rules', () => {
  it.each([
    ['az', 'other one other other other other other'],
    ['ru', 'many one few many many one one'],
    ['en', 'other one other other other other other'],
    ['tg', 'other one other other other other other'],
  ] as const)('%s: 0, 1, 2, 5, 11, 21, 101', (language, expected) => {
    expect([0, 1, 2, 5, 11, 21, 101].map((n) => PLURAL_RULES[language](n)).join(' ')).toBe(expected);
  });

  it('knows the Russian teens, hundreds and fractions', () => {
    expect([12, 13, 14, 112, 111].map((n) => PLURAL_RULES.ru(n))).toEqual([
      'many',
      'many',
      'many',
      'many',
      'many',
    ]);
    expect([22, 34, 102].map((n) => PLURAL_RULES.ru(n))).toEqual(['few', 'few', 'few']);
    expect([1.5, 0.1].map((n) => PLURAL_RULES.ru(n))).toEqual(['other', 'other']);
  });

  it('counts in order by the last vowel of an Azerbaijani number', () => {
    const SUFFIXES = { one: 'ci', few: 'cü', many: 'cı', other: 'cu' };
    const said = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 30, 40, 50, 60, 90, 100, 104, 110, 1000].map(
      (n) => `${n}-${SUFFIXES[PLURAL_RULES.az(n, true)]}`,
    );
    expect(said.join(' ')).toBe(
      '0-cı 1-ci 2-ci 3-cü 4-cü 5-ci 6-cı 7-ci 8-ci 9-cu 10-cu 16-cı 20-ci 30-cu 40-cı 50-ci 60-cı 90-cı 100-cü 104-cü 110-cu 1000-ci',
    );
    for (const language of ['ru', 'en', 'tg'] as const) expect(PLURAL_RULES[language](1, true)).toBe('other');
  });

  it('gives no plural of one to a fraction', () => {
    for (const language of LANGUAGES) expect(PLURAL_RULES[language](1.5)).toBe('other');
  });
});
