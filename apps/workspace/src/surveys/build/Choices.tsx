import { type Choice, freeChoice, isPicture, PICTURES, SURVEY_LIMITS } from '@dayaq/domain/survey';
import type { Language } from '@dayaq/locale';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { InLanguages } from './InLanguages.tsx';

interface Props {
  choices: readonly Choice[];
  languages: readonly Language[];
  onChoices: (choices: readonly Choice[]) => void;
}

/** What can be chosen, in its order. */
export function Choices({ choices, languages, onChoices }: Props) {
  const put = (at: number, changed: Choice): void =>
    onChoices(choices.map((each, where) => (where === at ? changed : each)));
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
            onWords={(label) => put(at, { ...choice, label })}
          />
          <Field label={t('building.picture')}>
            {(control) => (
              <select
                {...control}
                value={choice.picture ?? ''}
                onChange={({ currentTarget: { value } }) => {
                  const { picture: _, ...rest } = choice;
                  put(at, isPicture(value) ? { ...rest, picture: value } : rest);
                }}
              >
                <option value="">{t('building.noPicture')}</option>
                {PICTURES.map((each) => (
                  <option key={each} value={each}>
                    {t(`building.pictures.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
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
