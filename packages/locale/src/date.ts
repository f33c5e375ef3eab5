import { CLDR } from './cldr.ts';
import type { Language } from './language.ts';

/**
 * `full` with the weekday, `long` with the month in words, `short` with the month cut short, `month` without the day,
 * `day` without the year.
 */
export type DateStyle = 'full' | 'long' | 'short' | 'month' | 'day';
/** `long` and `short` give date and time, `date` the short date alone, `time` the time alone. */
export type MomentStyle = 'long' | 'short' | 'date' | 'time';

/** Ours: the word before a date that is only roughly known. */
const ABOUT: Readonly<Record<Language, string>> = {
  az: 'təxminən',
  ru: 'примерно',
  en: 'about',
  tg: 'тахминан',
};

/**
 * A date as people know it, no more precise than it is.
 * @param day YYYY, YYYY-MM or YYYY-MM-DD; any other text is shown as it is
 * @param how `about`: roughly; `until`: the end of a period, in the same forms
 */
export function formatDate(
  language: Language,
  day: string,
  style: DateStyle = 'long',
  how: { about?: boolean | undefined; until?: string | undefined } = {},
): string {
  const first = formatDay(language, day, style);
  const period =
    how.until === undefined || how.until === day
      ? first
      : `${first} – ${formatDay(language, how.until, style)}`;
  return how.about === true ? `${ABOUT[language]} ${period}` : period;
}

function formatDay(language: Language, day: string, style: DateStyle): string {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(day);
  if (parts === null) return day;
  const [year, month, date] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  const { patterns } = CLDR[language];
  if (month === 0) return fill(language, patterns.year, year, 1, 1);
  if (month > 12 || date > 31) return day;
  if (date === 0 || style === 'month')
    return fill(language, style === 'short' ? patterns.monthShort : patterns.month, year, month, 1);
  return fill(language, patterns[style], year, month, date);
}

const pad = (value: number): string => String(value).padStart(2, '0');

function fill(language: Language, pattern: string, year: number, month: number, date: number): string {
  const table = CLDR[language];
  return pattern.replace(/'([^']*)'|d+|M+|L+|E+|c+|y+/g, (field: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    switch (field) {
      case 'd':
        return String(date);
      case 'dd':
        return pad(date);
      case 'MM':
        return pad(month);
      case 'MMM':
        return table.monthsShort[month - 1] ?? '';
      case 'MMMM':
        return table.months[month - 1] ?? '';
      case 'LLL':
        return table.monthsShortAlone[month - 1] ?? '';
      case 'LLLL':
        return table.monthsAlone[month - 1] ?? '';
      case 'EEEE':
        return table.days[weekdayOf(year, month, date)] ?? '';
      case 'y':
        return String(year);
      default:
        throw new Error(`A date pattern with ${field} is not known.`);
    }
  });
}

/** 0 is Monday. */
function weekdayOf(year: number, month: number, date: number): number {
  return (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
}

/** Stands for a moment that no calendar has: a device may have signed any number. */
const NO_DAY = '—';

/**
 * A moment on the wall clock of a place; "—" for one that no calendar has.
 * @param ms milliseconds since 1970 @param offset minutes east of UTC (Baku 240, Dushanbe 300); by default this device's
 */
export function formatMoment(
  language: Language,
  ms: number,
  style: MomentStyle = 'short',
  offset: number = localOffset(ms),
): string {
  const there = new Date(ms + offset * 60_000);
  if (Number.isNaN(there.getTime())) return NO_DAY;
  const time = `${pad(there.getUTCHours())}:${pad(there.getUTCMinutes())}`;
  if (style === 'time') return time;
  const date = formatDate(language, dayOf(ms, offset), style === 'long' ? 'long' : 'short');
  if (style === 'date') return date;
  return CLDR[language].patterns.moment.replace('{1}', date).replace('{0}', time);
}

/** The calendar day of a moment, YYYY-MM-DD, on the clock `offset` minutes east of UTC; "—" beyond the year 9999. */
export function dayOf(ms: number, offset: number = localOffset(ms)): string {
  const there = new Date(ms + offset * 60_000);
  const year = there.getUTCFullYear();
  return year >= 0 && year <= 9999 ? there.toISOString().slice(0, 10) : NO_DAY;
}

const localOffset = (ms: number): number => -new Date(ms).getTimezoneOffset();

/** Names of the days from Monday, for a heading or a choice. */
export function weekdayNames(language: Language, style: 'long' | 'short' = 'long'): readonly string[] {
  return style === 'long' ? CLDR[language].days : CLDR[language].daysShort;
}

/** Names of the months from January, as they stand alone. */
export function monthNames(language: Language, style: 'long' | 'short' = 'long'): readonly string[] {
  return style === 'long' ? CLDR[language].monthsAlone : CLDR[language].monthsShortAlone;
}

/** 1 is Monday: so it is in Azerbaijan, Tajikistan, Russia and Britain (CLDR 48, weekData). */
export const FIRST_DAY_OF_WEEK = 1;
