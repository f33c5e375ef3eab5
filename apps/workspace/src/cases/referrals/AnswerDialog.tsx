import type { ReferralAct } from '@dayaq/domain';
import type { MessageKey, Translator } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { RecordPlace } from '../../dossier/record-request.ts';
import { RecordForm } from '../../fields/index.ts';
import { type Fields, fieldsOfAct } from '@dayaq/acts/referral/life';

export type Answer = 'accept' | 'decline' | 'start' | 'finish';

const OURS = {
  accept: 'referrals.answer.accept',
  decline: 'referrals.answer.decline',
  start: 'referrals.answer.start',
  finish: 'referrals.answer.finish',
} as const satisfies Record<Answer, MessageKey>;
const THEIRS = {
  accept: 'referrals.answer.theyAccepted',
  decline: 'referrals.answer.theyDeclined',
  start: 'referrals.answer.theyStarted',
  finish: 'referrals.answer.theyFinished',
} as const satisfies Record<Answer, MessageKey>;

/** The act as a button says it: our own answer, or what others answered us. */
export const answerWords = ({ t }: Translator, answer: Answer, whose: 'ours' | 'theirs'): string =>
  t((whose === 'ours' ? OURS : THEIRS)[answer]);

/** Whether an answer needs more than a press. */
export const asksMore = (answer: Answer): boolean => answer === 'decline' || answer === 'finish';

interface Props {
  answer: 'decline' | 'finish';
  /** The record in which the life stands: a referral, or a hand-over. */
  record: RecordView;
  whose: 'ours' | 'theirs';
  life: Fields;
  place: RecordPlace;
  said: string;
  onClose: () => void;
}

/** A "no" needs its reason, an end its result: without them nobody could learn from it. */
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
        only: answer === 'decline' ? ['declinedWhy', 'declinedWords'] : ['result'],
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
            <RecordForm {...parts} />
          </>
        ),
      }}
      onClose={onClose}
    />
  );
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

function actOf(answer: 'decline' | 'finish', values: Readonly<Record<string, Value>>): ReferralAct {
  const at = Date.now();
  return answer === 'decline'
    ? { act: 'decline', at, why: text(values['declinedWhy']), words: text(values['declinedWords']) }
    : { act: 'finish', at, result: text(values['result']) };
}

const needs = (answer: 'decline' | 'finish', values: Readonly<Record<string, Value>>): boolean =>
  text(values[answer === 'decline' ? 'declinedWhy' : 'result']) !== '';
