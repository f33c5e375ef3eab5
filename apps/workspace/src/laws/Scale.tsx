import { LAW_SCALE, type LawStep } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { codeLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import './laws.css';

interface Props {
  steps: readonly LawStep[];
  /** Where it stands. */
  now: readonly LawStep[];
  translator: Translator;
}

/** How far it came on the scale: what was reached, where it stands, what has not been. A convention is signed, other things are not. */
export function Scale({ steps, now, translator }: Props) {
  return (
    <ol class="law-scale" aria-label={t('laws.scale.title')}>
      {LAW_SCALE.map((stage) => {
        const stands = now.some((each) => each.stage === stage);
        const reached = steps.some((each) => each.stage === stage);
        return (
          <li key={stage} data-state={stands ? 'now' : reached ? 'was' : 'not'}>
            <span>{codeLabel(translator, 'law-stages', stage)}</span>
            {stands ? (
              <span class="small strong"> {t('laws.scale.now')}</span>
            ) : reached ? (
              <span class="muted small"> {t('laws.scale.was')}</span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
