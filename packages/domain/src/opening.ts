import { dayNumber, dayNumbered } from './day.ts';
import type { PlainRecord } from './plain-record.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import { WEEKDAY_FIELDS } from './kinds/schedule.ts';

/** Minutes since midnight, from (included) and to (not included; 1440 is midnight at the end of the day). */
export type Span = readonly [from: number, to: number];

/** Day numbers count days since 1970-01-01. */
export interface WeekHours {
  from: number;
  to: number;
  /** Monday first. */
  days: readonly (readonly Span[])[];
}

export interface Closure {
  /** First and last day (YYYY-MM-DD). */
  from: string;
  to: string;
  everyYear: boolean;
  /** Code of the list `closure-reasons`, or empty. */
  why: string;
}

interface NumberedClosure extends Closure {
  /** Day numbers of its first and last day. */
  first: number;
  last: number;
  /** Of its first day, January is 0. */
  month: number;
  date: number;
}

/** When something is open. Without hours it is not known. */
export interface Opening {
  hours: readonly WeekHours[];
  closures: readonly NumberedClosure[];
}

export const MINUTES_A_DAY = 1440;
const EVER = 10 ** 6;

/** Monday is 0; 1 January 1970 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

const TIMES = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/;

function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const at = Number(hour) * 60 + Number(minute ?? 0);
  return Number(minute ?? 0) > 59 || at > MINUTES_A_DAY ? null : at;
}

/**
 * Times of one day as they are written: "09:00-13:00, 14:00-18:00", "9–18". A span that ends before it begins goes on
 * into the next day ("20:00-08:00"), and so ends after 1440. Empty text is an empty list: closed.
 * @returns null where it cannot be read
 */
