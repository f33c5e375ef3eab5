import { Icon } from '../look/Icon.tsx';
import { type IntakeDraft, isTold, type Step, STEPS } from '@dayaq/acts/intake/draft';
import type { IntakeRoom } from './room.ts';
import { STEP_WORDS } from './step-words.ts';

/** All steps at a glance, where a laptop has room for them: what was told is ticked, any can be gone to. */
export function StepList({
  room: { translator },
  draft,
  onGo,
}: {
  room: IntakeRoom;
  draft: IntakeDraft;
  onGo: (step: Step) => void;
}) {
  const { t } = translator;
  return (
    <nav class="intake-steps" aria-label={t('intake.steps')}>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === draft.step ? 'step' : undefined}
              onClick={() => onGo(step)}
            >
              <span class="intake-tick">{isTold(draft, step) && <Icon name="check" size={16} />}</span>
              {t(STEP_WORDS[step].title)}
              {isTold(draft, step) && <span class="visually-hidden">, {t('intake.told')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
