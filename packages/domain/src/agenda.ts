import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { FuzzyDate } from './kind.ts';
import { differ, spoken, type Update } from './updates.ts';

/** Why something belongs before a review, in the order in which it is said. */
export const AGENDA_REASONS = ['due', 'gone-back', 'differ', 'unanswered', 'silent', 'annex'] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

export interface Promised {
  id: string;
  /** When it begins, and by when it is there. */
  start: FuzzyDate | null;
  regular: FuzzyDate | null;
  annexLacks: string;
  said: readonly Update[];
  /** By when proposals that it came from were to be answered, and have not been. */
  unanswered?: readonly FuzzyDate[];
}

/**
 * What a review has to speak about. @param day the review's, YYYY-MM-DD @param last the day of the review before it, or empty:
 * whoever spoke until then has said nothing for this one
 */
export function agendaOf(
  promised: readonly Promised[],
  day: string,
  last: string,
): { id: string; why: AgendaReason[] }[] {
  return promised.flatMap((each) => {
    const why = AGENDA_REASONS.filter((reason) => REASONS[reason](each, day, last));
    return why.length === 0 ? [] : [{ id: each.id, why }];
  });
}

/** Whether its day is over by `day` (YYYY-MM-DD), however it was written, and somebody does not call it done: one of several has not the last word. */
export function isOverdue(
  start: FuzzyDate | null,
  regular: FuzzyDate | null,
  said: readonly Update[],
  day: string,
): boolean {
  const by = regular ?? start;
  if (by === null || fuzzyRange(by).to > day) return false;
  const ratings = spoken(said).map(({ last }) => last.rating);
  return ratings.length === 0 || ratings.some((rating) => rating !== 'done');
}

const REASONS: Readonly<Record<AgendaReason, (of: Promised, day: string, last: string) => boolean>> = {
  due: ({ start, regular, said }, day) => isOverdue(start, regular, said, day),
  'gone-back': ({ said }) => spoken(said).some(({ last }) => last.rating === 'gone-back'),
  differ: ({ said }) => differ(spoken(said)),
  unanswered: ({ unanswered = [] }, day) => unanswered.some((by) => fuzzyRange(by).to <= day),
  silent: ({ said }, _day, last) => !said.some(({ date }) => isFuzzyDate(date) && fuzzyRange(date).to > last),
  annex: ({ annexLacks }) => annexLacks !== '',
};

export interface Seat {
  id: string;
  side: string;
  since: FuzzyDate | null;
  until: FuzzyDate | null;
}

export interface Represented {
  /** Seats that there were on that day. */
  seats: number;
  present: number;
  /** Null: how many are needed is not known, so nobody can say whether there were enough. */
  enough: boolean | null;
  /** Sides with a seat of whom nobody was there. */
  absent: string[];
}

/** Who was represented at a review: a seat that there was not on that day counts for nothing. */
export function representedAt(
  { date, quorum, present }: { date: FuzzyDate; quorum: number | null; present: readonly string[] },
  seats: readonly Seat[],
): Represented {
  const { from, to } = fuzzyRange(date);
  const standing = seats.filter(
    ({ since, until }) =>
      (since === null || fuzzyRange(since).from <= to) && (until === null || fuzzyRange(until).to >= from),
  );
  const there = standing.filter(({ id }) => present.includes(id));
  const sides = new Set(there.map(({ side }) => side));
  return {
    seats: standing.length,
    present: there.length,
    enough: quorum === null ? null : there.length >= quorum,
    absent: [...new Set(standing.map(({ side }) => side))].filter((side) => !sides.has(side)),
  };
}
