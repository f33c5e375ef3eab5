import type { CircleNumber, Id } from '@dayaq/vault/client';

/** What a QR code of a circle's number begins with; the digit is its version. */
const MARK = 'dayaq-same-1';
const DIGITS = 30;

/** Whose number it is, and of which organisation. */
export interface Whose {
  space: Id;
  account: Id;
}

export type Verdict =
  | 'same'
  /** As many changes, and another number. */
  | 'different'
  /** One of the two devices has seen more of the team's changes than the other. */
  | 'behind'
  /** Digits alone, which differ: how many changes the other device counts, they do not say. */
  | 'digits-differ'
  | 'own-code'
  | 'other-person'
  | 'other-organisation'
  | 'incomplete'
  | 'unreadable';

/** The text of the QR code that a colleague scans. Nothing in it is secret. */
export function codeOf({ groups, acts }: CircleNumber, { space, account }: Whose): string {
  return [MARK, space, account, acts, groups.join('')].join('/');
}

/**
 * Holds what a colleague showed, read out or pasted against this device's number.
 * @param text a code made by `codeOf`, or the digits alone, spaced as one likes
 * @param colleague with whom the number is compared
 */
export function judge(
  text: string,
  own: CircleNumber,
  { space, account }: Whose,
  colleague: Id,
): { verdict: Verdict; acts: number | null } {
  const mine = own.groups.join('');
  const alone = text.replace(/[\s.,-]/g, '');
  if (/^\d+$/.test(alone)) {
    if (alone.length !== DIGITS) return { verdict: 'incomplete', acts: null };
    return { verdict: alone === mine ? 'same' : 'digits-differ', acts: null };
  }
  const [mark, theirSpace, theirAccount, acts, digits = '', ...rest] = text.trim().split('/');
  const isCode =
    mark === MARK && rest.length === 0 && /^\d{1,9}$/.test(acts ?? '') && /^\d{30}$/.test(digits);
  if (!isCode) return { verdict: 'unreadable', acts: null };
  const theirs = Number(acts);
  const say = (verdict: Verdict) => ({ verdict, acts: theirs });
  if (theirSpace !== space) return say('other-organisation');
  if (theirAccount === account) return say('own-code');
  if (theirAccount !== colleague) return say('other-person');
  if (theirs !== own.acts) return say('behind');
  return say(digits === mine ? 'same' : 'different');
}
