import { childrenOf } from '@dayaq/domain';
import type { MessageKey } from '@dayaq/locale';
import { CheckRows, type Choice } from '../../fields/inputs/choice-rows.tsx';
import { codeLabel } from '../../fields/labels.ts';
import { toggleType } from '../acts.ts';
import type { StepProps } from '../room.ts';
import { StepForm } from './step-form.tsx';

const LIST = 'violation-types';
/** First-level codes as people say them; one that a country pack adds is called what the list calls it. */
const BRANCH_WORDS = {
  health: 'intake.branch.health',
  liberty: 'intake.branch.liberty',
  violence: 'intake.branch.violence',
  documents: 'intake.branch.documents',
  housing: 'intake.branch.housing',
  work: 'intake.branch.work',
  family: 'intake.branch.family',
  dignity: 'intake.branch.dignity',
  digital: 'intake.branch.digital',
  justice: 'intake.branch.justice',
  civic: 'intake.branch.civic',
  other: 'intake.branch.other',
} as const satisfies Record<string, MessageKey>;
const hasWords = (code: string): code is keyof typeof BRANCH_WORDS => Object.hasOwn(BRANCH_WORDS, code);

/** Endings of the list that are not acts: an intake simply leaves the step empty. */
const NO_ACT = new Set(['unknown', 'prefers-not']);

/** What happened, in everyday words; the exact kind opens under a chosen row and can be left for later. */
export function WhatStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const asChoice = (code: string): Choice => ({ code, label: codeLabel(room.translator, LIST, code) });
  const toggle = (code: string, on: boolean) => put({ types: toggleType(draft.types, code, on) });
  const saysOther = draft.types.some((code) => code === 'other' || code.endsWith('-other'));
  return (
    <>
      <fieldset class="field">
        <legend class="visually-hidden">{t('intake.what.title')}</legend>
        <div class="choices">
          {childrenOf(LIST)
            .filter(({ code }) => !NO_ACT.has(code))
            .map(({ code }) => {
              const children = childrenOf(LIST, code);
              const isOpen = draft.types.includes(code) && children.length > 0;
              return (
                <div key={code} class="intake-branch" data-open={isOpen}>
                  <CheckRows
                    name="intake-type"
                    choices={[
                      {
                        code,
                        label: hasWords(code) ? t(BRANCH_WORDS[code]) : asChoice(code).label,
                        hint: firstFew(children.map((child) => asChoice(child.code).label)),
                      },
                    ]}
                    chosen={draft.types}
                    onToggle={toggle}
                  />
                  {isOpen && (
                    <fieldset class="intake-exact">
                      <legend class="field-hint">{t('intake.what.exactly')}</legend>
                      <CheckRows
                        name={`intake-type-${code}`}
                        columns
                        choices={children.map((child) => asChoice(child.code))}
                        chosen={draft.types}
                        onToggle={toggle}
                      />
                    </fieldset>
                  )}
                </div>
              );
            })}
        </div>
      </fieldset>
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

/** Examples under a row, so that nobody has to guess what "documents" means. */
function firstFew(labels: readonly string[]): string | undefined {
  return labels.length === 0 ? undefined : `${labels.slice(0, 3).join(' · ')}…`;
}
