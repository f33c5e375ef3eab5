import type { PlainRecord } from './plain-record.ts';
import { linksIn } from './links.ts';
import { done, type Step, refused } from './step.ts';
import { carefulReading, type Doubted } from './careful.ts';
import { packOf } from './packs/index.ts';
import { type Named, nameKey, perhapsSame, recipientOf, saidIn } from './same-name.ts';
import { allowsSharing } from './shared-fields.ts';
import { TASK_RULES_DATA } from './task-rules/index.ts';
import { addWorkDays } from './work-days.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Codes of the list `referral-statuses`. */
export type ReferralStatus =
  | 'proposed'
  | 'sent'
  | 'accepted'
  | 'declined'
  | 'in-service'
  | 'done'
  | 'revoked';

export type ReferralAct = { at: number } & (
  | { act: 'send' | 'accept' | 'start' | 'revoke' | 'see-revoked' }
  /** A code of the list `decline-reasons`. */
  | { act: 'decline'; why: string; words?: string }
  /** A code of the list `results`. */
  | { act: 'finish'; result: string }
  /** The last answer was given by mistake: it is taken back, with what happened. */
  | { act: 'mend'; why: string }
);

export type ReferralProblem =
  /** The consent is missing, withdrawn, disputed, of another person or names another recipient. */
  | 'no-consent'
  /** The client does not want this recipient near the case. */
  | 'excluded'
  /** Perhaps the client does not want this recipient near the case, and nobody has asked. */
  | 'perhaps-excluded'
  | 'not-sent'
  | 'already-sent'
  | 'already-answered'
  | 'not-accepted'
  | 'already-over'
  | 'not-revoked'
  | 'no-reason';

const isMoment = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/**
 * Where a referral stands. Where one hand accepted and another declined, the earlier counts; of two at the same moment
 * the refusal, because nobody should rely on a place that may not be there.
 */
export function referralStatus(fields: Fields): ReferralStatus {
  const { sent, accepted, declined, inService, revoked } = fields;
  if (isMoment(revoked)) return 'revoked';
  if (isMoment(declined) && !(isMoment(accepted) && accepted < declined)) return 'declined';
  if (isMoment(fields.done)) return 'done';
  if (isMoment(inService)) return 'in-service';
  if (isMoment(accepted)) return 'accepted';
  return isMoment(sent) ? 'sent' : 'proposed';
}

/**
 * The day until which an answer is hoped for: whoever asked is then reminded to ask again (the rule `referral-answer`).
 * @param sent the day on which it was sent, YYYY-MM-DD
 * @returns YYYY-MM-DD; null where the country has no calendar here
 */
export function answerHopedFor(sent: string, country: string): string | null {
  const due = TASK_RULES_DATA.find(({ rule }) => rule === 'referral-answer')?.due;
  const calendar = packOf(country)?.calendar;
  if (due === undefined || !('workDays' in due) || calendar === undefined) return null;
  return addWorkDays(sent, due.workDays, calendar).day;
}

/** Two answers that contradict each other were given: both sides have to be told which one counts. */
export function answeredTwice(fields: Fields): boolean {
  return isMoment(fields.accepted) && isMoment(fields.declined);
}

const OVER: readonly ReferralStatus[] = ['declined', 'done', 'revoked'];

/** The fields that an act changes, or why it cannot be done. Sending has its own question first: `maySend`. */
export function actOnReferral(fields: Fields, act: ReferralAct): Step<ReferralProblem> {
  const status = referralStatus(fields);
  if (act.act === 'see-revoked')
    return status === 'revoked' ? done({ revokedSeen: act.at }) : refused('not-revoked');
  // A withdrawal is possible at any time, also of what was declined or is done: it asks for what was passed on.
  if (act.act === 'revoke') return status === 'revoked' ? refused('already-over') : done({ revoked: act.at });
  if (act.act === 'mend') return mend(status, act);
  if (OVER.includes(status)) return refused(status === 'declined' ? 'already-answered' : 'already-over');
  switch (act.act) {
    case 'send':
      return status === 'proposed' ? done({ sent: act.at }) : refused('already-sent');
    case 'accept':
    case 'decline':
      if (status === 'proposed') return refused('not-sent');
      if (status !== 'sent') return refused('already-answered');
      return act.act === 'accept' ? done({ accepted: act.at }) : decline(act);
    case 'start':
      return status === 'accepted' ? done({ inService: act.at }) : refused('not-accepted');
    case 'finish':
      if (status !== 'accepted' && status !== 'in-service') return refused('not-accepted');
      return isText(act.result) ? done({ done: act.at, result: act.result }) : refused('no-reason');
  }
}

/** What each answer wrote, and goes with it. */
const WRITTEN: Partial<Record<ReferralStatus, readonly string[]>> = {
  accepted: ['accepted'],
  // Where another hand accepted, that was another answer to the same: it is asked again.
  declined: ['accepted', 'declined', 'declinedWhy', 'declinedWhyOther', 'declinedWords'],
  'in-service': ['inService'],
  done: ['done', 'result', 'resultOther'],
};

