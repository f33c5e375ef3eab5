import type { Language } from './language.ts';

/**
 * Which plural a number takes, written out from CLDR 48 (for Tajik, which CLDR lacks here, after its grammar: a counted
 * noun stays singular, and "one" exists so that a message may say "one case" in words). `number` may be a fraction.
 */
export type PluralCategory = 'one' | 'few' | 'many' | 'other';
/** `order`: counted in order, as in "the fourth". */
export type PluralRule = (number: number, order?: boolean) => PluralCategory;

export const az: PluralRule = (n, order) => (order === true ? vowelOf(n) : n === 1 ? 'one' : 'other');
export const en: PluralRule = (n, order) => (n === 1 && order !== true ? 'one' : 'other');
export const tg: PluralRule = (n, order) => (n === 1 && order !== true ? 'one' : 'other');

export const ru: PluralRule = (n, order) => {
  if (order === true || !Number.isInteger(n)) return 'other';
  const ten = Math.abs(n) % 10;
  const hundred = Math.abs(n) % 100;
  if (ten === 1 && hundred !== 11) return 'one';
  if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return 'few';
  return 'many';
};

/** By the last vowel of the number as it is said: -ci (bir, iki), -cü (üç, dörd), -cı (altı, qırx), -cu (doqquz, on). */
function vowelOf(n: number): PluralCategory {
  const ten = n % 10;
  const hundred = n % 100;
  if ([1, 2, 5, 7, 8].includes(ten) || [20, 50, 70, 80].includes(hundred)) return 'one';
  if (ten === 3 || ten === 4 || (n > 0 && hundred === 0 && n % 1000 !== 0)) return 'few';
  if (n === 0 || ten === 6 || [40, 60, 90].includes(hundred)) return 'many';
  // "min" for a whole thousand; what ends with ten, thirty or nine is "other".
  return n % 1000 === 0 ? 'one' : 'other';
}

export const PLURAL_RULES: Readonly<Record<Language, PluralRule>> = { az, ru, en, tg };
