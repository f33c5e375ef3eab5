import { dayNumber, dayNumbered } from './day.ts';
import type { ServiceEntry } from './directory.ts';
import type { PlainRecord } from './plain-record.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import { needClosures } from './coverage.ts';
import { isRoundTheClock, longestClosure, MINUTES_A_DAY } from './opening.ts';
import type { FuzzyDate } from './kind.ts';
import { offering } from './offering.ts';

/** One part of what somebody needs after rape. */
export interface RapePart {
  /** Code of the list `services`. */
  service: string;
  /** Hours after which it is commonly held to be too late; null where it is never too late. */
  hours: number | null;
}

/**
 * What the coalition's statement of 2023 names as the response to rape, with the hours of the World Health Organization's
 * guidelines of 2013 (HIV prevention within 72 hours, emergency contraception within five days) and, of forensic traces, the
 * hours that such offices commonly keep to. No doctor and no lawyer of the country has checked them.
 */
export const RAPE_RESPONSE: readonly RapePart[] = [
  { service: 'forensic-examination', hours: 72 },
  { service: 'pep', hours: 72 },
  { service: 'emergency-contraception', hours: 120 },
  { service: 'sexual-assault-care', hours: null },
  { service: 'sti-care', hours: null },
  { service: 'mental-health', hours: null },
  { service: 'legal-aid', hours: null },
  { service: 'rape-crisis', hours: null },
];

/** Parts that are soon too late: what is asked about, and written down, after each act. Codes of `urgent-care` and of `services`. */
export const URGENT_CARE: readonly string[] = RAPE_RESPONSE.flatMap(({ service, hours }) =>
  hours === null ? [] : [service],
);

/** Its last day is known as a day. */
const isOneDay = ({ day, until = day }: FuzzyDate): boolean => until.length === 'YYYY-MM-DD'.length;

/** What was tried and leaves open whether somebody had it. */
const NOT_HAD = ['refused', 'no-contact', 'waiting'];
/** Nothing more can come of it, and no day is needed to say so. */
const SETTLED = ['person-declined', 'not-possible'];

/**
 * Parts of the care after an act of which nobody wrote down that the person had them, or declined, or that they were not possible.
 * @param records of the case; a response from before the act answers nothing
 * @returns codes of `urgent-care`, in the order of their hours
 */
export function careLeft(act: PlainRecord, records: readonly PlainRecord[]): string[] {
  const { date } = act.fields;
  if (!isFuzzyDate(date) || !isOneDay(date)) return [];
  const { from } = fuzzyRange(date);
  const had = new Set(
    records.flatMap(({ kind, deleted, fields: { care, done, result } }) => {
      if (kind !== 'response' || deleted || !Array.isArray(care)) return [];
      if (typeof result === 'string' && NOT_HAD.includes(result)) return [];
      const isSettled = typeof result === 'string' && SETTLED.includes(result);
      if (isFuzzyDate(done) ? fuzzyRange(done).to < from : !isSettled) return [];
      return care as unknown[];
    }),
  );
  return URGENT_CARE.filter((part) => !had.has(part));
}

/**
 * The next of these parts that is too late, and when.
 * @param date of the act
 * @param left codes of `urgent-care`
 * @returns null where none can be had in time any more, or the day is not known
 */
export function nextWindow(date: unknown, left: readonly string[], now: Hour): RapeWindow | null {
  const open = rapeWindows(date, now).filter(
    ({ service, state }) => state !== 'closed' && left.includes(service),
  );
  return open.reduce<RapeWindow | null>(
    (first, each) => (first === null || each.hours < first.hours ? each : first),
    null,
  );
}

/** Whole hours from `now` until an hour; below 0 where it was. */
export function hoursUntil({ day, minute }: Hour, now: Hour): number {
  const apart = (dayNumber(day) - dayNumber(now.day)) * MINUTES_A_DAY + minute - now.minute;
  return Math.floor(apart / 60);
}

/** A part as the country's directory has it. */
export interface RapePartThere extends RapePart {
  /** Working services. */
  have: number;
  /** Of these, open day and night, every day of the year. */
  always: number;
  /** Of these, those whose hours nobody wrote down. */
  hoursNotKnown: number;
  /** Days at a stretch in the year on which none of those whose hours are known opened at all; 0 where some did every day. */
  shutDays: number;
  /** Such a stretch is longer than the time in which it helps: whoever comes as it begins loses it. */
  isLost: boolean;
}

const HOURS_A_DAY = 24;

/** The response to rape by its parts, each for itself: one that is missing is not made up for by another. */
export function rapeResponse(
  directory: readonly ServiceEntry[],
  country: string,
  year: number,
): RapePartThere[] {
  return RAPE_RESPONSE.map((part) => {
    const { service, hours } = part;
    const working = offering(directory, country, service);
    const { everywhere, hoursNotKnown } = needClosures(working, country, service, year);
    const shutDays = everywhere?.days ?? 0;
    return {
      ...part,
      have: working.length,
      always: working.filter(
        ({ opening }) => isRoundTheClock(opening) && longestClosure([opening], year) === null,
      ).length,
      hoursNotKnown,
      shutDays,
      isLost: hours !== null && shutDays * HOURS_A_DAY > hours,
    };
  });
}

/** An hour by the clock of the country: a day (YYYY-MM-DD) and minutes since its midnight. */
export interface Hour {
  day: string;
  minute: number;
}

/** What is still possible after an act of which only the day is known. */
export interface RapeWindow extends RapePart {
  hours: number;
  /** Hours since the act, if it was at the end of its day and if it was at its beginning. */
  since: { least: number; most: number };
  /** It closes no sooner, if it was at the beginning of the day. To be on time, this is the hour. */
  closes: Hour;
  /** It is closed for sure, if it was at the end of the day. */
  closed: Hour;
  /** `closing`: between the two. */
  state: 'open' | 'closing' | 'closed';
}

const hourAt = (minutes: number): Hour => ({
  day: dayNumbered(Math.floor(minutes / MINUTES_A_DAY)),
  minute: ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY,
});

/**
 * What can still be had after an act, and until when; nothing where its day is not known, or lies ahead.
 * @param date of the act; of several days the last counts
 */
export function rapeWindows(date: unknown, now: Hour): RapeWindow[] {
  if (!isFuzzyDate(date)) return [];
  if (!isOneDay(date)) return [];
  const begins = dayNumber(fuzzyRange(date).to) * MINUTES_A_DAY;
  const ends = begins + MINUTES_A_DAY;
  const at = dayNumber(now.day) * MINUTES_A_DAY + now.minute;
  if (at < begins) return [];
  return RAPE_RESPONSE.flatMap(({ service, hours }) => {
    if (hours === null) return [];
    const closes = begins + hours * 60;
    const closed = ends + hours * 60;
    const whole = (minutes: number): number => Math.max(0, Math.floor(minutes / 60));
    return [
      {
        service,
        hours,
        since: { least: whole(at - ends), most: whole(at - begins) },
        closes: hourAt(closes),
        closed: hourAt(closed),
        state: at < closes ? 'open' : at < closed ? 'closing' : 'closed',
      } as const,
    ];
  });
}
