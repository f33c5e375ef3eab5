import { codeLabel } from '../../fields/labels.ts';
import { TextInput } from '../../fields/inputs/text-inputs.tsx';
import { readText } from '../../fields/read-value.ts';
import { actWords } from '../act-words.ts';
import { actsOf, askedOf } from '../acts.ts';
import { type IntakeDraft, perpetratorsOf, tellOf, toldOf } from '../draft.ts';
import type { StepProps } from '../room.ts';
import { ByWhom, LeftApart } from './act-told.tsx';

/** Who did it: what they are first, for each act; which station, clinic or office next; never a name at this point. */
export function ByStep({ room, draft, put }: StepProps) {
  const { t } = room.translator;
  const acts = actsOf(draft.types);
  return (
    <>
      {acts.map((act) => (
        <ByWhom
          key={act}
          room={room}
          act={act}
          id={`intake-by-${act}`}
          label={acts.length === 1 ? t('intake.by.types') : actWords(room.translator, act)}
          {...(acts.length === 1 ? { hint: t('intake.by.typesHint') } : {})}
          chosen={toldOf(draft, act).by}
          onChosen={(by) => put({ acts: tellOf(draft, act, { by }) })}
        />
      ))}
      {(acts.length !== 1 || draft.apart.length > 0) && <LeftApart room={room} draft={draft} put={put} />}
      {perpetratorsOf(draft).map((fields) => {
        const type = readText(fields['type']);
        const name = askedOf(type);
        if (name === null) return null;
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
      })}
    </>
  );
}

/** What is known of perpetrators, with this one's in place of what was known before. */
function withKnown(draft: IntakeDraft, fields: IntakeDraft['perpetrators'][number]): IntakeDraft['perpetrators'] {
  return [...draft.perpetrators.filter(({ type }) => type !== fields['type']), fields];
}
