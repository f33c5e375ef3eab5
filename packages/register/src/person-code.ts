/**
 * Codes built from somebody's initials and day of birth, such as "AB120385" or "Г.З.-14.03.1990": whoever knows the person
 * can reckon them, and whoever has one can find the person. They are told apart from an office's own numbers, whose
 * letters come again and again.
 */

/** Initials, then a day of birth; or the other way round. Letters of any alphabet. */
const FORMS = [
  /^(\p{L}(?:[.\s-]?\p{L}){0,5})[.\s_/-]*(\d[\d.\s_/-]{4,11})(?:[.\s_/-]*\p{L}{1,3})?$/u,
  /^(?<day>\d[\d.\s_/-]{4,11})[.\s_/-]*(?<letters>\p{L}(?:[.\s-]?\p{L}){0,5})$/u,
];

interface Parts {
  letters: string;
}

function partsOf(value: string): Parts | null {
  for (const form of FORMS) {
    const found = form.exec(value.trim());
    if (found === null) continue;
    const letters = found.groups?.letters ?? found[1] ?? '';
    const digits = found.groups?.day ?? found[2] ?? '';
    if (isBirth(digits.replace(/\D/g, ''))) return { letters: letters.replace(/\P{L}/gu, '').toLowerCase() };
  }
  return null;
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

/**
 * Which values of a column are such codes. An office's prefix comes again and again; where there are too few rows to
 * tell, a value that may be one counts as one: it is not kept.
 */
export function personCodes(values: Iterable<string>): (value: string) => boolean {
  const letters = new Map<string, number>();
  let filled = 0;
  for (const value of values) {
    filled += 1;
    const parts = partsOf(value);
    if (parts !== null) letters.set(parts.letters, (letters.get(parts.letters) ?? 0) + 1);
  }
  const prefixes = new Set(
    [...letters].filter(([, count]) => count > FEW && count > filled * SHARE).map(([prefix]) => prefix),
  );
  return (value) => {
    const parts = partsOf(value);
    return parts !== null && !prefixes.has(parts.letters);
  };
}
