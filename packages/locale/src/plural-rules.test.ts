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
    expect([0, 1, 2, 5, 11, 21, 101].map(PLURAL_RULES[language]).join(' ')).toBe(expected);
  });

  it('knows the Russian teens, hundreds and fractions', () => {
    expect([12, 13, 14, 112, 111].map(PLURAL_RULES.ru)).toEqual(['many', 'many', 'many', 'many', 'many']);
    expect([22, 34, 102].map(PLURAL_RULES.ru)).toEqual(['few', 'few', 'few']);
    expect([1.5, 0.1].map(PLURAL_RULES.ru)).toEqual(['other', 'other']);
  });

  it('gives no plural of one to a fraction', () => {
    for (const language of LANGUAGES) expect(PLURAL_RULES[language](1.5)).toBe('other');
  });
});
