import { type Choice, freeChoice, SURVEY_LIMITS, type Words } from '@dayaq/domain/survey';
import type { Language } from '@dayaq/locale';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { InLanguages } from './InLanguages.tsx';

interface Props {
  choices: readonly Choice[];
  languages: readonly Language[];
  onChoices: (choices: readonly Choice[]) => void;
}

/** What can be chosen, in its order. */
export function Choices({ choices, languages, onChoices }: Props) {
  const put = (at: number, label: Words): void =>
    onChoices(choices.map((each, where) => (where === at ? { ...each, label } : each)));
  const swap = (at: number, to: number): void => {
    const next = [...choices];
    const [taken] = next.splice(at, 1);
    if (taken !== undefined) next.splice(to, 0, taken);
    onChoices(next);
  };
  return (
    <div class="stack stack-tight">
      {choices.map((choice, at) => (
        <fieldset key={choice.name} class="stack stack-tight built">
          <legend>{t('building.choice', { number: at + 1 })}</legend>
          <InLanguages
            label={t('building.answer')}
            words={choice.label}
            languages={languages}
            max={SURVEY_LIMITS.choiceLabel}
            onWords={(label) => put(at, label)}
          />
          <div class="buttons">
            <Button kind="quiet" small disabled={at === 0} onClick={() => swap(at, at - 1)}>
              {t('building.up')}
            </Button>
            <Button kind="quiet" small disabled={at === choices.length - 1} onClick={() => swap(at, at + 1)}>
              {t('building.down')}
            </Button>
            <Button kind="quiet" small onClick={() => onChoices(choices.filter((each) => each !== choice))}>
              {t('building.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {choices.length < SURVEY_LIMITS.choices && (
        <div>
          <Button
            kind="plain"
            small
            onClick={() => onChoices([...choices, { name: freeChoice(choices), label: {} }])}
          >
            {t('building.addChoice')}
          </Button>
        </div>
      )}
    </div>
  );
}
