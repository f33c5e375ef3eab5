import {
  type Comparison,
  comparisonsOf,
  OTHER,
  type Picked,
  type Question,
  readPicked,
  type Survey,
  wordsIn,
  writePicked,
} from '@dayaq/domain/survey';
import { useState } from 'preact/hooks';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Field, TextField } from '../../look/Field.tsx';
import { ExpressionField } from './ExpressionField.tsx';

interface Props {
  survey: Survey;
  /** Questions whose answers are there by then. */
  before: readonly Question[];
  text: string;
  onText: (text: string) => void;
}

/** When a question is asked: by question, comparison and value; whatever says more is shown as it is written, and kept. */
export function Condition({ survey, before, text, onText }: Props) {
  const typeOf = (name: string) => before.find((each) => each.name === name)?.type;
  const read = readPicked(text, typeOf);
  // What is being picked says nothing yet that could be written.
  const [picking, setPicking] = useState<Picked | null>(read);
  const [asText, setAsText] = useState(text !== '' && read === null);
  if (asText)
    return (
      <div class="stack stack-tight">
        <ExpressionField
          label={t('building.when')}
          hint={t('building.expressionHint')}
          survey={survey}
          before={before}
          text={text}
          onText={onText}
        />
        <div>
          <Button
            kind="quiet"
            small
            onClick={() => {
              setPicking(null);
              setAsText(false);
              onText('');
            }}
          >
            {t('building.pick')}
          </Button>
        </div>
      </div>
    );
  const put = (next: Picked | null): void => {
    setPicking(next);
    const question = before.find(({ name }) => name === next?.name);
    onText(next === null || question === undefined ? '' : (writePicked(next, question) ?? ''));
  };
  const question = before.find(({ name }) => name === picking?.name);
  const isUnwritten = picking !== null && picking.value.trim() !== '' && text === '';
  return (
    <div class="condition">
      <Field label={t('building.when')}>
        {(control) => (
          <select
            {...control}
            value={picking?.name ?? ''}
            onChange={({ currentTarget: { value: name } }) => {
              const chosen = before.find((each) => each.name === name);
              const [how = 'is'] = comparisonsOf(chosen?.type ?? 'text');
              put(chosen === undefined ? null : { name, how, value: '' });
            }}
          >
            <option value="">{t('building.always')}</option>
            {before.map((each) => (
              <option key={each.name} value={each.name}>
                {wordsIn(each.label, language.value, survey) || each.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {picking !== null && question !== undefined && (
        <>
          <Field label={t('building.comparison')}>
            {(control) => (
              <select
                {...control}
                value={picking.how}
                onChange={({ currentTarget: { value } }) => put({ ...picking, how: value as Comparison })}
              >
                {comparisonsOf(question.type).map((how) => (
                  <option key={how} value={how}>
                    {t(`building.how.${how}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Compared
            survey={survey}
            question={question}
            value={picking.value}
            problem={isUnwritten ? t('building.unwritten') : undefined}
            onValue={(value) => put({ ...picking, value })}
          />
        </>
      )}
      <div>
        <Button kind="quiet" small onClick={() => setAsText(true)}>
          {t('building.asText')}
        </Button>
      </div>
    </div>
  );
}

function Compared({
  survey,
  question,
  value,
  problem,
  onValue,
}: {
  survey: Survey;
  question: Question;
  value: string;
  problem: string | undefined;
  onValue: (value: string) => void;
}) {
  if (question.choices === undefined)
    return <TextField label={t('building.value')} exact error={problem} value={value} onValue={onValue} />;
  return (
    <Field label={t('building.value')} error={problem}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{t('building.chooseAnswer')}</option>
          {question.choices?.map(({ name, label }) => (
            <option key={name} value={name}>
              {wordsIn(label, language.value, survey) || name}
            </option>
          ))}
          {question.other === true && <option value={OTHER}>{t('surveys.other')}</option>}
        </select>
      )}
    </Field>
  );
}
