import { childrenOf } from '@dayaq/domain';
import { CheckRows, type Choice } from '../../fields/inputs/choice-rows.tsx';
import { ACT_LIST, actWords } from '../act-words.ts';
import { toggleType } from '../acts.ts';
import type { StepProps } from '../room.ts';
import { StepForm } from './step-form.tsx';
import { ChoiceGroup } from '../../look/Choice.tsx';

/** Endings of the list that are not acts: an intake simply leaves the step empty. */
const NO_ACT = new Set(['unknown', 'prefers-not']);

/** What happened, in everyday words; the exact kind opens under a chosen row and can be left for later. */
export function WhatStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const asChoice = (code: string): Choice => ({ code, label: actWords(room.translator, code) });
  const toggle = (code: string, on: boolean) => put({ types: toggleType(draft.types, code, on) });
  const saysOther = draft.types.some((code) => code === 'other' || code.endsWith('-other'));
  return (
    <>
      <ChoiceGroup bare legend={t('intake.what.title')}>
        {childrenOf(ACT_LIST)
          .filter(({ code }) => !NO_ACT.has(code))
          .map(({ code }) => (
            <Branch
              key={code}
              branch={asChoice(code)}
              exact={childrenOf(ACT_LIST, code).map((child) => asChoice(child.code))}
              exactWords={t('intake.what.exactly')}
              types={draft.types}
              onToggle={toggle}
            />
          ))}
      </ChoiceGroup>
      {saysOther && (
        <StepForm
          {...props}
          kind="violation"
          values={{ ...draft.act, type: 'other' }}
          only={['typeOther']}
          words={{ typeOther: { label: t('intake.what.other') } }}
          onChange={({ type: _type, ...act }) => put({ act })}
        />
      )}
      <p class="field-hint">{t('intake.what.unsure')}</p>
    </>
  );
}

interface BranchProps {
  branch: Choice;
  exact: readonly Choice[];
  exactWords: string;
  types: readonly string[];
  onToggle: (code: string, on: boolean) => void;
}

function Branch({ branch, exact, exactWords, types, onToggle }: BranchProps) {
  return (
    <div class="intake-branch">
      <CheckRows name="intake-type" choices={[branch]} chosen={types} onToggle={onToggle} />
      {types.includes(branch.code) && exact.length > 0 && (
        <fieldset class="intake-exact">
          <legend class="field-hint">{exactWords}</legend>
          <CheckRows
            name={`intake-type-${branch.code}`}
            columns
            choices={exact}
            chosen={types}
            onToggle={onToggle}
          />
        </fieldset>
      )}
    </div>
  );
}
