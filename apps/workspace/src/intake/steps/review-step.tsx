import type { Step } from '@dayaq/acts/intake/draft';
import { Button } from '../../look/Button.tsx';
import { readBack } from '../read-back.ts';
import type { StepProps } from '../room.ts';
import { STEP_WORDS } from '../step-words.ts';

/** What was said, step by step, each with a way back to it. What was left out is named without reproach. */
export function ReviewStep({ room, draft, onGo }: StepProps & { onGo: (step: Step) => void }) {
  const { t } = room.translator;
  return (
    <dl class="intake-review">
      {readBack(room, draft).map(([step, lines]) => (
        <div key={step}>
          <dt>{t(STEP_WORDS[step].title)}</dt>
          <dd>
            {lines.length === 0 ? (
              <span class="muted">{t('intake.review.nothing')}</span>
            ) : (
              lines.map(({ label, text }, index) => (
                <p key={index}>
                  {label !== undefined && (
                    <span class="muted">{label.endsWith('?') ? label : `${label}:`} </span>
                  )}
                  {text}
                </p>
              ))
            )}
          </dd>
          <dd class="intake-change">
            <Button kind="quiet" small onClick={() => onGo(step)}>
              {t('intake.review.change')}
              <span class="visually-hidden">: {t(STEP_WORDS[step].title)}</span>
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
