import type { Language } from './language.ts';

/**
 * Which plural a number takes, written out from CLDR 48 (for Tajik, which CLDR lacks here, after its grammar: a counted
 * noun stays singular, and "one" exists so that a message may say "one case" in words). `number` may be a fraction.
 */
export type PluralCategory = 'one' | 'few' | 'many' | 'other';
export type PluralRule = (number: number) => PluralCategory;

export const az: PluralRule = (n) => (n === 1 ? 'one' : 'other');
export const en: PluralRule = (n) => (n === 1 ? 'one' : 'other');
export const tg: PluralRule = (n) => (n === 1 ? 'one' : 'other');

export const ru: PluralRule = (n) => {
  if (!Number.isInteger(n)) return 'other';
  const ten = Math.abs(n) % 10;
  const hundred = Math.abs(n) % 100;
  if (ten === 1 && hundred !== 11) return 'one';
  if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return 'few';
  return 'many';
};

export const PLURAL_RULES: Readonly<Record<Language, PluralRule>> = { az, ru, en, tg };
