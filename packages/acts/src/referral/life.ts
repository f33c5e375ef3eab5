import { actOnReferral, type ReferralAct, referralStatus, type ReferralStatus } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';

export type Fields = Readonly<Record<string, unknown>>;

/** The fields in which the life of a referral stands, in its record and in its hand-over alike. */
export const LIFE_FIELDS = [
  'sent',
  'accepted',
  'declined',
  'declinedWhy',
  'declinedWhyOther',
  'declinedWords',
  'inService',
  'done',
  'result',
  'resultOther',
  'mended',
  'mendedWhat',
  'mendedWhy',
  'revoked',
  'revokedSeen',
] as const;

/** What those who answer write: a hand-over of which they took an answer back knows better than our record what stands. */
const ANSWERED: readonly string[] = LIFE_FIELDS.filter(
  (field) => !['sent', 'revoked', 'revokedSeen'].includes(field),
);

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * Where a referral stands, from what we wrote in the case and what both sides wrote in the hand-over. The hand-over
 * knows the answer first; a withdrawal counts wherever it stands.
 */
export function lifeOf(referral: Fields, handover: Fields | null): Record<string, unknown> {
  const life: Record<string, unknown> = {};
  for (const field of LIFE_FIELDS) {
    const isTakenBack = isThere(handover?.['mended']) && ANSWERED.includes(field);
    const value = isThere(handover?.[field]) || isTakenBack ? handover?.[field] : referral[field];
    if (isThere(value)) life[field] = value;
  }
  return life;
}

/** What the hand-over says and the case does not say yet, as the fields of our record; empty where both agree. */
export function notWritten(referral: Fields, handover: Fields | null): Record<string, Value> {
  const news: Record<string, Value> = {};
  const isMended = isThere(handover?.['mended']);
  for (const field of LIFE_FIELDS) {
    const value = handover?.[field];
    const isNew =
      isMended && ANSWERED.includes(field) ? value !== referral[field] : !isThere(referral[field]);
    if (isThere(value) && isNew) news[field] = value as Value;
    else if (isMended && ANSWERED.includes(field) && !isThere(value) && isThere(referral[field]))
      news[field] = null;
  }
  return news;
}

export type StepName = ReferralStatus | 'confirmed';
export interface LifeStep {
  step: StepName;
  /** Milliseconds since 1970; null where it has not happened. */
  at: number | null;
}

const MOMENTS: Readonly<Record<StepName, string>> = {
  proposed: 'proposed',
  sent: 'sent',
  accepted: 'accepted',
  declined: 'declined',
  'in-service': 'inService',
  done: 'done',
  revoked: 'revoked',
  confirmed: 'revokedSeen',
};
const WAY: readonly StepName[] = ['sent', 'accepted', 'in-service', 'done'];

/** The line of a referral's steps: those that were taken, then those that are still expected. */
export function lifeSteps(life: Fields): LifeStep[] {
  const at = (step: StepName): number | null => {
    const value = life[MOMENTS[step]];
    return typeof value === 'number' ? value : null;
  };
  const status = referralStatus(life);
  const names: StepName[] =
    status === 'declined'
      ? ['sent', 'declined']
      : status === 'revoked'
        ? [
            ...(['sent', 'declined', 'accepted', 'in-service', 'done'] as const).filter(
              (step) => at(step) !== null,
            ),
            'revoked',
            'confirmed',
          ]
        : [...WAY];
  return names
    .map((step) => ({ step, at: at(step) }))
    .filter(({ step, at: when }) => when !== null || mayCome(step, status));
}

/** Once it is done, nobody waits for a step that nobody wrote down. */
function mayCome(step: StepName, status: ReferralStatus): boolean {
  return status !== 'done' || step === 'done';
}

/** What can be done next by those who answer, in the order of the buttons. */
export function answersNow(life: Fields): ReferralAct['act'][] {
  switch (referralStatus(life)) {
    case 'sent':
      return ['accept', 'decline'];
    case 'accepted':
      return ['start', 'finish', 'mend'];
    case 'in-service':
      return ['finish', 'mend'];
    case 'declined':
    case 'done':
      return ['mend'];
    default:
      return [];
  }
}

/** An act as the fields to set, or null where it cannot be done any more. */
export function fieldsOfAct(life: Fields, act: ReferralAct): Record<string, Value> | null {
  const outcome = actOnReferral(life, act);
  return outcome.ok ? ({ ...outcome.changes } as Record<string, Value>) : null;
}
