import type { Change, DossierRow, Id } from '@dayaq/vault/client';
import type { Seen } from './seen.ts';

/** What becomes of an application: codes of the list `application-results`. */
export interface Decision {
  readonly result: string;
  readonly reason: string;
}

export const scoreChanges = (record: Id, score: number, words: string): Change[] => [
  {
    kind: 'application-score',
    record,
    fields: { score: { set: score }, ...(words === '' ? {} : { words: { set: words } }) },
  },
];

/** Null where it was not scored by two, or says no reason: nobody is decided on by one of us alone. @param today YYYY-MM-DD */
export function decisionChanges(
  application: Id,
  seen: Pick<Seen, 'isOpen'>,
  { result, reason }: Decision,
  today: string,
): Change[] | null {
  if (!seen.isOpen || result === '' || reason.trim() === '') return null;
  return [
    {
      kind: 'application',
      record: application,
      fields: {
        result: { set: result },
        reason: { set: reason.trim() },
        decided: { set: { day: today } },
        told: { set: null },
      },
    },
  ];
}

export const stageChanges = (application: Id, stage: number): Change[] => [
  { kind: 'application', record: application, fields: { stage: { set: stage } } },
];

export const toldChanges = (application: Id, today: string): Change[] => [
  { kind: 'application', record: application, fields: { told: { set: { day: today } } } },
];

/**
 * Of these, which are to be destroyed: the term that was said to whoever applied is over by every one of the clocks, so that none
 * that is wrong, or that a server lies about, has anything destroyed early.
 * @param todays YYYY-MM-DD each, at least one
 */
export const goneBy = (
  rows: readonly DossierRow[],
  ...todays: readonly [string, ...string[]]
): DossierRow[] =>
  rows.filter(({ told }) => {
    const day = dayTold(told['gone']);
    return day !== '' && todays.every((today) => day <= today);
  });

/** A day that stands in a list. */
export const dayTold = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'day' in value && typeof value.day === 'string'
    ? value.day
    : '';
