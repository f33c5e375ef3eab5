import { actWords } from '../act-words.ts';
import { actsOf } from '@dayaq/acts/intake/violation-types';
import { perpetratorsOf, tellOf, toldOf } from '@dayaq/acts/intake/draft';
import { readText } from '../../fields/read-value.ts';
import type { StepProps } from '../room.ts';
import { ByWhom, LeftApart } from './act-told.tsx';
import { Units } from './units.tsx';

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
      <Units
        room={room}
        draft={draft}
        put={put}
        types={perpetratorsOf(draft).map((fields) => readText(fields['type']))}
      />
    </>
  );
}
