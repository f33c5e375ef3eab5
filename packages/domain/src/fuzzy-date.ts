import type { FuzzyDate } from './kind.ts';

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Whether the text is YYYY, YYYY-MM or YYYY-MM-DD and that year, month or day exists (years 1900 to 2199). */
export function isDay(day: unknown): day is string {
  if (typeof day !== 'string') return false;
  const parts = DAY.exec(day);
  if (parts === null) return false;
  const year = Number(parts[1]);
  const month = Number(parts[2] ?? '01');
  const date = Number(parts[3] ?? '01');
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false;
  return date >= 1 && date <= daysInMonth(year, month);
}

/** The first and last day (YYYY-MM-DD) of a year, month or day. */
function span(day: string): { from: string; to: string } {
  if (day.length === 4) return { from: `${day}-01-01`, to: `${day}-12-31` };
  if (day.length === 7) {
    return {
      from: `${day}-01`,
      to: `${day}-${two(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5))))}`,
    };
  }
  return { from: day, to: day };
}

export function isFuzzyDate(value: unknown): value is FuzzyDate {
  if (typeof value !== 'object' || value === null) return false;
  const date = value as { [K in keyof FuzzyDate]: unknown };
  if (!isDay(date.day)) return false;
  if (date.about !== undefined && typeof date.about !== 'boolean') return false;
  if (date.until === undefined) return true;
  return isDay(date.until) && span(date.until).to >= span(date.day).from;
}

/** First and last day (YYYY-MM-DD) that a date may mean. "About" is not widened: it is a word, not a number of days. */
export function fuzzyRange(date: FuzzyDate): { from: string; to: string } {
  return { from: span(date.day).from, to: span(date.until ?? date.day).to };
}

/** Orders by first possible day, then by last: "2023" stands before "June 2023", which stands before "2 July 2023". */
export function compareFuzzy(a: FuzzyDate, b: FuzzyDate): number {
  const left = fuzzyRange(a);
  const right = fuzzyRange(b);
  if (left.from !== right.from) return left.from < right.from ? -1 : 1;
  // The wider of two that begin together comes first, as a heading before what it holds.
  if (left.to !== right.to) return left.to > right.to ? -1 : 1;
  return 0;
}

const NUMERIC: readonly { form: RegExp; day: (parts: RegExpExecArray) => string }[] = [
  // 2023, 2023-06, 2023-06-14, also 2023.6.14 and 2023/06
  { form: /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/, day: ([, y, m, d]) => joined(y, m, d) },
  // 06.2023, 6/2023
  { form: /^(\d{1,2})[-./](\d{4})$/, day: ([, m, y]) => joined(y, m) },
  // 14.03.2023, 14/3/2023: day first, as it is written in all our countries
  { form: /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/, day: ([, d, m, y]) => joined(y, m, d) },
];

function joined(year = '', month?: string, date?: string): string {
  return [year, month, date]
    .filter((part) => part !== undefined)
    .map((part, i) => (i === 0 ? part : part.padStart(2, '0')))
    .join('-');
}

function parseDay(text: string): string | null {
  for (const { form, day } of NUMERIC) {
    const parts = form.exec(text);
    if (parts === null) continue;
    const found = day(parts);
    return isDay(found) ? found : null;
  }
  return null;
}

/**
 * A date as it is typed in figures: "2023", "06.2023", "2023-06", "14.03.2023", "2023-03-14"; a leading "~" means
 * about; two of them joined by "–", "—", ".." or a hyphen between spaces are a period. Words are the page's business.
 * @returns null where it cannot be a date, or the period ends before it begins
 */
export function parseFuzzyDate(text: string): FuzzyDate | null {
  const about = /^\s*[~≈]\s*/.exec(text);
  const rest = text.slice(about?.[0].length ?? 0).trim();
  const [from, to, ...more] = rest.split(/\s*(?:[–—]|\.\.)\s*|\s+-\s+/);
  if (from === undefined || more.length > 0) return null;
  const day = parseDay(from);
  const until = to === undefined ? undefined : parseDay(to);
  if (day === null || until === null) return null;
  const date: FuzzyDate = {
    day,
    ...(about === null ? {} : { about: true }),
    ...(until === undefined ? {} : { until }),
  };
  return isFuzzyDate(date) ? date : null;
}

/** The date in figures, day first, as `parseFuzzyDate` reads it back: "~06.2023", "14.03.2023 – 2024". */
export function formatFuzzyDate(date: FuzzyDate): string {
  const figures = (day: string): string => day.split('-').reverse().join('.');
  const until = date.until === undefined ? '' : ` – ${figures(date.until)}`;
  return `${date.about === true ? '~' : ''}${figures(date.day)}${until}`;
}
