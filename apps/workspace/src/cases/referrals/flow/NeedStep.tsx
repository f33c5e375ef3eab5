import type { RecordView } from '@dayaq/vault/client';
import { useId, useState } from 'preact/hooks';
import { codeLabel, RecordForm, recordTitle } from '../../../fields/index.ts';
import { Choice, ChoiceGroup } from '../../../look/Choice.tsx';
import { useOpenCase } from '../../detail/open-case.ts';
import type { FlowState } from './flow-state.ts';

interface Props {
  state: FlowState;
  likely: readonly string[];
  people: readonly RecordView[];
  onChange: (change: Partial<FlowState>) => void;
}

/** Whom, and what for. What the person wants comes first; any other service is one press away. */
export function NeedStep({ state, likely, people, onChange }: Props) {
  const { around, translator } = useOpenCase();
  const { t } = translator;
  const name = useId();
  const [other, setOther] = useState(state.need !== '' && !likely.includes(state.need));
  const asksAll = other || likely.length === 0;
  return (
    <>
      {people.length > 1 && (
        <ChoiceGroup legend={t('referrals.need.whom')}>
          {people.map((person) => (
            <Choice
              key={person.id}
              type="radio"
              name={`${name}-of`}
              label={recordTitle(person, around)}
              checked={state.of === person.id}
              onChange={() => onChange({ of: person.id })}
            />
          ))}
        </ChoiceGroup>
      )}
      {likely.length > 0 && (
        <ChoiceGroup legend={t('referrals.need.likely')}>
          {likely.map((code) => (
            <Choice
              key={code}
              type="radio"
              name={`${name}-need`}
              label={codeLabel(translator, 'services', code)}
              checked={!other && state.need === code}
              onChange={() => {
                setOther(false);
                onChange({ need: code, needOther: '' });
              }}
            />
          ))}
          <Choice
            type="radio"
            name={`${name}-need`}
            label={t('referrals.need.other')}
            checked={other}
            onChange={() => {
              setOther(true);
              onChange({ need: '' });
            }}
          />
        </ChoiceGroup>
      )}
      <RecordForm
        {...around}
        kind="referral"
        record=""
        values={{ need: state.need, needOther: state.needOther, needWords: state.needWords }}
        only={asksAll ? ['need', 'needWords'] : ['needWords']}
        words={{
          need: { label: t('referrals.need.what') },
          needWords: { label: t('referrals.need.words'), hint: t('referrals.need.wordsHint') },
        }}
        onChange={(next) =>
          onChange({
            need: text(next['need']),
            needOther: text(next['needOther']),
            needWords: text(next['needWords']),
          })
        }
      />
    </>
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
