/**
 * Codes built from somebody's initials and day of birth, such as "AB120385", "Г.З.-14.03.1990" or, as harm reduction has them,
 * "ГУАЛ185": whoever knows the person can reckon them, and whoever has one can find the person. They are told apart from an
 * office's own numbers, whose letters come again and again.
 */

/** Letters of a name, and a day or a year of birth behind them; what stands between is left out before. */
interface Parts {
  letters: string;
  /** With a whole day it is one by itself; of a year alone other values must say so too. */
  isDay: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = new RegExp(`(?<=\\d)(${MONTHS.join('|')})(?=\\d)`, 'i');
/** Longer, and it is a sentence. */
const LONGEST = 40;

/** Initials or a name, perhaps the sex, then a day of birth, perhaps a number of the office's; or the day first. */
const WITH_DAY = [
  /^(?<letters>\p{L}{1,14})(?<day>\d{8}|\d{6})(?:\p{L}{1,3}|\d{1,2})?$/u,
  /^(?<letters>\p{L}{1,14})\d(?<day>\d{8}|\d{6})$/u,
  /^(?<letters>\p{L}{1,14})(?<day>\d{6})\d{1,2}$/u,
  /^(?<day>\d{8}|\d{6})(?<letters>\p{L}{1,14})\d{0,2}$/u,
];
const WITH_YEAR = /^(?<letters>\p{L}{1,14})(?<year>(?:19|20)\d\d|[12]?\d\d)$/u;

function partsOf(value: string): Parts | null {
  if (value.length > LONGEST) return null;
  const plain = value
    .normalize('NFKC')
    .replace(/[^\p{L}\d]/gu, '')
    .replace(MONTH, (name) => String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, '0'));
  for (const form of WITH_DAY) {
    const { letters, day } = form.exec(plain)?.groups ?? {};
    if (letters !== undefined && isBirth(day ?? '')) return { letters: letters.toLowerCase(), isDay: true };
  }
  const letters = WITH_YEAR.exec(plain)?.groups?.['letters'];
  return letters === undefined ? null : { letters: letters.toLowerCase(), isDay: false };
}

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
const isYear = (year: number): boolean => year >= 1900 && year <= 2099;

/** Six or eight digits that can be a day of birth, in any order of its parts. */
function isBirth(digits: string): boolean {
  const at = (from: number, length: number): number => Number(digits.slice(from, from + length));
  if (digits.length === 8)
    return (
      (isDay(at(0, 2), at(2, 2)) && isYear(at(4, 4))) ||
      (isDay(at(2, 2), at(0, 2)) && isYear(at(4, 4))) ||
      (isYear(at(0, 4)) && isDay(at(6, 2), at(4, 2)))
    );
  if (digits.length === 6)
    return isDay(at(0, 2), at(2, 2)) || isDay(at(2, 2), at(0, 2)) || isDay(at(4, 2), at(2, 2));
  return false;
}

/** An office's letters stand in more rows than these, and in a larger share of them than any two people's initials do. */
const FEW = 3;
const SHARE = 0.15;
/** Of letters with a year: so many values of a column, and so large a share of them with letters that no other has. */
const DIFFERENT = 0.6;

/**
 * Which values of a column are such codes. An office's prefix comes again and again; where there are too few rows to
 * tell, a value that may be one counts as one: it is not kept.
 * @param isNamedSo the column's own name says that such codes stand in it
 */
export function personCodes(values: Iterable<string>, isNamedSo = false): (value: string) => boolean {
  const letters = new Map<string, number>();
  let filled = 0;
  let withYear = 0;
  for (const value of values) {
    filled += 1;
    const parts = partsOf(value);
    if (parts === null) continue;
    letters.set(parts.letters, (letters.get(parts.letters) ?? 0) + 1);
    if (!parts.isDay) withYear += 1;
  }
  const prefixes = new Set(
    [...letters].filter(([, count]) => count > FEW && count > filled * SHARE).map(([prefix]) => prefix),
  );
  const differ = withYear >= FEW && letters.size >= filled * DIFFERENT;
  return (value) => {
    const parts = partsOf(value);
    if (parts === null) return isNamedSo && isBirth(value.normalize('NFKC').replace(/\D/g, ''));
    return !prefixes.has(parts.letters) && (parts.isDay || isNamedSo || differ);
  };
}

/** Such a code among other words: its letters, then its day at once. */
const AMONG_WORDS = /(?<![\p{L}\d])(\p{L}{1,6}[-_]?)(\d{8}|\d{6})(?![\p{L}\d])/gu;

/** The words without codes of people in them; the same words where there are none. */
export const withoutCodes = (words: string): string =>
  words.replace(AMONG_WORDS, (said, _letters, day: string) => (isBirth(day) ? '…' : said));
