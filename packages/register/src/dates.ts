import { LIMITS } from './limits.ts';
import { type FuzzyDate, isDay, isFuzzyDate } from '@dayaq/domain';
import { type Language, LANGUAGES, monthNames } from '@dayaq/locale';
import { folded } from './folded.ts';

/** Which of two small numbers is the day. */
export type DateOrder = 'day-first' | 'month-first';

export type DateRead =
  | { is: 'date'; date: FuzzyDate }
  /** 3/12/24 is 3 December to one and 12 March to another: a person says which, once for the column. */
  | { is: 'either'; date: FuzzyDate }
  | { is: 'no-date' }
  /** 31 February. */
  | { is: 'no-such-day' };

const ABOUT = new Set(
  ['about', 'около', 'примерно', 'ориентировочно', 'təxminən', 'тахминан', 'тақрибан', 'начало', 'конец'].map(
    folded,
  ),
);
/** Said beside a year, a month or a day, and saying nothing of its own. */
const FILLERS = new Set(
  [
    'год',
    'года',
    'году',
    'г',
    'гг',
    'il',
    'ili',
    'ildə',
    'ci',
    'cü',
    'cu',
    'cı',
    'сол',
    'соли',
    'year',
    'of',
    'в',
    'не позднее',
    'числа',
    'st',
    'nd',
    'rd',
    'th',
    'y',
  ].map(folded),
);

/** Endings under which months stand in dates, and spellings that people use, beside their names. */
const MORE_NAMES: readonly string[] = [
  'января, янв, ocak, январи, yan, jan',
  'февраля, фев, şubat, феврали, fev, feb',
  'марта, мар, март, марти, mar, mart',
  'апреля, апр, nisan, апрели, apr',
  'мая, май, майи, may, mayıs',
  'июня, июн, haziran, июни, iyun, jun',
  'июля, июл, temmuz, июли, iyul, jul',
  'августа, авг, ağustos, августи, avq, aug',
  'сентября, сен, сент, eylül, сентябри, sen, sent, sep, sept',
  'октября, окт, ekim, октябри, okt, oct',
  'ноября, ноя, kasım, ноябри, noy, nov',
  'декабря, дек, aralık, декабри, dek, dec',
];

let months: ReadonlyMap<string, number> | null = null;

function monthOf(word: string): number | null {
  months ??= new Map([
    ...LANGUAGES.flatMap((language: Language) =>
      (['long', 'short'] as const).flatMap((style) =>
        monthNames(language, style).map((name, i) => [folded(name), i + 1] as const),
      ),
    ),
    ...MORE_NAMES.flatMap((names, i) => names.split(', ').map((name) => [folded(name), i + 1] as const)),
  ]);
  return months.get(folded(word)) ?? null;
}

/**
 * A date as it stands in a register: 2024-03-12, 12.03.2024, 12/3/24, "12 марта 2024 г.", "mart 2024", "2023", a spreadsheet's
 * own number for it, a period of two of them. What it says no more precisely stays so.
 * @param order which of two small numbers is the day, where a person has said so
 * @param year the year in which it is read: "24" is the nearest that has not begun ten years ago or more
 */
export function readDate(text: string, order: DateOrder | null, year: number): DateRead {
  if (text.length > LIMITS.date) return { is: 'no-date' };
  const period = /^(.+?)\s*(?:[–—]|\.\.+|\s-\s|\sпо\s|\sto\s)\s*(.+)$/iu.exec(text.trim());
  if (period !== null) {
    const from = readOne(period[1] ?? '', order, year);
    const until = readOne(period[2] ?? '', order, year);
    const isSure = from.is === 'date' && until.is === 'date';
    if ((isSure || from.is === 'either' || until.is === 'either') && 'date' in from && 'date' in until) {
      const date = { ...from.date, until: until.date.day };
      if (!isFuzzyDate(date)) return { is: 'no-date' };
      return { is: isSure ? 'date' : 'either', date };
    }
    return from.is === 'no-such-day' || until.is === 'no-such-day'
      ? { is: 'no-such-day' }
      : { is: 'no-date' };
  }
  return readOne(text, order, year);
}

