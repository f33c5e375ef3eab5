import { isEmpty, perhapsSame, recipientOf } from '@dayaq/domain';
import type { Change, Id, RecordView } from '@dayaq/vault/client';
import { textIn, valuesOf } from '../record-values.ts';

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

/** A consent, and the others of the same person for the same recipient: asked anew, each decision is a record of its own. */
function consentsLike(records: readonly RecordView[], consent: Id): RecordView[] {
  const one = records.find((record) => record.id === consent && record.kind === 'consent');
  if (one === undefined) return [];
  const whom = (record: RecordView) => recipientOf({ fields: valuesOf(record) });
  return records.filter(
    (record) =>
      record.kind === 'consent' &&
      !record.deleted &&
      (record.id === consent ||
        (perhapsSame(whom(record), whom(one)) &&
          textIn(record, 'of') === textIn(one, 'of') &&
          textIn(record, 'to') === 'sharing')),
  );
}

/** The referrals to the recipient of a consent. */
export function referralsTo(records: readonly RecordView[], consent: Id): RecordView[] {
  const consents = new Set([consent, ...consentsLike(records, consent).map(({ id }) => id)]);
  return records.filter(
    (record) => record.kind === 'referral' && !record.deleted && consents.has(textIn(record, 'consent')),
  );
}
