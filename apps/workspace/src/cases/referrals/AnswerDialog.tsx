import type { ReferralAct } from '@dayaq/domain';
import type { MessageKey, Translator } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { RecordPlace } from '../../dossier/record-request.ts';
import { RecordForm } from '../../fields/index.ts';
import { type Fields, fieldsOfAct } from '@dayaq/acts/referral/life';

export const ANSWERS = ['accept', 'decline', 'start', 'finish', 'mend'] as const;
export type Answer = (typeof ANSWERS)[number];
/** Answers that need more than a press. */
export type Asked = Extract<Answer, 'decline' | 'finish' | 'mend'>;

export const isAnswer = (act: string): act is Answer => ANSWERS.some((each) => each === act);

const OURS = {
  accept: 'referrals.answer.accept',
  decline: 'referrals.answer.decline',
  start: 'referrals.answer.start',
  finish: 'referrals.answer.finish',
  mend: 'referrals.answer.mend',
} as const satisfies Record<Answer, MessageKey>;
const THEIRS = {
  accept: 'referrals.answer.theyAccepted',
  decline: 'referrals.answer.theyDeclined',
  start: 'referrals.answer.theyStarted',
  finish: 'referrals.answer.theyFinished',
  mend: 'referrals.answer.mend',
} as const satisfies Record<Answer, MessageKey>;

/** The act as a button says it: our own answer, or what others answered us. */
export const answerWords = ({ t }: Translator, answer: Answer, whose: 'ours' | 'theirs'): string =>
  t((whose === 'ours' ? OURS : THEIRS)[answer]);

/** Whether an answer needs more than a press. */
export const asksMore = (answer: Answer): answer is Asked =>
  answer === 'decline' || answer === 'finish' || answer === 'mend';

interface Props {
  answer: Asked;
  /** The record in which the life stands: a referral, or a hand-over. */
  record: RecordView;
  whose: 'ours' | 'theirs';
  life: Fields;
  place: RecordPlace;
  said: string;
  onClose: () => void;
}

/** What an answer asks for. */
const ASKS: Readonly<Record<Asked, readonly [needed: string, ...more: string[]]>> = {
  decline: ['declinedWhy', 'declinedWords'],
  finish: ['result'],
  mend: ['mendedWhy'],
};

/** A "no" needs its reason, an end its result, a mistake what happened: without them nobody could learn from it. */
export function AnswerDialog({ answer, record, whose, life, place, said, onClose }: Props) {
  const { translator } = place.around;
  const { t } = translator;
  return (
    <RecordDialog
      place={place}
      request={{
        title: answerWords(translator, answer, whose),
        kind: record.kind,
        record,
        only: ASKS[answer],
        // What was said of an earlier mistake is no answer to this one.
        ...(answer === 'mend' ? { begin: { mendedWhy: '' } } : {}),
        purpose: answer,
        refuse: (values) =>
          fieldsOfAct(life, actOf(answer, values)) !== null
            ? null
            : needs(answer, values)
              ? t('referrals.refused.late')
              : t('referrals.answer.reasonNeeded'),
        stamp: (values) => fieldsOfAct(life, actOf(answer, values)) ?? {},
        said,
        form: (parts) => (
          <>
            {answer === 'decline' && whose === 'ours' && (
              <p class="muted">{t('referrals.answer.declineHint')}</p>
            )}
            {answer === 'mend' && <p class="muted">{t('referrals.answer.mendHint')}</p>}
            <RecordForm {...parts} />
          </>
        ),
      }}
      onClose={onClose}
    />
  );
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

function actOf(answer: Asked, values: Readonly<Record<string, Value>>): ReferralAct {
  const at = Date.now();
  switch (answer) {
    case 'decline':
      return { act: 'decline', at, why: text(values['declinedWhy']), words: text(values['declinedWords']) };
    case 'finish':
      return { act: 'finish', at, result: text(values['result']) };
    case 'mend':
      return { act: 'mend', at, why: text(values['mendedWhy']) };
  }
}

const needs = (answer: Asked, values: Readonly<Record<string, Value>>): boolean =>
  text(values[ASKS[answer][0]]).trim() !== '';