function mend(status: ReferralStatus, act: { at: number; why: string }): Step<ReferralProblem> {
  const written = WRITTEN[status];
  if (written === undefined) return refused(status === 'revoked' ? 'already-over' : 'not-sent');
  if (!isText(act.why)) return refused('no-reason');
  const cleared = Object.fromEntries(written.map((name) => [name, null]));
  return done({ ...cleared, mended: act.at, mendedWhat: status, mendedWhy: act.why });
}

function decline(act: ReferralAct): Step<ReferralProblem> {
  if (act.act !== 'decline' || !isText(act.why)) return refused('no-reason');
  return done({
    declined: act.at,
    declinedWhy: act.why,
    ...(isText(act.words) ? { declinedWords: act.words } : {}),
  });
}

/** Somebody to whom a case could be passed: a service's provider, a space, a member. */
export interface Recipient {
  /** Account id, space id, directory record ids: all that stand for them. */
  ids: readonly string[];
  /** Every name they go by. */
  names: readonly string[];
  /** Somebody has asked the client whether they are meant, where that was in doubt. */
  asked?: true;
}

/** Whether somebody in the case does not want a recipient near it. Where in doubt, somebody asks them first. */
export type Exclusion = 'excluded' | 'doubt' | 'none';

/**
 * Whether anybody in the case has said that this recipient must not come near it, by id or in their own words, in
 * whatever alphabet. Doubt goes against sharing: a name inside a longer exclusion, or the other way round, is the same name. A
 * "no" to somebody who may be the recipient is in doubt as well; of two versions that stand beside each other both exclude.
 */
export function exclusionOf(records: readonly PlainRecord[], recipient: Recipient): Exclusion {
  let found: Exclusion = 'none';
  for (const record of records) {
    if (mayRefuse(record, recipient)) found = 'doubt';
    if (record.kind !== 'person' || record.deleted) continue;
    const { ids, words } = excludedIn(record);
    const said = saidIn(words);
    if (recipient.ids.some((id) => ids.includes(id)) || said.means(recipient.names)) return 'excluded';
    if (said.mayMean(recipient.names)) found = 'doubt';
  }
  return found;
}

/** Whether it is a "no" to sharing with somebody typed who may be this recipient, though nothing says so surely. */
function mayRefuse(consent: PlainRecord, { ids, names }: Recipient): boolean {
  const { kind, deleted, replaced, fields } = consent;
  if (kind !== 'consent' || deleted || replaced === true || fields.to !== 'sharing') return false;
  const { id, name } = recipientOf(consent);
  if (name === '' || (id !== '' && ids.length > 0) || allowsSharing(consent)) return false;
  // Who may surely be meant is a recipient without consent.
  if (names.some((each) => perhapsSame({ id, name }, { id: '', name: each }))) return false;
  const said = saidIn(name);
  return said.means(names) || said.mayMean(names);
}

/** Whom somebody does not want near the case, in any version that stands: chosen ones by id, and all in their own words. */
export function excludedIn(person: Doubted): { ids: readonly string[]; words: string } {
  const { excludedIds, exclusions } = carefulReading({ ...person, kind: 'person' });
  return {
    ids: linksIn('person', 'excludedIds', excludedIds),
    words: isText(exclusions) ? exclusions : '',
  };
}

export const isExcluded = (records: readonly PlainRecord[], recipient: Recipient): boolean =>
  exclusionOf(records, recipient) === 'excluded';

/** To whom a referral goes. */
const sentTo = ({ fields }: Pick<PlainRecord, 'fields'>): Named => ({
  id: isText(fields.space) ? fields.space : isText(fields.service) ? fields.service : '',
  name: isText(fields.to) ? fields.to.trim() : '',
});

/** Why a referral cannot be sent to a recipient, or null where nothing stands against it. */
export function maySend(
  records: readonly PlainRecord[],
  referral: PlainRecord,
  recipient: Recipient,
): ReferralProblem | null {
  const exclusion = exclusionOf(records, recipient);
  if (exclusion === 'excluded') return 'excluded';
  if (exclusion === 'doubt' && recipient.asked !== true) return 'perhaps-excluded';
  const { consent: id, of } = referral.fields;
  const to = sentTo(referral);
  const consent = records.find((record) => record.id === id);
  if (consent === undefined || !allowsSharing(consent) || consent.fields.of !== of) return 'no-consent';
  // A "no" to the same recipient counts that the "yes" did not know, even where that was never marked as withdrawn.
  const overruled = records.some(
    (other) =>
      other.kind === 'consent' &&
      !other.deleted &&
      other.fields.of === of &&
      other.fields.to === 'sharing' &&
      perhapsSame(recipientOf(other), to) &&
      other.id !== consent.id &&
      other.replaced !== true &&
      !allowsSharing(other),
  );
  return overruled || !isFor(consent, to) ? 'no-consent' : null;
}

/** An id alone is not enough where the name that was read aloud is another one; a consent of before has none. */
function isFor(consent: PlainRecord, to: Named): boolean {
  const given = recipientOf(consent);
  return (
    nameKey(given.name) === nameKey(to.name) &&
    nameKey(to.name) !== '' &&
    (given.id === '' || given.id === to.id)
  );
}
