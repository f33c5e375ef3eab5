import { isEmpty } from '@dayaq/domain';
import type { Change, Id, RecordView } from '@dayaq/vault/client';
import { textIn } from '../detail/open-case.ts';

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
 * The client no longer wants a recipient to have what was agreed: the consent is withdrawn, and every referral that
 * stands on it is revoked.
 * @param now the moment, and the worker's day YYYY-MM-DD
 */
export function withdrawalOf(
  records: readonly RecordView[],
  consent: Id,
  now: { at: number; day: string },
  why = '',
): Withdrawal {
  const decision = records.find((record) => record.id === consent && record.kind === 'consent');
  const standing = referralsOn(records, consent);
  const changes: Change[] = [];
  if (decision !== undefined && isEmpty(decision.fields.withdrawn?.value)) {
    changes.push({
      kind: 'consent',
      record: consent,
      fields: {
        withdrawn: { set: { day: now.day } },
        ...(why.trim() === '' ? {} : { withdrawnWhy: { set: why.trim() } }),
      },
    });
  }
  for (const referral of standing) {
    if (!isEmpty(referral.fields.revoked?.value)) continue;
    changes.push({ kind: 'referral', record: referral.id, fields: { revoked: { set: now.at } } });
  }
  return {
    changes,
    handovers: standing.map((referral) => textIn(referral, 'dossier')).filter((id) => id !== ''),
    byHand: standing.filter(
      (referral) => textIn(referral, 'dossier') === '' && !isEmpty(referral.fields.sent?.value),
    ),
  };
}

/** The referrals that stand on a consent. */
export function referralsOn(records: readonly RecordView[], consent: Id): RecordView[] {
  return records.filter(
    (record) => record.kind === 'referral' && !record.deleted && textIn(record, 'consent') === consent,
  );
}
