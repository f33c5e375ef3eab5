import { clientOf } from '@dayaq/acts/client';
import { plainRecord } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import { answerFields, type Instrument, levelBefore, type RiskAnswer } from '@dayaq/domain';
import type { Change, FieldOp, Id, Value } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { codeLabel, recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { Progress } from '../../look/Progress.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { type AssessDraft, readDraft } from './assess-draft.ts';
import { reasonsOf } from './assessments.ts';
import { AssessResult } from './AssessResult.tsx';

interface Props {
  instrument: Instrument;
  /** The person whose danger is assessed, where that is known already. */
  of: Id | null;
  onClose: () => void;
}

/** Milliseconds: a finger that strikes twice has not answered the next question, which stands in the same place. */
const SAME_PRESS = 250;

const ANSWERS: readonly (readonly [RiskAnswer, () => string])[] = [
  ['yes', () => t('safety.assess.yes')],
  ['no', () => t('safety.assess.no')],
  ['unknown', () => t('safety.assess.unknown')],
  ['prefers-not', () => t('safety.assess.prefersNot')],
];

/** One question after the other, as one asks them; then what it comes to, the worker's own judgement and the plan. */
export function AssessDialog({ instrument, of, onClose }: Props) {
  const open = useOpenCase();
  const { translator, live, around, save, me, today, vault, dossier } = open;
  const { questions } = instrument;
  const people = live.filter(({ kind }) => kind === 'person');
  const form = useDrafted<AssessDraft>({
    place: { dossier: dossier.id, about: of ?? 'risk', purpose: instrument.instrument },
    title: codeLabel(translator, 'risk-instruments', instrument.instrument),
    begin: {
      version: instrument.version,
      person: of ?? clientOf(live)?.id ?? '',
      answers: {},
      at: 0,
      judged: {},
    },
    // What was broken off by a lock, a crash or another errand goes on where it was left.
    read: (kept) => readDraft(kept, instrument),
    isBlank: (typed) => Object.keys(typed.answers).length + Object.keys(typed.judged).length === 0,
    close: onClose,
  });
  const { person, answers, at, judged } = form.typed;
  const reasons = reasonsOf(instrument, answers, levelBefore(live.map(plainRecord)));
  const [id, setId] = useState<Id | null>(null);
  useEffect(() => void vault.newId().then(setId), []);
  const heading = useRef<HTMLLegendElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);

  /** The answers stay on this device: closing loses nothing. */
  const throwAway = (): void => {
    form.done();
    onClose();
  };
  const question = questions[at];
  const answeredAt = useRef(-SAME_PRESS);
  /** Kept with the press itself: whatever comes next, the answer is there. */
  const go = (next: Partial<AssessDraft>): void => {
    form.put(next);
    void form.flush();
  };
  const goTo = (next: number): void => go({ at: Math.max(0, next) });
  const answer = (said: RiskAnswer, event: MouseEvent): void => {
    const now = performance.now();
    // A press of the keyboard, which has no count of clicks, is meant.
    const isEcho = event.detail > 0 && now - answeredAt.current < SAME_PRESS;
    if (question === undefined || isEcho) return;
    answeredAt.current = now;
    go({ answers: { ...answers, [question.question]: said }, at: at + 1 });
  };

  async function keep(told: Readonly<Record<string, Value>>): Promise<boolean> {
    if (id === null) return false;
    const fields: Record<string, FieldOp> = {
      instrument: { set: instrument.instrument },
      version: { set: instrument.version },
      level: { set: reasons.level },
      assessed: { set: { day: today } },
      assessedBy: { set: me },
    };
    if (person !== '') fields.of = { set: person };
    for (const [name, said] of Object.entries(answerFields(instrument, answers)))
      if (said.length > 0) fields[name] = { add: said, del: [] };
    for (const [name, value] of Object.entries(told)) if (value !== null) fields[name] = { set: value };
    const changes: Change[] = [{ kind: 'risk', record: id, fields }];
    const kept = await save(changes, t('safety.assess.saved'));
    if (kept) throwAway();
    return kept;
  }

  if (!form.ready) return null;
  return (
    <Dialog open title={codeLabel(translator, 'risk-instruments', instrument.instrument)} onClose={onClose}>
      {question === undefined ? (
        <AssessResult
          instrument={instrument}
          reasons={reasons}
          values={judged}
          onChange={(next) => form.put({ judged: { ...next } })}
          form={form}
          onBack={() => goTo(questions.length - 1)}
          onSave={keep}
        />
      ) : (
        <div class="stack">
          {at === 0 && <p class="muted small">{t('safety.assess.intro')}</p>}
          {at === 0 && people.length > 1 && (
            <Field label={t('safety.assess.person')}>
              {(control) => (
                <select
                  {...control}
                  value={person}
                  onChange={(event) => go({ person: event.currentTarget.value })}
                >
                  {people.map((each) => (
                    <option key={each.id} value={each.id}>
                      {recordTitle(each, around)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Progress
            label={t('safety.assess.at', { at: at + 1, count: questions.length })}
            done={at}
            total={questions.length}
          />
          <fieldset class="assess-question">
            <legend ref={heading} tabIndex={-1}>
              {codeLabel(translator, instrument.list, question.question)}
            </legend>
            <div class="choices choices-two">
              {ANSWERS.map(([said, words]) => (
                <Button
                  kind="plain"
                  key={said}
                  class="assess-answer"
                  aria-pressed={answers[question.question] === said}
                  onClick={(event) => answer(said, event)}
                >
                  {words()}
                </Button>
              ))}
            </div>
          </fieldset>
          <div class="spread">
            <Button kind="quiet" disabled={at === 0} onClick={() => goTo(at - 1)}>
              {t('safety.assess.back')}
            </Button>
            <Button kind="quiet" onClick={() => goTo(at + 1)}>
              {t('safety.assess.skip')}
            </Button>
            <Button kind="quiet" onClick={() => goTo(questions.length)}>
              {t('safety.assess.result')}
            </Button>
          </div>
          {at > 0 && form.keptAt !== null && <DraftLine form={form} />}
          {Object.keys(answers).length > 0 && (
            <p class="small muted">
              {t('safety.assess.stays')}{' '}
              <Button kind="link" onClick={throwAway}>
                {t('safety.assess.throwAway')}
              </Button>
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
