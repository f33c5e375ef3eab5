import {
  type Group,
  type Question,
  QUESTION_TYPES,
  type QuestionType,
  questionsBefore,
  retyped,
  type Survey,
  SURVEY_LIMITS,
  TELLS,
} from '@dayaq/domain/survey';
import { t } from '../../locale/index.ts';
import { Choice } from '../../look/Choice.tsx';
import { Field } from '../../look/Field.tsx';
import { Choices } from './Choices.tsx';
import { Condition } from './Condition.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import { InLanguages } from './InLanguages.tsx';
import { Limits } from './Limits.tsx';
import { RecordedVoice } from './RecordedVoice.tsx';
import type { SoundPlace } from './sounds.ts';

interface Props<T> {
  survey: Survey;
  item: T;
  onItem: (item: T) => void;
}

/** The part with what is empty taken away: what is not said does not stand there. */
function withPart<T extends object, K extends keyof T>(item: T, part: K, value: T[K] | undefined | ''): T {
  const { [part]: _, ...rest } = item;
  return (value === undefined || value === '' ? rest : { ...rest, [part]: value }) as T;
}

/** Everything of one question. */
export function QuestionEditor({ place, survey, item, onItem }: Props<Question> & { place: SoundPlace }) {
  const { languages } = survey;
  const put = <K extends keyof Question>(part: K, value: Question[K] | undefined | ''): void =>
    onItem(withPart(item, part, value));
  const before = questionsBefore(survey.items, item.name);
  const isNumber = item.type === 'integer' || item.type === 'decimal';
  const isAsked = item.type !== 'note' && item.type !== 'calculate';
  return (
    <div class="stack">
      {item.type !== 'note' && (
        <p class="muted small">{t('building.itsName', { name: `\${${item.name}}` })}</p>
      )}
      <Field label={t('building.type')}>
        {(control) => (
          <select
            {...control}
            value={item.type}
            onChange={(event) => onItem(retyped(item, event.currentTarget.value as QuestionType))}
          >
            {QUESTION_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`building.types.${type}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {item.type === 'calculate' ? (
        <ExpressionField
          label={t('building.calculation')}
          hint={t('building.expressionHint')}
          survey={survey}
          before={before}
          text={item.calculation ?? ''}
          onText={(text) => put('calculation', text)}
        />
      ) : (
        <InLanguages
          label={t('building.question')}
          words={item.label}
          languages={languages}
          max={SURVEY_LIMITS.label}
          onWords={(label) => put('label', label)}
        />
      )}
      {isAsked && (
        <InLanguages
          label={t('building.hint')}
          words={item.hint ?? {}}
          languages={languages}
          max={SURVEY_LIMITS.label}
          onWords={(hint) => put('hint', hint)}
        />
      )}
      {item.choices !== undefined && (
        <>
          <Choices
            choices={item.choices}
            languages={languages}
            onChoices={(choices) => put('choices', choices)}
          />
          <Choice
            type="checkbox"
            label={t('building.other')}
            hint={t('building.otherHint')}
            checked={item.other === true}
            onChange={(on) => put('other', on ? true : undefined)}
          />
        </>
      )}
      {item.type !== 'calculate' && (
        <RecordedVoice
          place={place}
          survey={survey}
          item={item}
          onRecorded={(recorded) => put('recorded', recorded)}
        />
      )}
      <Condition
        key={`when ${item.name}`}
        survey={survey}
        before={before}
        text={item.relevant ?? ''}
        onText={(text) => put('relevant', text)}
      />
      {(isNumber || item.constraint !== undefined) && (
        <>
          <Limits
            key={`limits ${item.name}`}
            survey={survey}
            before={before}
            text={item.constraint ?? ''}
            onText={(text) => put('constraint', text)}
          />
          <InLanguages
            label={t('building.constraintMessage')}
            words={item.constraintMessage ?? {}}
            languages={languages}
            max={SURVEY_LIMITS.label}
            onWords={(words) => put('constraintMessage', words)}
          />
        </>
      )}
      {item.choiceFilter !== undefined && (
        <ExpressionField
          label={t('building.choiceFilter')}
          hint={t('building.expressionHint')}
          survey={survey}
          before={before}
          text={item.choiceFilter}
          onText={(text) => put('choiceFilter', text)}
        />
      )}
      {isAsked && (
        <>
          <Choice
            type="checkbox"
            label={t('building.support')}
            checked={item.support === true}
            onChange={(on) => put('support', on ? true : undefined)}
          />
          <Field label={t('building.tells')} hint={t('building.tellsHint')}>
            {(control) => (
              <select
                {...control}
                value={item.tells ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  put(
                    'tells',
                    TELLS.find((each) => each === value),
                  )
                }
              >
                <option value="">{t('building.tell.none')}</option>
                {TELLS.map((each) => (
                  <option key={each} value={each}>
                    {t(`building.tell.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
    </div>
  );
}

/** A group's own words and condition, and whether it is asked of several. */
export function GroupEditor({ survey, item, onItem }: Props<Group>) {
  const mayRepeat = !survey.items.some(
    (each) => each.is === 'group' && each !== item && each.repeat !== undefined && isWithin(each, item.name),
  );
  const holdsRepeat = item.items.some(
    (each) => each.is === 'group' && (each.repeat !== undefined || hasRepeat(each)),
  );
  return (
    <div class="stack">
      <InLanguages
        label={t('building.groupName')}
        words={item.label}
        languages={survey.languages}
        max={SURVEY_LIMITS.label}
        onWords={(label) => onItem({ ...item, label })}
      />
      <Condition
        key={`when ${item.name}`}
        survey={survey}
        before={questionsBefore(survey.items, item.name)}
        text={item.relevant ?? ''}
        onText={(text) => onItem(withPart(item, 'relevant', text))}
      />
      {mayRepeat && !holdsRepeat && (
        <Field label={t('building.repeat')}>
          {(control) => (
            <select
              {...control}
              value={String(item.repeat ?? 1)}
              onChange={({ currentTarget: { value } }) =>
                onItem(withPart(item, 'repeat', value === '1' ? undefined : Number(value)))
              }
            >
              {Array.from({ length: SURVEY_LIMITS.repeat }, (_, at) => (
                <option key={at} value={String(at + 1)}>
                  {at === 0 ? t('building.onceOnly') : t('building.times', { count: at + 1 })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}

const hasRepeat = (group: Group): boolean =>
  group.items.some((each) => each.is === 'group' && (each.repeat !== undefined || hasRepeat(each)));
const isWithin = (group: Group, name: string): boolean =>
  group.items.some((each) => each.name === name || (each.is === 'group' && isWithin(each, name)));