function readOne(text: string, order: DateOrder | null, year: number): DateRead {
  const isAbout = /^\s*[~≈]/.test(text);
  // An hour behind a date, as programs write it, is not asked for.
  const bare = text
    .replace(/^\s*[~≈]\s*/, '')
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\s*$/, '')
    .trim();
  const serial = serialOf(bare);
  if (serial !== null) return { is: 'date', date: { day: serial } };
  const parts = bare.split(/[\s.,/\\-]+/).filter((part) => part !== '');
  const numbers: { value: number; digits: number }[] = [];
  let month: number | null = null;
  let monthAt = 0;
  let about = isAbout;
  for (const part of parts) {
    const digits = /^(\d{1,4})(?:\p{L}{0,3})$/u.exec(part)?.[1];
    if (digits !== undefined) numbers.push({ value: Number(digits), digits: digits.length });
    else if (ABOUT.has(folded(part))) about = true;
    else if (!FILLERS.has(folded(part))) {
      const found = monthOf(part);
      if (found === null || month !== null) return { is: 'no-date' };
      month = found;
      monthAt = numbers.length;
    }
  }
  const arranged =
    month === null
      ? inFigures(numbers, order, year, bare.includes('/'))
      : withMonth(numbers, month, monthAt, year);
  if (arranged === null) return { is: 'no-date' };
  const { day, either } = arranged;
  if (!isDay(day)) return { is: 'no-such-day' };
  return { is: either ? 'either' : 'date', date: { day, ...(about ? { about: true } : {}) } };
}

const DAY_MS = 86_400_000;

/** A spreadsheet's number of a day, left without its format when a table was saved as text: of the years 1955 to 2064. */
function serialOf(text: string): string | null {
  if (!/^[2-5]\d{4}(\.\d+)?$/.test(text)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * DAY_MS).toISOString().slice(0, 10);
}

type Numbers = readonly { value: number; digits: number }[];
interface Arranged {
  day: string;
  either: boolean;
}

const two = (n: number): string => String(n).padStart(2, '0');
const spelt = (year: number, month?: number, day?: number): string =>
  [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join(
    '-',
  );

function century(short: number, year: number): number {
  const full = Math.floor(year / 100) * 100 + short;
  return full > year + 1 ? full - 100 : full;
}

const yearOf = ({ value, digits }: { value: number; digits: number }, year: number): number | null =>
  digits === 4 ? value : digits === 2 ? century(value, year) : null;

function withMonth(numbers: Numbers, month: number, at: number, year: number): Arranged | null {
  const [a, b, c] = numbers;
  if (a === undefined || c !== undefined) return null;
  if (b === undefined) {
    if (a.digits === 4) return { day: spelt(a.value, month), either: false };
    // "March 24" is a day to one and a year to another.
    return at === 0 && a.digits === 2 ? { day: spelt(century(a.value, year), month), either: false } : null;
  }
  const [day, of] = a.digits === 4 ? [b, a] : [a, b];
  const full = yearOf(of, year);
  return full === null ? null : { day: spelt(full, month, day.value), either: false };
}

/** @param doubt with dots and hyphens the day stands first in all our countries; with strokes, programs write it either way */
function inFigures(numbers: Numbers, order: DateOrder | null, year: number, doubt: boolean): Arranged | null {
  const [a, b, c, d] = numbers;
  if (a === undefined || d !== undefined) return null;
  if (b === undefined) return a.digits === 4 ? { day: spelt(a.value), either: false } : null;
  if (c === undefined) {
    if (a.digits === 4) return { day: spelt(a.value, b.value), either: false };
    return b.digits === 4 ? { day: spelt(b.value, a.value), either: false } : null;
  }
  if (a.digits === 4) return { day: spelt(a.value, b.value, c.value), either: false };
  const full = yearOf(c, year);
  if (full === null) return null;
  const isSure = a.value > 12 || b.value > 12 || a.value === b.value;
  // Where only one reading is a day, it is that one, whatever the column is said to be.
  const dayFirst = a.value > 12 ? true : b.value > 12 ? false : order !== 'month-first';
  const [day, month] = dayFirst ? [a.value, b.value] : [b.value, a.value];
  return { day: spelt(full, month, day), either: doubt && order === null && !isSure };
}

/** Whether the day of a date may be its month. @param year the year in which it is read */
export const isEitherDay = (text: string, year: number): boolean =>
  readDate(text, null, year).is === 'either';
