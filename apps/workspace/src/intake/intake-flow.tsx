import { Button } from '../look/Button.tsx';
import type { MessageKey } from '@dayaq/locale';
import type { FailureCode, Id } from '@dayaq/vault/client';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Keeping } from '../drafts/draft-keeper.ts';
import { useKeeping } from '../drafts/use-keeping.ts';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { type IntakeDraft, saidNo, type Step, stepAfter, stepBefore, STEPS } from '@dayaq/acts/intake/draft';
import { intakeKeeper } from './draft-keeper.ts';
import { type FinishedCase, finishIntake } from '@dayaq/acts/intake/finish';
import { today } from './today.ts';
import type { IntakeRoom, StepProps } from './room.ts';
import { AboutStep } from './steps/about-step.tsx';
import { ByStep } from './steps/by-step.tsx';
import { ConsentStep } from './steps/consent-step.tsx';
import { ContactStep } from './steps/contact-step.tsx';
import { NowStep } from './steps/now-step.tsx';
import { dropFiles } from './steps/recordings.tsx';
import { ReviewStep } from './steps/review-step.tsx';
import { StoryStep } from './steps/story-step.tsx';
import { WhatStep } from './steps/what-step.tsx';
import { WhoStep } from './steps/who-step.tsx';
import { StepList } from './step-list.tsx';
import { leadToProblem, toTheTop } from './where-the-eye-is.ts';
import { useStepHistory } from './use-step-history.ts';
import { STEP_WORDS } from './step-words.ts';

const STEP_PAGES: Record<Exclude<Step, 'review'>, (props: StepProps) => preact.JSX.Element> = {
  who: WhoStep,
  about: AboutStep,
  what: WhatStep,
  story: StoryStep,
  by: ByStep,
  now: NowStep,
  contact: ContactStep,
  consent: ConsentStep,
};

interface IntakeFlowProps {
  room: IntakeRoom;
  /** Id under which the draft is kept. */
  id: Id;
  start: IntakeDraft;
  /** The draft was kept before: it is continued. */
  continued: boolean;
  onFinished: (finished: FinishedCase) => void;
  /** The person said no, and nothing was kept. */
  onForgotten: () => void;
  onLeave: () => void;
}

