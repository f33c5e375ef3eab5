import type { Translator } from '@dayaq/locale';
import { sayMoment } from '../../fields/say-date.ts';
import { type Fields, lifeSteps } from '@dayaq/acts/referral/life';
import { stepWord } from './referral-words.ts';

const BAD = new Set(['declined', 'revoked']);

/** The life of a referral as a line of steps: filled ones have happened, open ones are still expected. */
export function LifeLine({ life, translator }: { life: Fields; translator: Translator }) {
  return (
    <ol class="life">
      {lifeSteps(life).map(({ step, at }) => (
        <li key={step} class={at === null ? 'life-ahead' : BAD.has(step) ? 'life-bad' : 'life-past'}>
          <span class="life-step">{stepWord(translator, step)}</span>
          <span class="life-when muted small">
            {at === null ? translator.t('referrals.step.notYet') : sayMoment(translator, at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
