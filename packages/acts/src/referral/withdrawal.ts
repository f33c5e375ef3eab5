import { isEmpty, perhapsSame, recipientOf, standingShares } from '@dayaq/domain';
import type { Change, Id, RecordView } from '@dayaq/vault/client';
import { plainRecord, textIn, valuesOf } from '../record-values.ts';

/** What a withdrawal changes in the case, and which hand-overs have to be told. */
export interface Withdrawal {
  /** One entry of the case. */
  changes: Change[];
  /** Dossiers of the hand-overs that end. */
  handovers: Id[];
  /** Referrals that went by hand: somebody has to tell those people. */
  byHand: RecordView[];
}

/**
 * The client no longer wants a recipient to have what was agreed: every consent of theirs for that recipient is
 * withdrawn, and every referral that stands on one is revoked.
 * @param consent one of those consents
 * @param now the moment, and the worker's day YYYY-MM-DD
 */
export function withdrawalOf(
  records: readonly RecordView[],
  consent: Id,
  now: { at: number; day: string },
  why = '',
): Withdrawal {
  const standing = referralsTo(records, consent);
  const changes: Change[] = [];
  for (const decision of consentsLike(records, consent)) {
    if (!isEmpty(decision.fields['withdrawn']?.value) || textIn(decision, 'decision') !== 'yes') continue;
    changes.push({
      kind: 'consent',
      record: decision.id,
      fields: {
        withdrawn: { set: { day: now.day } },
        ...(why.trim() === '' ? {} : { withdrawnWhy: { set: why.trim() } }),
      },
    });
  }
  for (const referral of standing) {
    if (!isEmpty(referral.fields['revoked']?.value)) continue;
    changes.push({ kind: 'referral', record: referral.id, fields: { revoked: { set: now.at } } });
  }
  return {
    changes,
    handovers: standing.map((referral) => textIn(referral, 'dossier')).filter((id) => id !== ''),
    byHand: standing.filter(
      (referral) => textIn(referral, 'dossier') === '' && !isEmpty(referral.fields['sent']?.value),
    ),
  };
}

/**
 * A consent, and the others of the same person to the same: asked anew, each decision is a record of its own. To sharing with
 * whoever may be the same recipient.
 */
function consentsLike(records: readonly RecordView[], consent: Id): RecordView[] {
  const one = records.find((record) => record.id === consent && record.kind === 'consent');
  if (one === undefined) return [];
  const whom = (record: RecordView) => recipientOf({ fields: valuesOf(record) });
  const isAlike = (record: RecordView): boolean =>
    textIn(record, 'of') === textIn(one, 'of') &&
    textIn(record, 'to') === textIn(one, 'to') &&
    (textIn(one, 'to') !== 'sharing' || (whom(one).name !== '' && perhapsSame(whom(record), whom(one))));
  return records.filter(
    (record) => record.kind === 'consent' && !record.deleted && (record.id === consent || isAlike(record)),
  );
}

/** The referrals to the recipient of a consent. */
export function referralsTo(records: readonly RecordView[], consent: Id): RecordView[] {
  const consents = new Set([consent, ...consentsLike(records, consent).map(({ id }) => id)]);
  return records.filter(
    (record) => record.kind === 'referral' && !record.deleted && consents.has(textIn(record, 'consent')),
  );
}

/**
 * Referrals that went out and stand on nothing any more: their consent was withdrawn, taken back or answered with no elsewhere than by
 * a withdrawal, on another device or in an import, and nobody has told those who have it.
 */
export function owedWithdrawals(records: readonly RecordView[]): RecordView[] {
  const plain = records.map(plainRecord);
  const shares = new Map<string, ReadonlySet<string>>();
  const standing = (person: string): ReadonlySet<string> => {
    const known = shares.get(person) ?? new Set(standingShares(plain, person).map(({ record }) => record));
    shares.set(person, known);
    return known;
  };
  return records.filter((record) => {
    const { kind, deleted, fields } = record;
    const is = (name: string): boolean => !isEmpty(fields[name]?.value);
    if (kind !== 'referral' || deleted || !is('sent') || is('revoked') || is('declined')) return false;
    const consent = records.find(({ id }) => id === textIn(record, 'consent'));
    if (consent === undefined) return false;
    const all = consentsLike(records, consent.id);
    return !all.some(({ id }) => standing(textIn(consent, 'of')).has(id));
  });
}

/** Where something went on a consent, and how far its withdrawal has come there. */
export interface Reached {
  referral: Id;
  name: string;
  /** It went through Dayaq: whoever has it is told, and confirms, by themselves. */
  isSealed: boolean;
  /** Milliseconds since 1970; null where it has not happened. */
  sent: number | null;
  told: number | null;
  confirmed: number | null;
}

/** Who has what was agreed, and what they know of its withdrawal. */
export function reachedBy(records: readonly RecordView[], consent: Id): Reached[] {
  const moment = (record: RecordView, field: string): number | null => {
    const value = record.fields[field]?.value;
    return typeof value === 'number' ? value : null;
  };
  return referralsTo(records, consent).map((referral) => {
    const isSealed = textIn(referral, 'dossier') !== '';
    const confirmed = moment(referral, 'revokedSeen');
    return {
      referral: referral.id,
      name: textIn(referral, 'to'),
      isSealed,
      sent: moment(referral, 'sent'),
      // By hand somebody has to say it to them: writing that they know is all there is.
      told: isSealed ? moment(referral, 'revoked') : confirmed,
      confirmed,
    };
  });
}
