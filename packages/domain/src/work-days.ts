import { addDays } from './day.ts';
import type { FixedHoliday, MovableHoliday, WorkCalendar } from './packs/calendar.ts';

/** A day on which offices are closed though it is no weekend, or would be closed if it were none. */
export interface DayOff {
  /** Code of the list `holidays`. */
  holiday: string;
  /** Not announced yet: it may move by a day or two. */
  estimated: boolean;
}

/** A day reckoned over a calendar. */
export interface Reckoned {
  /** YYYY-MM-DD. */
  day: string;
  /** A holiday on the way is not announced yet, or the calendar does not reach that far. */
  estimated: boolean;
}

/** Years over which fixed holidays are laid out. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
/** How far a holiday that is only reckoned may move. */
const MAY_MOVE = 2;

interface Laid {
  off: ReadonlyMap<string, DayOff>;
  /** Weekend days that are worked by decree. */
  worked: ReadonlySet<string>;
}

const laidOut = new WeakMap<WorkCalendar, Laid>();

function dayOfWeek(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** One entry a holiday and day, in the order of days. */
function entries(calendar: WorkCalendar): (DayOff & { day: string; moves: boolean })[] {
  const all: (DayOff & { day: string; moves: boolean })[] = [];
  const add = (holiday: FixedHoliday | MovableHoliday, from: string, moves: boolean, estimated: boolean) => {
    for (let i = 0; i < (holiday.days ?? 1); i++)
      all.push({ holiday: holiday.holiday, day: addDays(from, i), moves, estimated });
  };
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (const fixed of calendar.fixed) add(fixed, `${year}-${fixed.from}`, fixed.mourning !== true, false);
  for (const movable of calendar.movable)
    add(movable, movable.from, movable.single !== true, movable.estimated === true);
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function layOut(calendar: WorkCalendar): Laid {
  const known = laidOut.get(calendar);
  if (known !== undefined) return known;
  const off = new Map<string, DayOff>();
  const owed: (DayOff & { day: string })[] = [];
  for (const { day, moves, ...entry } of entries(calendar)) {
    if (moves && (calendar.weekend.includes(dayOfWeek(day)) || off.has(day))) owed.push({ day, ...entry });
    if (!off.has(day)) off.set(day, entry);
  }
  // A holiday that fell on a free day gives the next day that is not free yet.
  for (const { day, ...entry } of owed) {
    let next = addDays(day, 1);
    while (calendar.weekend.includes(dayOfWeek(next)) || off.has(next)) next = addDays(next, 1);
    off.set(next, entry);
  }
  const worked = new Set<string>();
  for (const swap of calendar.swaps) {
    off.set(swap.free, { holiday: 'swapped', estimated: false });
    off.delete(swap.worked);
    worked.add(swap.worked);
  }
  const laid = { off, worked };
  laidOut.set(calendar, laid);
  return laid;
}

/** The holiday that keeps offices closed on the day (YYYY-MM-DD), or null. A plain weekend is none. */
export function holidayOn(day: string, calendar: WorkCalendar): DayOff | null {
  return layOut(calendar).off.get(day) ?? null;
}

export function isWorkDay(day: string, calendar: WorkCalendar): boolean {
  const { off, worked } = layOut(calendar);
  if (worked.has(day)) return true;
  return !off.has(day) && !calendar.weekend.includes(dayOfWeek(day));
}

/** The day itself where it is worked, or the first working day after it. */
export function workDayFrom(day: string, calendar: WorkCalendar): string {
  let at = day;
  while (!isWorkDay(at, calendar)) at = addDays(at, 1);
  return at;
}

/** Whether a reckoning between two days leans on a day that may still move. */
export function isEstimated(from: string, to: string, calendar: WorkCalendar): boolean {
  if (Number(from.slice(0, 4)) < calendar.years.from || Number(to.slice(0, 4)) > calendar.years.to)
    return true;
  const first = addDays(from, -MAY_MOVE);
  const last = addDays(to, MAY_MOVE);
  return calendar.movable.some(
    (movable) =>
      movable.estimated === true &&
      movable.from <= last &&
      addDays(movable.from, (movable.days ?? 1) - 1) >= first,
  );
}

/**
 * The day that many working days after a day; the day itself is not counted.
 * @param count whole number, 0 or more; 0 gives the first working day on or after the day
 */
export function addWorkDays(day: string, count: number, calendar: WorkCalendar): Reckoned {
  let at = workDayFrom(count === 0 ? day : addDays(day, 1), calendar);
  for (let left = count - 1; left > 0; left--) at = workDayFrom(addDays(at, 1), calendar);
  return { day: at, estimated: isEstimated(day, at, calendar) };
}

/** How many working days lie after the first day up to and with the second; 0 where the second is not later. */
export function workDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkDay(at, calendar)) count++;
  return count;
}
