import { fuzzyRange } from './fuzzy-date.ts';
import type { FuzzyDate } from './kind.ts';

/** The scale on which a law, a draft or a convention stands, from the first thought to its end. */
export const LAW_SCALE = [
  'idea',
  'drafted',
  'consulted',
  'introduced',
  'adopted',
  'signed',
  'ratified',
  'in-force',
  'repealed',
] as const;
/** Nothing further is waited for. */
const ENDS: readonly string[] = ['in-force', 'repealed', 'withdrawn'];

export interface LawStep {
  id: string;
  stage: string;
  date: FuzzyDate;
}

export interface LawStanding<S extends LawStep> {
  /** Where it stands: the latest step; several where they are of one time, as nobody says which came first. */
  now: readonly S[];
  /** Steps in the order of their days, the newest first. */
  steps: readonly S[];
  /** Whole months since the last one is over; null where there is none. */
  months: number | null;
  /** `not-asked`: nobody has said after how long it is silent. */
  silence: 'silent' | 'moves' | 'ended' | 'not-asked';
}

/** A reservation says nothing of how far a convention came. */
const isStage = ({ stage }: LawStep): boolean => stage !== 'reservation';

/**
 * Where a law stands. @param today YYYY-MM-DD: what is to come counts from its day on
 * @param silentAfter months without a step; null where nobody has said
 */
export function lawStanding<S extends LawStep>(
  all: readonly S[],
  today: string,
  silentAfter: number | null,
): LawStanding<S> {
  const steps = all
    .filter(({ date }) => fuzzyRange(date).from <= today)
    .sort((a, b) => compare(fuzzyRange(b.date).to, fuzzyRange(a.date).to));
  const staged = steps.filter(isStage);
  const [last] = staged;
  // Of two in one time that is known only roughly, either may be the later.
  const now = last === undefined ? [] : staged.filter(({ date }) => overlaps(date, last.date));
  const newest = steps[0];
  const months = newest === undefined ? null : monthsBetween(fuzzyRange(newest.date).to, today);
  return { now, steps, months, silence: silenceOf(now, months, silentAfter) };
}

function silenceOf(
  now: readonly LawStep[],
  months: number | null,
  silentAfter: number | null,
): LawStanding<LawStep>['silence'] {
  if (now.length > 0 && now.every(({ stage }) => ENDS.includes(stage))) return 'ended';
  if (silentAfter === null) return 'not-asked';
  return months === null || months >= silentAfter ? 'silent' : 'moves';
}

/** Steps that are still to come, the nearest first. */
export const stepsAhead = <S extends LawStep>(all: readonly S[], today: string): S[] =>
  all
    .filter(({ date }) => fuzzyRange(date).from > today)
    .sort((a, b) => compare(fuzzyRange(a.date).from, fuzzyRange(b.date).from));

function overlaps(a: FuzzyDate, b: FuzzyDate): boolean {
  const [left, right] = [fuzzyRange(a), fuzzyRange(b)];
  return left.from <= right.to && right.from <= left.to;
}

/** Whole months from one day to another; none where the second is earlier. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