/** The steps of an intake, one thing at a time. What is typed is on the device within half a second. */
export function IntakeFlow({
  room,
  id,
  start,
  continued,
  onFinished,
  onForgotten,
  onLeave,
}: IntakeFlowProps) {
  const { t } = room.translator;
  const [draft, setDraft] = useState(start);
  // Signals, because they change with every word and at the moment of saving: only their own few elements follow them.
  const keeping = useSignal<Keeping>(continued ? 'kept' : 'empty');
  const isSaving = useSignal(false);
  const [failure, setFailure] = useState<FailureCode | 'unreadable' | 'not-gone' | null>(null);
  const unreadable = useRef(new Map<string, string[]>());
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(draft);
  const keeper = useMemo(
    () =>
      intakeKeeper(room.vault, id, continued, {
        onKeeping: (now) => {
          keeping.value = now;
        },
        onIds: (ids) => {
          latest.current = { ...latest.current, ids: { ...ids, ...latest.current.ids } };
        },
      }),
    [room.vault, id],
  );
  useKeeping(keeper);
  const heading = useHeadingFocus(draft.step);

  const put = (part: Partial<IntakeDraft>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setDraft(next);
    setFailure(null);
    keeper.change(next);
  };
  const steps = useStepHistory(start.step, (step) => {
    // Going back cannot be refused; what could not be read is given up, as it is not stored either.
    unreadable.current.clear();
    put({ step });
  });
  /** Whether everything on this step can be stored; else the eye is led to what cannot, where it says so itself. */
  const isReadable = () => {
    if ([...unreadable.current.values()].every((fields) => fields.length === 0)) return true;
    if (form.current !== null && leadToProblem(form.current)) return false;
    setFailure('unreadable');
    return false;
  };
  const go = (step: Step) => {
    if (!isReadable()) return;
    unreadable.current.clear();
    if (step !== latest.current.step) steps.push(step);
    put({ step });
  };
  const finish = async () => {
    if (!isReadable()) return;
    // Nothing is saved of somebody who said no: the eye is led to where that was said.
    if (saidNo(latest.current)) return go('consent');
    isSaving.value = true;
    const outcome = await finishIntake(room.vault, latest.current, {
      me: room.me,
      today: today(),
      keep: async (next) => {
        latest.current = next;
        keeper.change(next);
        await keeper.flush();
      },
    });
    isSaving.value = false;
    if (!outcome.ok) {
      setDraft(latest.current);
      return setFailure(outcome.failure.code);
    }
    // The case is kept: that is said first. A draft that is not put away in time is known to have become this case.
    void keeper.close();
    onFinished(outcome.value);
    requestAnimationFrame(() => setTimeout(steps.unwind));
  };
  const forget = async () => {
    isSaving.value = true;
    const isGone = await keeper
      .close()
      // Once more where a refusal is heard: that it is gone is said only when it is.
      .then(() => room.vault.dropDraft(id))
      .then(() => dropFiles(room.vault, latest.current.ids['case'] ?? '', latest.current.files))
      .catch(() => false);
    isSaving.value = false;
    if (!isGone) return setFailure('not-gone');
    onForgotten();
    requestAnimationFrame(() => setTimeout(steps.unwind));
  };
  const back = () => {
    if (steps.back()) return;
    const before = stepBefore(draft.step);
    if (before !== null) return put({ step: before });
    void keeper.flush().then(onLeave);
  };

  const stepProps: StepProps = {
    room,
    draft,
    put,
    onUnreadable: (fields, part) => void unreadable.current.set(part, fields),
    onSaveNow: () => void finish(),
  };
  const after = stepAfter(draft.step, draft);
  // All of them, as on a laptop's list: a number that was read stays true, whichever of them there is nothing left to ask.
  const walk = STEPS;
  const at = walk.indexOf(draft.step) + 1;
  // What comes first then is saving; one filled button a view.
  const savesFirst = draft.step === 'now' && draft.case['danger'] === 'high';
  const isRefused = saidNo(draft);
  const ends = isRefused && (draft.step === 'consent' || draft.step === 'review');
  const StepPage = draft.step === 'review' ? null : STEP_PAGES[draft.step];
  const words = STEP_WORDS[draft.step];
  return (
    <div class="intake-desk">
      <form
        ref={form}
        class="intake intake-flow"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ends) void forget();
          else if (draft.step === 'review') void finish();
          else go(after);
        }}
      >
        <header class="intake-head">
          <div
            class="intake-progress"
            role="progressbar"
            aria-label={t('intake.progress')}
            aria-valuemin={1}
            aria-valuemax={walk.length}
            aria-valuenow={at}
            aria-valuetext={t('intake.stepOf', { step: at, steps: walk.length })}
          >
            {walk.map((step, i) => (
              <span key={step} data-passed={i < at} />
            ))}
          </div>
          <p class="small muted">{t('intake.stepOf', { step: at, steps: walk.length })}</p>
        </header>
        <div class="intake-title">
          <h2 ref={heading} tabIndex={-1}>
            {t(words.title)}
          </h2>
          {words.lead !== null && <p class="muted">{t(words.lead)}</p>}
        </div>
        <div class="stack stack-loose" key={draft.step}>
          {StepPage === null ? <ReviewStep {...stepProps} onGo={go} /> : <StepPage {...stepProps} />}
        </div>
        {ends && (
          <Notice tone="w" role="status">
            <h3>{t('intake.refused.title')}</h3>
            <p>{t('intake.refused.text')}</p>
          </Notice>
        )}
        {failure !== null && (
          <Notice tone="w" role="alert">
            {t(hasWords(failure) ? FAILURE_WORDS[failure] : 'intake.failure.other')}
          </Notice>
        )}
        {draft.step !== 'review' && !isRefused && (
          <Button kind="quiet" class="intake-now" small busy={isSaving.value} onClick={() => void finish()}>
            {t('intake.saveNow')}
          </Button>
        )}
        <footer class="intake-foot">
          {ends ? <span /> : <KeepingWords keeping={keeping} t={t} />}
          <div class="intake-buttons">
            <Button kind="plain" onClick={back}>
              {t('intake.back')}
            </Button>
            <Button
              type="submit"
              kind={ends ? 'danger' : savesFirst ? 'plain' : 'main'}
              busy={isSaving.value}
            >
              {ends
                ? t('intake.refused.act')
                : draft.step === 'review'
                  ? t('intake.save')
                  : t('intake.next', { step: t(STEP_WORDS[after].short) })}
            </Button>
          </div>
        </footer>
      </form>
      <StepList room={room} draft={draft} onGo={go} />
    </div>
  );
}

interface KeepingProps {
  keeping: ReadonlySignal<Keeping>;
  t: IntakeRoom['translator']['t'];
}

function KeepingWords({ keeping: { value: keeping }, t }: KeepingProps) {
  if (keeping === 'empty') return null;
  return (
    <span class="intake-kept" data-keeping={keeping}>
      {keeping === 'kept' && <Icon name="check" size={15} />}
      {t(
        keeping === 'failed' || keeping === 'too-large'
          ? 'intake.notKept'
          : keeping === 'kept'
            ? 'intake.kept'
            : 'intake.keeping',
      )}
    </span>
  );
}

const FAILURE_WORDS = {
  unreadable: 'intake.failure.unreadable',
  'not-gone': 'intake.failure.notGone',
  'disk-full': 'intake.failure.diskFull',
  'too-large': 'intake.failure.tooLarge',
  locked: 'intake.failure.locked',
  'not-allowed': 'intake.failure.notAllowed',
  removed: 'intake.failure.notAllowed',
} as const satisfies Partial<Record<FailureCode | 'unreadable' | 'not-gone', MessageKey>>;

function hasWords(failure: string): failure is keyof typeof FAILURE_WORDS {
  return Object.hasOwn(FAILURE_WORDS, failure);
}

/** Each step begins at its heading, for eyes and for screen readers. */
function useHeadingFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    heading.current?.focus({ preventScroll: true });
    toTheTop();
  }, [step]);
  return heading;
}
