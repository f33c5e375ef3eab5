import { addDays, dayAt } from './day.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';

/** Clocks of places where bodies sit: minutes east of UTC in winter, and whose summer time they keep. */
const ZONES: Readonly<Record<string, { offset: number; summer: 'eu' | 'us' | null }>> = {
  geneva: { offset: 60, summer: 'eu' },
  strasbourg: { offset: 60, summer: 'eu' },
  warsaw: { offset: 60, summer: 'eu' },
  'new-york': { offset: -300, summer: 'us' },
  baku: { offset: 240, summer: null },
  dushanbe: { offset: 300, summer: null },
  utc: { offset: 0, summer: null },
};
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The moment (ms) at midnight UTC of the nth Sunday of a month; -1: the last one. @param month 0 to 11 */
function sunday(year: number, month: number, nth: number): number {
  const from = nth > 0 ? Date.UTC(year, month, 1) : Date.UTC(year, month + 1, 0);
  const weekday = new Date(from).getUTCDay();
  return nth > 0 ? from + (((7 - weekday) % 7) + (nth - 1) * 7) * DAY : from - weekday * DAY;
}

/** Minutes east of UTC that the clocks of a place show at a moment (ms); null for a place that is not known. */
export function zoneOffset(zone: string, at: number): number | null {
  const known = Object.hasOwn(ZONES, zone) ? ZONES[zone] : undefined;
  if (known === undefined) return null;
  const { offset, summer } = known;
  const year = new Date(at).getUTCFullYear();
  // The EU changes at one moment everywhere, the US at two by its own clocks.
  const [begins, ends] =
    summer === 'eu'
      ? [sunday(year, 2, -1) + HOUR, sunday(year, 9, -1) + HOUR]
      : summer === 'us'
        ? [sunday(year, 2, 2) + 2 * HOUR - offset * MINUTE, sunday(year, 10, 1) + HOUR - offset * MINUTE]
        : [at + 1, at + 1];
  return at >= begins && at < ends ? offset + 60 : offset;
}

/** The moment (ms) at which the clocks of a place show that hour of that day. @param day YYYY-MM-DD */
function momentIn(zone: string, day: string, hour: number): number | null {
  const shown = Date.parse(`${day}T00:00:00Z`) + hour * HOUR;
  const first = zoneOffset(zone, shown);
  if (first === null || !Number.isFinite(shown)) return null;
  const second = zoneOffset(zone, shown - first * MINUTE);
  return second === null ? null : shown - second * MINUTE;
}

/** West of every other place: where it is not known by whose clocks a day ends, nobody can say that it ended before here. */
const LAST_TO_END = -12 * 60;

export interface SessionDates {
  readonly submitBy?: unknown;
  readonly submitHour?: unknown;
  readonly zone?: unknown;
  readonly embargo?: unknown;
  readonly submitted?: unknown;
}

/** The last moment (ms) at which something may still be submitted; null where no day is known, or not by whose clocks. */
export function submissionEnds({ submitBy, submitHour, zone }: SessionDates): number | null {
  if (!isFuzzyDate(submitBy) || typeof zone !== 'string') return null;
  const hour = typeof submitHour === 'number' ? submitHour : 24;
  return momentIn(zone, fuzzyRange(submitBy).to, hour);
}

export const SUBMISSION_STATES = ['late', 'open', 'submitted', 'no-day'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** @param now ms. Where it is not known by whose clocks, the day counts from where it ends last. */
export function submissionState(dates: SessionDates, now: number): SubmissionState {
  if (isFuzzyDate(dates.submitted)) return 'submitted';
  if (!isFuzzyDate(dates.submitBy)) return 'no-day';
  const ends = submissionEnds(dates) ?? dayEnds(fuzzyRange(dates.submitBy).to, dates.zone);
  return now > ends ? 'late' : 'open';
}

/** Whether nothing of it may be published yet: until the embargo's last day is over by the body's clocks. @param now ms */
export function underEmbargo({ embargo, zone }: SessionDates, now: number): boolean {
  return isFuzzyDate(embargo) && now < dayEnds(fuzzyRange(embargo).to, zone);
}

function dayEnds(day: string, zone: unknown): number {
  const known = typeof zone === 'string' ? momentIn(zone, day, 24) : null;
  return known ?? Date.parse(`${addDays(day, 1)}T00:00:00Z`) - LAST_TO_END * MINUTE;
}

/** The day and hour that the clocks here show at a moment. @param offset minutes east of UTC */
export const shownAt = (at: number, offset: number): { day: string; minute: number } => ({
  day: dayAt(at, offset),
  minute: ((Math.floor(at / MINUTE + offset) % 1440) + 1440) % 1440,
});
