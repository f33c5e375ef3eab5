import { dayNumber, dayNumbered } from './day.ts';
import type { ServiceEntry } from './directory.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import { needClosures } from './coverage.ts';
import { isRoundTheClock, longestClosure, MINUTES_A_DAY } from './opening.ts';
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

const HOURS_A_DAY = 24;

/** Days after which none of it is commonly held to help any more. */
export const LONGEST_HELP_DAYS = Math.ceil(
  Math.max(...RAPE_RESPONSE.map(({ hours }) => hours ?? 0)) / HOURS_A_DAY,
);

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
  const last = date.until ?? date.day;
  if (last.length < 'YYYY-MM-DD'.length) return [];
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

/** Of what can be had after an act, when the first of it closes; null once all of it is over for sure. */
export function nextToClose(date: unknown, now: Hour): Hour | null {
  const still = rapeWindows(date, now).filter(({ state }) => state !== 'closed');
  const first = still.reduce<RapeWindow | null>(
    (soonest, each) => (soonest === null || each.hours < soonest.hours ? each : soonest),
    null,
  );
  if (first === null) return null;
  return first.state === 'open' ? first.closes : first.closed;
}
