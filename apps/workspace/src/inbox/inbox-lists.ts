import type { SharedRow } from '@dayaq/vault/client';
import { awaitsUs } from '../referrals/use-shares.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Moments of a hand-over that answer what was asked, by whichever side. */
const ANSWERS = ['accepted', 'declined', 'inService', 'done', 'revoked'] as const;

export interface InboxLists {
  /** Ours to answer, what was asked first on top: it is hoped for first. */
  waiting: SharedRow[];
  /** Answered within seven days, by us or to us; the last answer first. */
  week: SharedRow[];
  /** Answered or ended before that. */
  older: SharedRow[];
  /** Whatever we gave, what nobody answered yet first. */
  sent: SharedRow[];
}

/** @param now milliseconds since 1970 */
export function inboxLists(shares: readonly SharedRow[], now: number): InboxLists {
  const isThisWeek = (row: SharedRow): boolean => now - answeredAt(row) < WEEK_MS;
  const waiting = shares.filter(awaitsUs).sort((a, b) => sentAt(a) - sentAt(b));
  const settled = shares
    .filter((row) => !awaitsUs(row) && (row.direction === 'received' || isAnswered(row)))
    .sort((a, b) => answeredAt(b) - answeredAt(a));
  const sent = shares
    .filter(({ direction }) => direction === 'given')
    .sort((a, b) => Number(isAnswered(a)) - Number(isAnswered(b)) || b.updated - a.updated);
  return {
    waiting,
    week: settled.filter(isThisWeek),
    older: settled.filter((row) => !isThisWeek(row)),
    sent,
  };
}

export function isAnswered({ fields, state }: SharedRow): boolean {
  return state === 'ended' || ANSWERS.some((field) => typeof fields[field] === 'number');
}

/** When something was last answered; of what has ended without one, when it was last touched. */
export function answeredAt({ fields, updated }: SharedRow): number {
  const moments = ANSWERS.map((field) => fields[field]).filter((value) => typeof value === 'number');
  return moments.length === 0 ? updated : Math.max(...moments);
}

const sentAt = ({ fields, updated }: SharedRow): number =>
  typeof fields['sent'] === 'number' ? fields['sent'] : updated;
