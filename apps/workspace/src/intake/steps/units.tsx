import { codeLabel } from '../../fields/labels.ts';
import { TextInput } from '../../fields/inputs/text-inputs.tsx';
import { readText } from '../../fields/read-value.ts';
import { askedOf } from '@dayaq/acts/intake/violation-types';
import type { IntakeDraft } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';

/** Which station, clinic or office, of the types that have one; who they were, of those whom no type names. */
export function Units({
  room,
  draft,
  put,
  types,
}: Pick<StepProps, 'room' | 'draft' | 'put'> & { types: readonly string[] }) {
  const { t } = room.translator;
  return types.map((type) => {
    const name = askedOf(type);
    if (name === null) return null;
    const fields = draft.perpetrators.find((known) => known['type'] === type) ?? { type };
    return (
      <TextInput
        key={type}
        id={`intake-${name}-${type}`}
        label={
          name === 'typeOther'
            ? t('intake.by.other')
            : t('intake.by.unit', { who: codeLabel(room.translator, 'perpetrator-types', type) })
        }
        translator={room.translator}
        value={readText(fields[name])}
        max={160}
        isLong={false}
        onChange={(text) => put({ perpetrators: withKnown(draft, { ...fields, [name]: text }) })}
      />
    );
  });
}

/** What is known of perpetrators, with this one's in place of what was known before. */
function withKnown(
  draft: IntakeDraft,
  fields: IntakeDraft['perpetrators'][number],
): IntakeDraft['perpetrators'] {
  return [...draft.perpetrators.filter(({ type }) => type !== fields['type']), fields];
}
