import { fuzzyRange } from './fuzzy-date.ts';
import type { FuzzyDate } from './kind.ts';

/** An amount as far as it is known: both ends are the same where it is known exactly. */
export interface Range {
  least: number;
  most: number;
}

/** What was found for a sheet, of everybody it counts or of some of them. */
export interface Measured extends Range {
  id: string;
  /** Of which sheet. */
  sheet: string;
  date: FuzzyDate;
  /** Of whom; empty: of all. The same text for the same people. */
  of: string;
}

/** How it stood before, and which way is better. */
export interface Sheet {
  id: string;
  since: FuzzyDate;
  aim: string;
  baseline: (Range & { date: FuzzyDate }) | null;
}

/** Points that may be joined by a line: of one sheet, and of the same people. */
export interface Series<M extends Measured = Measured> {
  sheet: string;
  of: string;
  /** By their days. */
  points: readonly M[];
}

/** From what a form holds; the ends in whichever order they were typed. Null where no amount is given. */
export function rangeOf(least: unknown, most: unknown): Range | null {
  if (typeof least !== 'number' || !Number.isFinite(least)) return null;
  if (typeof most !== 'number' || !Number.isFinite(most)) return { least, most: least };
  return { least: Math.min(least, most), most: Math.max(least, most) };
}

const firstDay = (date: FuzzyDate): string => fuzzyRange(date).from;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sheets in the order in which they count. */
export function sheetsInOrder<S extends Pick<Sheet, 'id' | 'since'>>(sheets: readonly S[]): S[] {
  return [...sheets].sort((a, b) => compare(firstDay(a.since), firstDay(b.since)) || compare(a.id, b.id));
}

/**
 * What was measured, as lines. A sheet begins a line of its own, so nothing that was counted by one definition is ever joined to
 * what was counted by another; measurements of no sheet that is here are left out.
 */
export function seriesOf<M extends Measured>(
  sheets: readonly Pick<Sheet, 'id' | 'since'>[],
  measured: readonly M[],
): Series<M>[] {
  return sheetsInOrder(sheets).flatMap(({ id }) => {
    const own = measured.filter(({ sheet }) => sheet === id);
    const groups = [...new Set(own.map(({ of }) => of))].sort(compare);
    return groups.map((of) => ({
      sheet: id,
      of,
      points: own
        .filter((each) => each.of === of)
        .sort((a, b) => compare(firstDay(a.date), firstDay(b.date)) || compare(a.id, b.id)),
    }));
  });
}

/**
 * What may be said of how a number moved. Without a baseline nothing is said; nor where the ranges of then and now overlap, since
 * both could be the same.
 */
export type Movement = 'no-baseline' | 'not-measured' | 'towards' | 'away' | 'unchanged' | 'cannot-say';

/** @param measured of one sheet; only what was measured of all, and after the baseline, counts */
export function movementOf(sheet: Sheet, measured: readonly Measured[]): Movement {
  const { baseline } = sheet;
  if (baseline === null) return 'no-baseline';
  const last = lastSince(sheet, measured);
  if (last === null) return 'not-measured';
  const isExact = baseline.least === baseline.most && last.least === last.most;
  if (isExact && baseline.least === last.least) return 'unchanged';
  const isMore = last.least > baseline.most;
  const isLess = last.most < baseline.least;
  if ((!isMore && !isLess) || (sheet.aim !== 'more' && sheet.aim !== 'less')) return 'cannot-say';
  return isMore === (sheet.aim === 'more') ? 'towards' : 'away';
}

/** The newest measurement of all that is later than the baseline; where two of one day differ, none of them is. */
export function lastSince<M extends Measured>(
  { id, baseline }: Pick<Sheet, 'id' | 'baseline'>,
  measured: readonly M[],
): M | null {
  const from = baseline === null ? '' : fuzzyRange(baseline.date).to;
  const own = seriesOf([{ id, since: { day: '1900' } }], measured)
    .filter(({ of }) => of === '')
    .flatMap(({ points }) => points)
    .filter(({ date }) => firstDay(date) > from);
  const last = own.at(-1);
  if (last === undefined) return null;
  const sameDay = own.filter(({ date }) => date.day === last.date.day);
  return sameDay.every(({ least, most }) => least === last.least && most === last.most) ? last : null;
}

/** Whether a number has come to where it was to be. A range that reaches over the target does not say. */
export function reaches(aim: string, target: number, { least, most }: Range): 'yes' | 'no' | 'cannot-say' {
  if (aim === 'more') return least >= target ? 'yes' : most < target ? 'no' : 'cannot-say';
  if (aim === 'less') return most <= target ? 'yes' : least > target ? 'no' : 'cannot-say';
  return 'cannot-say';
}
