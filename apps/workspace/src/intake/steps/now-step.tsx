import { CheckRows, RadioRows } from '../../fields/inputs/choice-rows.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { choicesOf, codeLabel } from '../../fields/labels.ts';
import { toggled } from '../../fields/toggled.ts';
import { dayBefore } from '../../fields/understand-date.ts';
import { readCode, readDate } from '../../fields/read-value.ts';
import { Chip } from '../../look/Chip.tsx';
import type { StepProps } from '../room.ts';
import { SafetyFirst } from './safety-first.tsx';
import { StepForm } from './step-form.tsx';
import { TheChildren } from './the-children.tsx';

/** Danger first, then what they want, what was done on the spot, and the next thing somebody will do. */
export function NowStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  return (
    <>
      <FieldGroup id="intake-danger" label={t('intake.now.danger')} hint={t('intake.now.dangerHint')}>
        <RadioRows
          name="intake-danger"
          choices={choicesOf(room.translator, 'danger')}
          chosen={readCode(draft.case['danger'])}
          firm
          onChoose={(danger) => put({ case: { ...draft.case, danger } })}
        />
      </FieldGroup>
      {draft.case['danger'] === 'high' && <SafetyFirst {...props} />}
      <StepForm
        {...props}
        kind="case"
        values={draft.case}
        only={['wants']}
        words={{ wants: { label: t('intake.now.wants'), hint: t('intake.now.wantsHint') } }}
        onChange={(next) => put({ case: next })}
      />
      <details class="intake-more" open={draft.doneToday.length > 0}>
        <summary>{t('intake.now.done')}</summary>
        <FieldGroup id="intake-done" label={t('intake.now.doneToday')}>
          <CheckRows
            name="intake-done"
            columns
            choices={choicesOf(room.translator, 'response-types').filter(
              ({ code }) => code !== 'other' && code !== 'unknown',
            )}
            chosen={draft.doneToday}
            onToggle={(code, on) => put({ doneToday: toggled(draft.doneToday, code, on) })}
          />
        </FieldGroup>
        {draft.doneToday.map((code) => (
          <TheChildren
            key={code}
            room={room}
            draft={draft}
            id={`intake-done-for-${code}`}
            label={t('intake.now.doneFor', { what: codeLabel(room.translator, 'response-types', code) })}
            chosen={draft.doneForToo[code] ?? []}
            onChosen={(places) => put({ doneForToo: { ...draft.doneForToo, [code]: places } })}
          />
        ))}
      </details>
      <NextTask {...props} />
    </>
  );
}

/** Days from today that are one tap away. */
const SOON = [0, 1, 3, 7] as const;

function NextTask(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const [year = 2000, month = 1, day = 1] = draft.opened.split('-').map(Number);
  const due = readDate(draft.task['due'])?.day ?? null;
  return (
    <section class="stack">
      <StepForm
        {...props}
        kind="task"
        values={draft.task}
        only={['what']}
        words={{ what: { label: t('intake.now.task'), hint: t('intake.now.taskHint') } }}
        onChange={(task) => put({ task })}
      />
      {typeof draft.task['what'] === 'string' && draft.task['what'] !== '' && (
        <>
          <div class="stack stack-tight">
            <StepForm
              {...props}
              kind="task"
              values={draft.task}
              only={['due']}
              words={{ due: { label: t('intake.now.due') } }}
              onChange={(task) => put({ task })}
            />
            <div class="cluster" role="group" aria-label={t('intake.now.due')}>
              {SOON.map((days) => {
                const on = dayBefore({ year, month, day }, -days);
                return (
                  <Chip
                    key={days}
                    chosen={due === on}
                    onClick={() => put({ task: { ...draft.task, due: due === on ? null : { day: on } } })}
                  >
                    {t('intake.now.inDays', { days })}
                  </Chip>
                );
              })}
            </div>
          </div>
          <StepForm
            {...props}
            kind="task"
            values={{ owner: room.me, ...draft.task }}
            only={['owner']}
            onChange={(task) => put({ task })}
          />
        </>
      )}
    </section>
  );
}
