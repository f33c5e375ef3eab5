import type { ReferralStatus } from '@dayaq/domain';
import type { MessageKey, Translator } from '@dayaq/locale';
import { isCode } from '@dayaq/domain';
import { codeLabel } from '../../fields/index.ts';
import type { StepName } from '@dayaq/acts/referral/life';

const STEPS = {
  proposed: 'referrals.step.proposed',
  sent: 'referrals.step.sent',
  accepted: 'referrals.step.accepted',
  declined: 'referrals.step.declined',
  'in-service': 'referrals.step.inService',
  done: 'referrals.step.done',
  revoked: 'referrals.step.revoked',
  confirmed: 'referrals.step.confirmed',
} as const satisfies Record<StepName, MessageKey>;

/** A step of a referral's life in a word. */
export const stepWord = ({ t }: Translator, step: StepName): string => t(STEPS[step]);

/** Danger, warning, ok: the tone of a status beside its word. */
export function statusTone(status: ReferralStatus): 'w' | 'o' | undefined {
  if (status === 'declined' || status === 'revoked') return 'w';
  if (status === 'accepted' || status === 'in-service' || status === 'done') return 'o';
  return status === 'sent' ? 'w' : undefined;
}

/** What is needed, in words: "other" is shown as what was said. */
export function needWord(translator: Translator, need: unknown, other: unknown): string {
  const code = typeof need === 'string' ? need : '';
  if (code === 'other' && typeof other === 'string' && other !== '') return other;
  return isCode('services', code) ? codeLabel(translator, 'services', code) : code;
}
