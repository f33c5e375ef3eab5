/**
 * What somebody typed as a date, understood. People know dates as "2023", "June 2023" or "14.03.2023", so the
 * length of the answer is its precision; there is no picker that would force a day on somebody who knows a year.
 */

export type DateReading =
  | { read: 'empty' }
  /** `day` is YYYY, YYYY-MM or YYYY-MM-DD; `about` when the text itself said so ("~2023"). */
  | { read: 'date'; day: string; about: boolean }
  | { read: 'unclear'; why: 'form' | 'no-such-day' };

/** A day in the person's own calendar, without a time zone. */
export interface Today {
  year: number;
  /** 1–12. */
  month: number;
  /** 1–31. */
  day: number;
}

export function todayFrom(date: Date): Today {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

/**
 * Reads "2023", "06.2023", "14.03.2023", "14.3.23", "2023-03-14", "14.03", each with `.`, `/`, `-` or blanks
 * between; a leading "~" or "≈" says "about". Month names are read when `months` (12 names, from January) is given,
 * in any case and by their first three letters.
 */
export function understandDate(
  text: string,
  today: Today,
  months: readonly (readonly string[])[] = [],
): DateReading {
  let rest = plain(text.trim());
  if (rest === '') return { read: 'empty' };
  const about = /^[~≈]/.test(rest);
  if (about) rest = rest.slice(1).trim();
  const parts = rest.split(/[\s.,/–-]+/).filter((part) => part !== '');
  const numbers = parts.map((part) => numberOf(part, months));
  if (numbers.some((number) => number === null)) return { read: 'unclear', why: 'form' };
  const digits = parts.map((part) => (/^\d+$/.test(part) ? part.length : 0));
  const known = numbers.filter((number) => number !== null);
  const found = arrange(known, digits, today);
  if (found === null) return { read: 'unclear', why: 'form' };
  const day = format(found);
  return day === null ? { read: 'unclear', why: 'no-such-day' } : { read: 'date', day, about };
}

interface Arranged {
  year: number;
  month?: number;
  day?: number;
}

/** Decides which number is which by how many there are and where the four-digit year stands. */
function arrange(numbers: number[], digits: number[], today: Today): Arranged | null {
  const [a, b, c] = numbers;
  if (a === undefined) return null;
  if (b === undefined) return digits[0] === 4 ? { year: a } : null;
  if (c === undefined) {
    if (digits[1] === 4) return { year: b, month: a };
    if (digits[0] === 4) return { year: a, month: b };
    return { ...recent(a, b, today), day: a, month: b };
  }
  if (numbers.length > 3) return null;
  if (digits[0] === 4) return { year: a, month: b, day: c };
  if (digits[2] === 4) return { year: c, month: b, day: a };
  if (digits[2] === 2) return { year: century(c, today), month: b, day: a };
  return null;
}

/** Without a year people mean the last time that this day came round. */
function recent(day: number, month: number, today: Today): { year: number } {
  const isAhead = month > today.month || (month === today.month && day > today.day);
  return { year: isAhead ? today.year - 1 : today.year };
}

/** "23" is the nearest such year that is not more than ten years ahead. */
function century(short: number, today: Today): number {
  const base = Math.floor(today.year / 100) * 100 + short;
  return base > today.year + 10 ? base - 100 : base;
}

function numberOf(part: string, months: readonly (readonly string[])[]): number | null {
  if (/^\d{1,4}$/.test(part)) return Number(part);
  if (part.length < 3) return null;
  const named = (fits: (name: string) => boolean) => months.findIndex((names) => names.map(plain).some(fits));
  // The word itself, or cut short ("mar"), before another ending of it ("марта", "мая"): "iyul" is not a form of "iyun".
  const exact = named((name) => name.startsWith(part));
  const index = exact >= 0 ? exact : named((name) => isOtherForm(part, name));
  return index < 0 ? null : index + 1;
}

/** Small letters; a capital İ leaves its dot behind as a sign of its own, and short names may end in a full stop. */
function plain(word: string): string {
  return word.toLocaleLowerCase('en').replaceAll('\u0307', '').replace(/\.$/, '');
}

function isOtherForm(part: string, name: string): boolean {
  const longer = part.length - name.length;
  return (longer === 0 || longer === 1) && part.startsWith(name.slice(0, -1));
}

function format({ year, month, day }: Arranged): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  const yearAndMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return yearAndMonth;
  const isReal = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isReal ? `${yearAndMonth}-${String(day).padStart(2, '0')}` : null;
}

/** The text that a person would have typed for `day` ("2023-03-14" → "14.03.2023"): what a form shows for editing. */
export function typedDate(day: string): string {
  return day.split('-').reverse().join('.');
}

/** The day `back` days before `today`, as YYYY-MM-DD. */
export function dayBefore(today: Today, back: number): string {
  return new Date(Date.UTC(today.year, today.month - 1, today.day - back)).toISOString().slice(0, 10);
}
