import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { referralStatus, type ReferralStatus } from '@dayaq/domain';
import type { RecordView, SharedRow, Value } from '@dayaq/vault/client';
import type { FlowStart } from './flow/flow-state.ts';
import { type Fields, lifeOf, notWritten } from '@dayaq/acts/referral/life';

/** A referral of the case as its page shows it: our record, and what both sides wrote in the hand-over. */
export interface ReferralView {
  referral: RecordView;
  share: SharedRow | undefined;
  life: Fields;
  status: ReferralStatus;
  /** To whom. */
  name: string;
  consent: RecordView | undefined;
  /** It went through Dayaq. */
  isSealed: boolean;
  /** The others' answers that the case does not say yet. */
  news: Record<string, Value>;
  isOver: boolean;
  /** Revoked here, and the hand-over does not know it yet. */
  isCutOff: boolean;
  isConfirmed: boolean;
}

export function referralView(
  referral: RecordView,
  share: SharedRow | undefined,
  records: readonly RecordView[],
): ReferralView {
  const fields = valuesOf(referral);
  const handover = share?.fields ?? null;
  const life = lifeOf(fields, handover);
  const status = referralStatus(life);
  return {
    referral,
    share,
    life,
    status,
    name: textIn(referral, 'to'),
    consent: records.find((record) => record.id === textIn(referral, 'consent')),
    isSealed: textIn(referral, 'dossier') !== '',
    news: notWritten(fields, handover),
    isOver: status === 'done' || status === 'declined' || status === 'revoked',
    isCutOff: status === 'revoked' && share !== undefined && share.state !== 'ended',
    isConfirmed: share?.acknowledged === true || typeof life['revokedSeen'] === 'number',
  };
}

/** What a referral was for, to begin another one with. */
export function sameNeed(referral: RecordView): NonNullable<FlowStart['need']> {
  return {
    need: textIn(referral, 'need'),
    needOther: textIn(referral, 'needOther'),
    needWords: textIn(referral, 'needWords'),
  };
}
