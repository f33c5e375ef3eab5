/**
 * Telephone numbers as people write them: `+994 50 123-45-67`, `0501234567`, `994501234567`. What is the same in all of them
 * are the last nine digits (countries and networks), or the last seven (a call within one network), so numbers are kept and
 * looked for by those.
 */

/** Seven to fifteen digits, with what stands between them. */
const NUMBER = /(?<!\d)\d(?:[ \t\u00a0().\-\u2010\u2011\u2013/]{0,3}\d){6,14}(?!\d)/gu;
const NATIONAL = 9;
const LOCAL = 7;
/** Of a number that is being typed: fewer digits are no beginning of anything. */
const FEWEST = 5;

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** The numbers in a text as the index keeps them. */
export function telephonesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [written] of text.matchAll(NUMBER)) {
    const digits = digitsOf(written);
    if (digits.length >= NATIONAL) found.add(digits.slice(-NATIONAL));
    found.add(digits.length >= NATIONAL ? digits.slice(-LOCAL) : digits);
  }
  return [...found];
}

/** A number in what was typed: where it stands, and the beginning by which the index has it. */
export interface TypedTelephone {
  from: number;
  to: number;
  start: string;
}

/** The numbers in what somebody types, as far as they have come. */
export function telephonesTyped(text: string): TypedTelephone[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const digits = digitsOf(match[0]);
    const start = digits.length >= NATIONAL ? digits.slice(-NATIONAL) : digits.replace(/^0+/, '');
    return start.length < FEWEST ? [] : [{ from: match.index, to: match.index + match[0].length, start }];
  });
}
