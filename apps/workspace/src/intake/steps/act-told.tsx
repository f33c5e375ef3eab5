import { groupOf, perpetratorsFor } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import { CheckRows, type Choice } from '../../fields/inputs/choice-rows.tsx';
import { DayChips } from '../../fields/inputs/day-chips.tsx';
import { codeLabel } from '../../fields/labels.ts';
import { asValue, readDate } from '../../fields/read-value.ts';
import { toggled } from '../../fields/toggled.ts';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { actsOf, threatActOf } from '@dayaq/acts/intake/violation-types';
import { type IntakeDraft, tellOf, toldOf } from '@dayaq/acts/intake/draft';
import type { IntakeRoom, StepProps } from '../room.ts';
import { StepForm } from './step-form.tsx';
import { TheChildren } from './the-children.tsx';
import { Units } from './units.tsx';

const MORE_OF_AN_ACT = groupOf('violation', 'intake');

/** Offered at once of those who may have done it; the rest of the list opens. */
const FIRST = 4;

/** Who did one act, when, and to whom beside the client: asked where the act was chosen. */
export function ActTold({ room, draft, act, put, onUnreadable }: StepProps & { act: string }) {
  const { t } = room.translator;
  const told = toldOf(draft, act);
  const put1 = (part: Partial<typeof told>) => put({ acts: tellOf(draft, act, part) });
  return (
    <>
      <ByWhom
        room={room}
        act={act}
        id={`intake-by-${act}`}
        label={t('intake.what.byWhom')}
        chosen={told.by}
        onChosen={(by) => put1({ by })}
      />
      <Units
        room={room}
        draft={draft}
        put={put}
        types={told.by.filter((type) => firstWith(draft, type) === act)}
      />
      <DayChips
        id={`intake-when-${act}`}
        label={t('intake.what.when')}
        which={t('intake.what.whichDay')}
        translator={room.translator}
        today={draft.opened}
        value={readDate(told.fields['date'])}
        onChange={(date) => put1({ fields: { ...told.fields, date: asValue(date) } })}
        onReadable={(readable) => onUnreadable(readable ? [] : ['date'], act)}
      />
      <TheChildren
        room={room}
        draft={draft}
        id={`intake-also-${act}`}
        label={t('intake.what.alsoTo')}
        chosen={told.alsoTo}
        onChosen={(alsoTo) => put1({ alsoTo })}
      />
      {threatActOf(draft.types) === act && (
        <StepForm
          room={room}
          onUnreadable={onUnreadable}
          part={act}
          kind="threat"
          values={told.threat ?? {}}
          only={['type', 'words']}
          words={{ type: { label: t('intake.what.threatened') } }}
          onChange={(threat) => put1({ threat })}
        />
      )}
      <details class="intake-rest">
        <summary>{t('intake.what.more')}</summary>
        <StepForm
          room={room}
          onUnreadable={onUnreadable}
          part={act}
          kind="violation"
          values={{ ...told.fields, type: act }}
          only={MORE_OF_AN_ACT}
          onChange={({ type: _type, ...fields }) => put1({ fields })}
        />
      </details>
    </>
  );
}

/** Somebody who did two acts is asked about once. */
const firstWith = (draft: IntakeDraft, type: string): string | undefined =>
  actsOf(draft.types).find((act) => toldOf(draft, act).by.includes(type));

interface ByWhomProps {
  room: IntakeRoom;
  /** Code of `violation-types`: who is likeliest stands first. */
  act: string;
  id: string;
  label: string;
  hint?: string;
  chosen: readonly string[];
  onChosen: (types: string[]) => void;
}

/** What they are, the likeliest first; nobody is left out of what opens. */
export function ByWhom({ room, act, id, label, hint, chosen, onChosen }: ByWhomProps) {
  const { t } = room.translator;
  const { codes, likely } = perpetratorsFor(act);
  const first = new Set(codes.slice(0, likely === 0 ? FIRST : Math.min(likely, FIRST)));
  const rows = (of: readonly string[]) => (
    <CheckRows
      chips
      name={id}
      choices={of.map(
        (code): Choice => ({ code, label: codeLabel(room.translator, 'perpetrator-types', code) }),
      )}
      chosen={chosen}
      onToggle={(code, on) => onChosen(toggled(chosen, code, on))}
    />
  );
  // As it was when the question came up: a choice does not move from under the finger.
  const [begun] = useState(chosen);
  const isShown = (code: string) => first.has(code) || begun.includes(code) || code === 'unknown';
  return (
    <FieldGroup id={id} label={label} hint={hint}>
      {rows(codes.filter(isShown))}
      <details class="intake-rest">
        <summary>{t('intake.what.others')}</summary>
        {rows(codes.filter((code) => !isShown(code)))}
      </details>
    </FieldGroup>
  );
}

/** Nobody is sure who did which: they are of the case, and of no act. */
export function LeftApart({ room, draft, put }: Pick<StepProps, 'room' | 'draft' | 'put'>) {
  const { t } = room.translator;
  const hasActs = draft.types.length > 0;
  const told: Partial<ByWhomProps> = hasActs ? { hint: t('intake.by.apartHint') } : {};
  return (
    <ByWhom
      {...told}
      room={room}
      act=""
      id="intake-apart"
      label={hasActs ? t('intake.by.apart') : t('intake.by.types')}
      chosen={draft.apart}
      onChosen={(apart) => put({ apart } satisfies Partial<IntakeDraft>)}
    />
  );
}
