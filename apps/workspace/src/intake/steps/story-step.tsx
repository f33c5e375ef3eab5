import { FieldFrame } from '../../look/FieldFrame.tsx';
import { actWords } from '../act-words.ts';
import { actsOf, asksReason } from '@dayaq/acts/intake/violation-types';
import { MOST_WORDS, tellOf, toldOf } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';
import { Recordings } from './recordings.tsx';
import { StepForm } from './step-form.tsx';

/** The account, as it was told or recorded, then where, and what reason was given. Nothing typed here is ever cut off. */
export function StoryStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const over = draft.words.length - MOST_WORDS;
  return (
    <>
      <div class="stack stack-tight">
        <FieldFrame
          id="intake-words"
          label={t('intake.story.words')}
          hint={t('intake.story.wordsHint')}
          problem={over > 0 ? t('intake.story.tooLong', { count: over }) : undefined}
        >
          <textarea
            id="intake-words"
            aria-describedby="intake-words-hint"
            value={draft.words}
            onInput={(event) => put({ words: event.currentTarget.value })}
          />
        </FieldFrame>
        <Recordings {...props} />
      </div>
      <Reasons {...props} />
      <StepForm
        {...props}
        kind="violation"
        values={draft.act}
        only={['area', 'placeType']}
        words={{
          area: { label: t('intake.story.where') },
          placeType: { label: t('intake.story.placeType') },
        }}
        onChange={(act) => put({ act })}
      />
    </>
  );
}

/** What reason was given, for each act by which somebody was turned away. */
function Reasons(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const acts = actsOf(draft.types).filter((act) => asksReason([act]));
  const isOnly = actsOf(draft.types).length === 1;
  return acts.map((act) => {
    const of = { act: actWords(room.translator, act) };
    const told = toldOf(draft, act);
    return (
      <StepForm
        {...props}
        key={act}
        part={act}
        kind="violation"
        values={told.fields}
        only={['statedReason', 'barrierTo']}
        words={{
          statedReason: {
            label: isOnly ? t('intake.story.reason') : t('intake.story.reasonFor', of),
            hint: t('intake.story.reasonHint'),
          },
          barrierTo: { label: isOnly ? t('intake.story.barrier') : t('intake.story.barrierFor', of) },
        }}
        onChange={(fields) => put({ acts: tellOf(draft, act, { fields }) })}
      />
    );
  });
}
