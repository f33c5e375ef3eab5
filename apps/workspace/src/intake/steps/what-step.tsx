import { childrenOf } from '@dayaq/domain';
import { CheckRows, type Choice } from '../../fields/inputs/choice-rows.tsx';
import { ChoiceGroup } from '../../look/Choice.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { ACT_LIST, actWords } from '../act-words.ts';
import { actsOf, carryOver, toggleType } from '@dayaq/acts/intake/violation-types';
import type { StepProps } from '../room.ts';
import { ActTold } from './act-told.tsx';
import { StepForm } from './step-form.tsx';

/** Endings of the list that are not acts: an intake simply leaves the step empty. */
const NO_ACT = new Set(['unknown', 'prefers-not']);

/** What happened, in everyday words; what exactly, by whom and when open where one tapped and can be left for later. */
export function WhatStep(props: StepProps) {
  const { room, draft } = props;
  const { t } = room.translator;
  const saysOther = draft.types.some((code) => code === 'other' || code.endsWith('-other'));
  return (
    <>
      <ChoiceGroup bare legend={t('intake.what.title')}>
        {childrenOf(ACT_LIST)
          .filter(({ code }) => !NO_ACT.has(code))
          .map(({ code }) => (
            <Branch key={code} branch={code} {...props} />
          ))}
      </ChoiceGroup>
      {saysOther && (
        <StepForm
          {...props}
          kind="violation"
          values={{ ...draft.act, type: 'other' }}
          only={['typeOther']}
          words={{ typeOther: { label: t('intake.what.other') } }}
          onChange={({ type: _type, ...act }) => props.put({ act })}
        />
      )}
      <p class="field-hint">{t('intake.what.unsure')}</p>
    </>
  );
}

function Branch({ branch, ...props }: StepProps & { branch: string }) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const asChoice = (code: string): Choice => ({ code, label: actWords(room.translator, code) });
  const toggle = (code: string, on: boolean) => {
    const types = toggleType(draft.types, code, on);
    put({ types, acts: carryOver(draft.acts, draft.types, types) });
  };
  const row = (
    <CheckRows name="intake-type" choices={[asChoice(branch)]} chosen={draft.types} onToggle={toggle} />
  );
  if (!draft.types.includes(branch)) return <div class="intake-branch">{row}</div>;
  const exact = childrenOf(ACT_LIST, branch).map(({ code }) => code);
  const acts = actsOf(draft.types).filter((act) => act === branch || exact.includes(act));
  return (
    <div class="intake-branch intake-branch-open">
      {row}
      {exact.length > 0 && (
        <FieldGroup id={`intake-exact-${branch}`} label={t('intake.what.exactly')}>
          <CheckRows
            chips
            name={`intake-type-${branch}`}
            choices={exact.map(asChoice)}
            chosen={draft.types}
            onToggle={toggle}
          />
        </FieldGroup>
      )}
      {acts.map((act) =>
        act === branch ? (
          <ActTold key={act} act={act} {...props} />
        ) : (
          <fieldset key={act} class="intake-act">
            <legend>{actWords(room.translator, act)}</legend>
            <ActTold act={act} {...props} />
          </fieldset>
        ),
      )}
    </div>
  );
}
