import type { ReferralAct } from '@dayaq/domain';
import type { MessageKey, Translator } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { RecordForm, type Surroundings } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { type Fields, fieldsOfAct } from './life.ts';

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
  /** The record in which the life stands. */
  kind: 'referral' | 'handover';
  whose: 'ours' | 'theirs';
  life: Fields;
  around: Surroundings;
  onSave: (fields: Record<string, Value>) => Promise<boolean>;
  onClose: () => void;
}

/** A "no" needs its reason, an end its result: without them nobody could learn from it. */
export function AnswerDialog({ answer, kind, whose, life, around, onSave, onClose }: Props) {
  const { translator } = around;
  const { t } = translator;
  const [values, setValues] = useState<Record<string, Value>>({});
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    const fields = fieldsOfAct(life, actOf(answer, values));
    if (fields === null)
      return setProblem(
        needs(answer, values) ? t('referrals.refused.late') : t('referrals.answer.reasonNeeded'),
      );
    setBusy(true);
    const kept = await onSave({ ...fields, ...otherWords(answer, values) });
    setBusy(false);
    if (kept) onClose();
  }

  return (
    <Dialog open title={answerWords(translator, answer, whose)} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {answer === 'decline' && whose === 'ours' && <p class="muted">{t('referrals.answer.declineHint')}</p>}
        <RecordForm
          {...around}
          kind={kind}
          record=""
          values={values}
          only={answer === 'decline' ? ['declinedWhy', 'declinedWords'] : ['result']}
          onChange={(next) => {
            setValues(next);
            setProblem('');
          }}
        />
        {problem !== '' && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" busy={busy}>
            {t('cases.edit.save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
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

function otherWords(
  answer: 'decline' | 'finish',
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const field = answer === 'decline' ? 'declinedWhyOther' : 'resultOther';
  const said = text(values[field]);
  return said === '' ? {} : { [field]: said };
}
