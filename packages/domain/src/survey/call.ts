import { addMonths } from '../day.ts';
import { isDay } from '../fuzzy-date.ts';
import { fieldsOf, isWhole, listOf, stop, textOf, type Words, wordsOf } from './reading.ts';

/** What an open call is for. */
export const CALL_AIMS = ['training', 'grant', 'job', 'volunteer', 'other'] as const;
export type CallAim = (typeof CALL_AIMS)[number];

/**
 * Months of the calendar for which applications are kept. Not fewer: a letter lies sealed on the server for as many days as the
 * shortest three months have, and what is said to be destroyed must be gone there too.
 */
export const KEEP_MONTHS = [3, 6, 12] as const;
export type KeepMonths = (typeof KEEP_MONTHS)[number];

export const CALL_LIMITS = { age: 120, stages: 8, stage: 300, where: 600 } as const;

/** What is said of a call beside its title, its words (`Survey.intro`) and its questions. */
export interface CallTerms {
  readonly aim: CallAim;
  /** Whole years, both included; for people of any age where neither is there. */
  readonly from?: number;
  readonly to?: number;
  /** Who else may apply, and from where; empty where anybody may. */
  readonly who: Words;
  /** The last day, YYYY-MM-DD. What comes later is said to be late, and read. */
  readonly deadline: string;
  readonly stages: readonly Words[];
  readonly keep: KeepMonths;
}

/** A day that exists, and from which on every term ends on one that does: without one an application would never be due. */
export const isDeadline = (text: string): boolean =>
  text.length === 10 && isDay(text) && isDay(addMonths(text, Math.max(...KEEP_MONTHS)));

export function callOf(value: unknown): CallTerms {
  const fields = fieldsOf(value);
  const { from, to } = fields;
  if (from !== undefined && !isWhole(from, 0, CALL_LIMITS.age)) stop();
  if (to !== undefined && !isWhole(to, typeof from === 'number' ? from : 0, CALL_LIMITS.age)) stop();
  const deadline = textOf(fields['deadline'], 10);
  if (!isDeadline(deadline)) stop();
  return {
    aim: CALL_AIMS.find((each) => each === fields['aim']) ?? stop(),
    ...(from === undefined ? {} : { from: from as number }),
    ...(to === undefined ? {} : { to: to as number }),
    who: wordsOf(fields['who'], CALL_LIMITS.where),
    deadline,
    stages: listOf(fields['stages'], CALL_LIMITS.stages).map((each) => wordsOf(each, CALL_LIMITS.stage)),
    keep: KEEP_MONTHS.find((each) => each === fields['keep']) ?? stop(),
  };
}

/** Whether an application of that day is late. Days as YYYY-MM-DD. */
export const isLate = ({ deadline }: CallTerms, received: string): boolean => received > deadline;

/** The day from which an application is to be gone: reckoned from the deadline, or from the day on which it came, if that was later. */
export const dueGone = ({ deadline, keep }: CallTerms, received: string): string =>
  addMonths(received > deadline ? received : deadline, keep);