export function parseHours(text: string): Span[] | null {
  const spans: Span[] = [];
  for (const part of text.split(/[,;]/).map((piece) => piece.trim())) {
    if (part === '') continue;
    const times = TIMES.exec(part);
    const from = minuteOf(times?.[1], times?.[2]);
    const to = minuteOf(times?.[3], times?.[4]);
    if (times === null || from === null || to === null || from === MINUTES_A_DAY) return null;
    spans.push([from, to > from ? to : to + MINUTES_A_DAY]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

const two = (n: number): string => String(n).padStart(2, '0');
/** "09:05" for 545 minutes; 1440 is "24:00". */
export const formatMinute = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The reverse of `parseHours`. */
export function formatHours(spans: readonly Span[]): string {
  return spans
    .map(
      ([from, to]) => `${formatMinute(from)}-${formatMinute(to > MINUTES_A_DAY ? to - MINUTES_A_DAY : to)}`,
    )
    .join(', ');
}

function spansOfWeek(fields: Readonly<Record<string, unknown>>): Span[][] {
  const week: Span[][] = WEEKDAY_FIELDS.map(() => []);
  for (const [index, name] of WEEKDAY_FIELDS.entries()) {
    if (fields.roundTheClock === true) {
      week[index]?.push([0, MINUTES_A_DAY]);
      continue;
    }
    const written = fields[name];
    // Hours that cannot be read are not known: better "ask" than "closed".
    for (const [from, to] of (typeof written === 'string' ? parseHours(written) : null) ?? []) {
      week[index]?.push([from, Math.min(to, MINUTES_A_DAY)]);
      if (to > MINUTES_A_DAY) week[(index + 1) % 7]?.push([0, to - MINUTES_A_DAY]);
    }
  }
  return week.map((spans) => spans.sort((a, b) => a[0] - b[0]));
}

/** What the `schedule` records of one service say together. Records that say nothing readable are left out. */
export function openingOf(schedules: readonly Pick<PlainRecord, 'fields'>[]): Opening {
  const hours: WeekHours[] = [];
  const closures: NumberedClosure[] = [];
  for (const { fields } of schedules) {
    const period = isFuzzyDate(fields.period) ? fuzzyRange(fields.period) : undefined;
    if (fields.what === 'closure' && period !== undefined) {
      closures.push({
        ...period,
        everyYear: fields.everyYear === true,
        why: typeof fields.why === 'string' ? fields.why : '',
        first: dayNumber(period.from),
        last: dayNumber(period.to),
        month: Number(period.from.slice(5, 7)) - 1,
        date: Number(period.from.slice(8, 10)),
      });
    } else if (fields.what === 'hours') {
      const days = spansOfWeek(fields);
      if (days.every((spans) => spans.length === 0)) continue;
      const open = isFuzzyDate(fields.period) && fields.period.until === undefined;
      hours.push({
        from: period === undefined ? -EVER : dayNumber(period.from),
        to: period === undefined || open ? EVER : dayNumber(period.to),
        days,
      });
    }
  }
  return { hours, closures };
}

const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

/** First day of the closure in another year. A 29 February falls on 1 March where there is none. */
function firstDayIn(year: number, closure: NumberedClosure): number {
  return Math.round(Date.UTC(year, closure.month, closure.date) / 86_400_000);
}

function lastDayOf(closure: NumberedClosure, day: number): number | undefined {
  if (day >= closure.first && day <= closure.last) return closure.last;
  if (!closure.everyYear || day < closure.first) return undefined;
  const year = yearOf(day);
  for (const candidate of [year, year - 1]) {
    const first = firstDayIn(candidate, closure);
    const last = first + (closure.last - closure.first);
    if (day >= first && day <= last) return last;
  }
  return undefined;
}

/** Whether it is open day and night, every day of the week, by hours that hold at any time. Closures are apart. */
export function isRoundTheClock({ hours }: Opening): boolean {
  return hours.some(
    ({ from, to, days }) =>
      from === -EVER &&
      to === EVER &&
      days.every((spans) => spans.some(([begin, end]) => begin === 0 && end >= MINUTES_A_DAY)),
  );
}

/** The closure that covers a day, the longest-lasting of several, with its last day in that year. */
export function closureOn(opening: Opening, day: number): { why: string; last: number } | undefined {
  let found: { why: string; last: number } | undefined;
  for (const closure of opening.closures) {
    const last = lastDayOf(closure, day);
    if (last !== undefined && (found === undefined || last > found.last)) found = { why: closure.why, last };
  }
  return found;
}

function weekSpans(opening: Opening, day: number): readonly Span[] {
  const weekday = weekdayOf(day);
  const spans = opening.hours
    .filter((week) => day >= week.from && day <= week.to)
    .flatMap((week) => week.days[weekday] ?? []);
  return spans.length < 2 ? spans : spans.sort((a, b) => a[0] - b[0]);
}

/** The times of a day, in order; none where it is closed. */
export function spansOn(opening: Opening, day: number): readonly Span[] {
  return closureOn(opening, day) === undefined ? weekSpans(opening, day) : [];
}

export type OpenState =
  | { is: 'open' }
  /** `why` where a closure is the reason; `days` until it opens, 0 is later the same day. */
  | { is: 'closed'; day: string; minute: number; days: number; why?: string }
  /** Shut now, and nobody knows when it opens (no hours, or none within a year). */
  | { is: 'closed-unknown'; why: string; until: string }
  | { is: 'unknown' };

const YEAR = 366;

/**
 * Whether it is open at a moment, else when it opens next.
 * @param day YYYY-MM-DD
 * @param minute since midnight of the service's own clock
 */
export function openState(opening: Opening, day: string, minute: number): OpenState {
  const today = dayNumber(day);
  const closure = closureOn(opening, today);
  if (opening.hours.length === 0) {
    return closure === undefined
      ? { is: 'unknown' }
      : { is: 'closed-unknown', why: closure.why, until: dayNumbered(closure.last) };
  }
  const why = closure === undefined ? {} : { why: closure.why };
  for (let days = 0; days <= YEAR; days++) {
    const covered = closureOn(opening, today + days);
    if (covered !== undefined) {
      days = covered.last - today;
      continue;
    }
    for (const [from, to] of weekSpans(opening, today + days)) {
      if (days === 0 && minute >= from && minute < to) return { is: 'open' };
      if (days > 0 || from > minute) {
        return { is: 'closed', day: dayNumbered(today + days), minute: from, days, ...why };
      }
    }
  }
  return { is: 'closed-unknown', why: closure?.why ?? '', until: dayNumbered(closure?.last ?? today + YEAR) };
}

export interface ClosedRun {
  /** First and last day, YYYY-MM-DD. */
  from: string;
  to: string;
  days: number;
}

const opensIn = new WeakMap<Opening, Map<number, readonly boolean[]>>();

/** For each day of a year, whether it opens at all. Kept: a service is asked about once for each of its needs. */
function openDays(opening: Opening, year: number): readonly boolean[] {
  const years = opensIn.get(opening) ?? new Map<number, readonly boolean[]>();
  opensIn.set(opening, years);
  let days = years.get(year);
  if (days === undefined) {
    const first = dayNumber(`${year}-01-01`);
    const length = dayNumber(`${year}-12-31`) - first + 1;
    days = Array.from({ length }, (_, index) => {
      const day = first + index;
      const weekday = weekdayOf(day);
      const isInWeek = opening.hours.some(
        (week) => day >= week.from && day <= week.to && (week.days[weekday]?.length ?? 0) > 0,
      );
      return isInWeek && closureOn(opening, day) === undefined;
    });
    years.set(year, days);
  }
  return days;
}

/**
 * The longest run of days of a year on which none of them opens at all. Null where at least one opens every day, or
 * where no hours are known.
 */
export function longestClosure(openings: readonly Opening[], year: number): ClosedRun | null {
  const known = openings.filter((opening) => opening.hours.length > 0);
  if (known.length === 0) return null;
  const open = known.map((opening) => openDays(opening, year));
  const first = dayNumber(`${year}-01-01`);
  let longest = { first: 0, days: 0 };
  let run = 0;
  for (let index = 0; index < (open[0]?.length ?? 0); index++) {
    run = open.some((days) => days[index]) ? 0 : run + 1;
    if (run > longest.days) longest = { first: first + index - run + 1, days: run };
  }
  if (longest.days === 0) return null;
  return {
    from: dayNumbered(longest.first),
    to: dayNumbered(longest.first + longest.days - 1),
    days: longest.days,
  };
}
