import { CheckRows } from '../../fields/inputs/choice-rows.tsx';
import { FieldGroup } from '../../fields/inputs/field-frame.tsx';
import { choicesOf, codeLabel } from '../../fields/labels.ts';
import { readText } from '../../fields/read-value.ts';
import { toggled } from '../../fields/toggled.ts';
import type { StepProps } from '../room.ts';
import { TextInput } from '../../fields/inputs/text-inputs.tsx';

const LIST = 'perpetrator-types';
/** Where it helps to know which station, clinic or office; people are not asked about at this point. */
const INSTITUTIONS = new Set([
  'police',
  'security-service',
  'health-worker',
  'prison',
  'prosecutor',
  'court',
  'migration-service',
  'state-service',
  'school',
  'employer',
  'media',
  'organisation',
  'group',
]);

/** Who did it: what they are first; which station, clinic or office next; never a name at this point. */
export function ByStep({ room, draft, put }: StepProps) {
  const { t } = room.translator;
  const chosen = draft.perpetrators.map((fields) => readText(fields['type']));
  return (
    <>
      <FieldGroup id="intake-by" label={t('intake.by.types')} hint={t('intake.by.typesHint')}>
        <CheckRows
          name="intake-by"
          columns
          choices={choicesOf(room.translator, LIST)}
          chosen={chosen}
          onToggle={(code, on) => {
            const types = toggled(chosen, code, on);
            const known = new Map(draft.perpetrators.map((fields) => [fields['type'], fields]));
            put({ perpetrators: types.map((type) => known.get(type) ?? { type }) });
          }}
        />
      </FieldGroup>
      {draft.perpetrators.map((fields, index) => {
        const type = readText(fields['type']);
        if (type !== 'other' && !INSTITUTIONS.has(type)) return null;
        const name = type === 'other' ? 'typeOther' : 'unit';
        const id = `intake-by-${type}`;
        return (
          <TextInput
            key={type}
            id={id}
            label={
              type === 'other'
                ? t('intake.by.other')
                : t('intake.by.unit', { who: codeLabel(room.translator, LIST, type) })
            }
            translator={room.translator}
            value={readText(fields[name])}
            max={160}
            isLong={false}
            onChange={(text) => {
              const next = { ...fields, [name]: text };
              put({ perpetrators: draft.perpetrators.map((other, at) => (at === index ? next : other)) });
            }}
          />
        );
      })}
    </>
  );
}
