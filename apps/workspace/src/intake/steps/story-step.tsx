import { FieldFrame } from '../../look/FieldFrame.tsx';
import { asksReason } from '../acts.ts';
import { MOST_WORDS } from '../draft.ts';
import type { StepProps } from '../room.ts';
import { StepForm } from './step-form.tsx';

/** The account, as it was told, then when and where. Nothing typed here is ever cut off. */
export function StoryStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const over = draft.words.length - MOST_WORDS;
  const reason = asksReason(draft.types) ? ['statedReason', 'barrierTo'] : [];
  return (
    <>
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
      <StepForm
        {...props}
        kind="violation"
        values={draft.act}
        only={['date', 'area', 'placeType', ...reason]}
        words={{
          date: { label: t('intake.story.when'), hint: t('intake.story.whenHint') },
          area: { label: t('intake.story.where') },
          placeType: { label: t('intake.story.placeType') },
          statedReason: { label: t('intake.story.reason'), hint: t('intake.story.reasonHint') },
          barrierTo: { label: t('intake.story.barrier') },
        }}
        onChange={(act) => put({ act })}
      />
    </>
  );
}
