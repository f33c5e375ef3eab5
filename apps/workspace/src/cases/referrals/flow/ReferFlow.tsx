import { begunOn, NOTHING_CHOSEN, offersOn } from '@dayaq/acts/referral/choose';
import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { agreedIn, type PlainRecord, type ReferralProblem } from '@dayaq/domain';
import type { Failure, RecordView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { tooLong } from '../../../dossier/record-state.ts';
import { DraftLine } from '../../../drafts/DraftLine.tsx';
import { useDrafted } from '../../../drafts/use-drafted.ts';
import { sameValue, textsOf } from '../../../fields/index.ts';
import { Button } from '../../../look/Button.tsx';
import { announce } from '../../../look/live.tsx';
import { Notice } from '../../../look/Notice.tsx';
import { currentSpace, say } from '../../../vault/session.ts';
import { useOpenCase } from '../../detail/open-case.ts';
import { consentOf, type ReferralPlan, sendReferral, travelling } from '@dayaq/acts/referral/send';
import { consentIsComplete, ConsentStep } from './ConsentStep.tsx';
import {
  type FlowStart,
  type FlowState,
  isAnythingChosen,
  needsForWants,
  LONGEST_CONTACT,
  newIds,
  readFlow,
  readIds,
  standingConsent,
  type Step,
  stepOf,
  STEPS,
  storedState,
  type WrittenFlow,
} from './flow-state.ts';
import { NeedStep } from './NeedStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { RecipientStep } from './RecipientStep.tsx';

interface Props {
  start: FlowStart;
  onClose: () => void;
}

type Trouble = { refused: ReferralProblem } | { failure: Failure };

/** A referral in four steps: what for, to whom, what the person agreed to, and exactly what goes. */
export function ReferFlow({ start, onClose }: Props) {
  const open = useOpenCase();
  const { live, root, dossier, vault, me, today, translator } = open;
  const { t } = translator;
  const { route } = useLocation();
  const people = useMemo(() => {
    const clients = live.filter((record) => record.kind === 'person' && textIn(record, 'role') === 'client');
    return clients.length > 0 ? clients : live.filter((record) => record.kind === 'person').slice(0, 1);
  }, [live]);
  const likely = useMemo(
    () => [...new Set([...start.needs, ...needsForWants(textsOf(root.fields['wants']?.value))])],
    [start, root],
  );
  const begin = useMemo<FlowState>(
    () => ({
      of: start.again?.of ?? people[0]?.id ?? '',
      need: start.need?.need ?? (start.needs.length === 1 ? (start.needs[0] ?? '') : ''),
      needOther: start.need?.needOther ?? '',
      needWords: start.need?.needWords ?? '',
      recipient: start.again?.recipient ?? null,
      choosing: start.again?.choosing ?? NOTHING_CHOSEN,
      fresh: {},
      standing: start.again?.ids.consent ?? null,
      files: start.again?.files ?? [],
      way: start.again === undefined ? 'paper' : 'sealed',
      contactPerson: '',
      followUp: null,
    }),
    [],
  );
  const form = useDrafted<WrittenFlow>({
    place: {
      dossier: dossier.id,
      about: start.again?.ids.referral ?? 'referral',
      purpose: `refer ${start.need?.need ?? ''} ${start.declined ?? ''}`,
    },
    title: t('referrals.title'),
    begin: {
      step: firstStep(start),
      state: storedState(begin),
      ids: { ...start.again?.ids },
    },
    read: (kept) => (start.again === undefined ? readFlow(kept, dossier.records) : null),
    isBlank: (typed) => sameValue(typed.state, storedState(begin)),
    close: onClose,
  });
  const step = stepOf(form.typed.step);
  const state = form.typed.state as unknown as FlowState;
  const ids = readIds(form.typed.ids);
  const setStep = (next: Step): void => form.put({ step: next });
  const [showProblems, setShowProblems] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (form.ready && ids === null) void newIds(vault).then((fresh) => form.put({ ids: { ...fresh } }));
  }, [form.ready, ids]);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);

  // Two answers may come before the page has rendered anew.
  const latest = useRef(state);
  latest.current = state;
  const change = (part: Partial<FlowState>): void => {
    setTrouble(null);
    latest.current = { ...latest.current, ...part };
    form.put({ state: storedState(latest.current) });
  };
  const plan = ids === null ? null : planOf(state);
  const consent = plan === null || ids === null ? null : consentOf(plan, ids, live, Date.now());
  const shared = useMemo(
    () =>
      step === 'preview' && plan !== null && ids !== null ? travelling(plan, ids, live, Date.now()) : [],
    [step, state, ids, live],
  );
  const person = people.find((one) => one.id === state.of);
  const name = state.recipient?.name ?? '';
  const leaving = form.isWritten ? t('drafts.later') : t('cases.edit.cancel');

  if (people.length === 0 || person === undefined) {
    return (
      <Notice>
        <p>{t('referrals.need.nobody')}</p>
        <div>
          <Button kind="plain" onClick={onClose}>
            {t('referrals.back')}
          </Button>
        </div>
      </Notice>
    );
  }

  function isReady(): boolean {
    const { needOther, needWords, fresh } = state;
    if (tooLong('referral', { needOther, needWords }).length + tooLong('consent', fresh).length > 0)
      return false;
    if (step === 'need')
      return state.need !== '' && (state.need !== 'other' || state.needOther.trim() !== '');
    if (step === 'recipient') return state.recipient !== null;
    if (step === 'consent') {
      const standing = live.find(({ id }) => id === state.standing);
      const on = standing === undefined ? null : plainRecord(standing);
      return consentIsComplete(state, offersOn(live.map(plainRecord), state.of, on).length > 0);
    }
    return plan !== null && !sending && state.contactPerson.length <= LONGEST_CONTACT;
  }

  function forward(): void {
    if (!isReady()) return setShowProblems(true);
    setShowProblems(false);
    const next = STEPS[STEPS.indexOf(step) + 1];
    if (next === undefined) void send();
    else setStep(next);
  }

  async function send(): Promise<void> {
    if (plan === null || ids === null) return;
    setSending(true);
    const outcome = await sendReferral(plan, ids, {
      vault,
      dossier,
      me,
      from: currentSpace()?.name ?? '',
      now: Date.now(),
      today,
    });
    setSending(false);
    if (!outcome.ok)
      return setTrouble('refused' in outcome ? { refused: outcome.refused } : { failure: outcome.failure });
    announce(t(sentWords(plan), { name }));
    form.done();
    if (plan.recipient.target === 'service' && (plan.way === 'paper' || plan.way === 'qr')) {
      route(`/cases/${dossier.id}/paper/${ids.referral}`);
    } else onClose();
  }

  async function saysNo(): Promise<void> {
    if (ids === null) return;
    const kept = await open.save(
      [
        {
          kind: 'consent',
          record: ids.consent,
          fields: {
            of: { set: state.of },
            to: { set: 'sharing' },
            decision: { set: 'no' },
            recipient: { set: name },
            date: { set: { day: today } },
            takenBy: { set: me },
          },
        },
      ],
      t('referrals.consent.noKept', { name }),
    );
    if (!kept) return;
    form.done();
    onClose();
  }

  if (!form.ready) return null;
  return (
    <form
      class="stack"
      noValidate
      aria-labelledby="refer-step"
      onSubmit={(event) => {
        event.preventDefault();
        forward();
      }}
    >
      <ol class="referral-steps">
        {STEPS.map((one, i) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {i + 1}. {stepTitle(one)}
          </li>
        ))}
      </ol>
      <h3 id="refer-step" ref={heading} tabIndex={-1}>
        {stepTitle(step)}
      </h3>
      {step === 'need' && <NeedStep state={state} likely={likely} people={people} onChange={change} />}
      {step === 'recipient' && (
        <RecipientStep
          person={state.of}
          need={state.need}
          chosen={state.recipient}
          declined={start.declined}
          onChoose={(recipient) => {
            // What was agreed for one is no answer for another.
            const standing = standingConsent(live, state.of, recipient);
            change({
              recipient,
              fresh: {},
              standing: standing?.id ?? null,
              choosing:
                standing === undefined
                  ? NOTHING_CHOSEN
                  : begunOn(live.map(plainRecord), state.of, plainRecord(standing)),
              files: [],
              way: recipient.target === 'space' ? 'sealed' : 'paper',
            });
            setShowProblems(false);
            setStep('consent');
          }}
        />
      )}
      {step === 'consent' && (
        <ConsentStep state={state} name={name} showProblems={showProblems} onChange={change} />
      )}
      {step === 'preview' && consent !== null && (
        <PreviewStep
          state={state}
          name={name}
          shared={shared}
          files={state.choosing.parts.includes('files') ? filesOn(consent) : []}
          onChange={change}
        />
      )}
      {showProblems && step === 'need' && (
        <p class="field-error" role="alert">
          {t('referrals.need.needed')}
        </p>
      )}
      {showProblems && step === 'recipient' && (
        <p class="field-error" role="alert">
          {t('referrals.recipient.needed')}
        </p>
      )}
      {trouble !== null && (
        <Notice tone="w" role="alert">
          <p>{'refused' in trouble ? refusal(trouble.refused) : say(trouble.failure)}</p>
          <p>{t('referrals.notSent')}</p>
        </Notice>
      )}
      <DraftLine form={form} />
      <div class="buttons">
        {(step !== 'recipient' || state.recipient !== null) && (
          <Button type="submit" busy={sending}>
            {step !== 'preview'
              ? t('referrals.next')
              : state.recipient?.target === 'space'
                ? t('referrals.send', { name })
                : t('referrals.handOver')}
          </Button>
        )}
        <Button
          kind="plain"
          onClick={() => {
            const before = STEPS[STEPS.indexOf(step) - 1];
            setShowProblems(false);
            setTrouble(null);
            if (before === undefined) onClose();
            else setStep(before);
          }}
        >
          {step === 'need' ? leaving : t('referrals.back')}
        </Button>
        {step === 'consent' && state.standing === null && (
          <Button kind="quiet" onClick={() => void saysNo()}>
            {t('referrals.consent.no')}
          </Button>
        )}
        {step !== 'need' && (
          <Button kind="quiet" onClick={onClose}>
            {leaving}
          </Button>
        )}
      </div>
    </form>
  );

  /** Files that may be chosen: those that were agreed one by one, or all where none was yet. */
  function filesOn(record: PlainRecord): RecordView[] {
    const agreed = state.standing === null ? null : agreedIn(record);
    return live.filter(({ id, kind }) => kind === 'file' && (agreed === null || Object.hasOwn(agreed, id)));
  }

  function planOf({ recipient, standing, fresh, choosing, ...rest }: FlowState): ReferralPlan | null {
    if (recipient === null) return null;
    return {
      ...rest,
      recipient,
      chosen: choosing.chosen,
      consent: standing === null ? { fresh: withYes(fresh) } : { standing },
    };
  }

  function stepTitle(one: Step): string {
    switch (one) {
      case 'need':
        return t('referrals.steps.need');
      case 'recipient':
        return t('referrals.steps.recipient');
      case 'consent':
        return t('referrals.steps.consent');
      case 'preview':
        return t('referrals.steps.preview');
    }
  }

  function refusal(problem: ReferralProblem): string {
    if (problem === 'excluded') return t('referrals.refused.excluded', { name });
    if (problem === 'perhaps-excluded') return t('referrals.recipient.doubt', { name });
    return problem === 'no-consent' ? t('referrals.refused.consent', { name }) : t('referrals.refused.late');
  }
}

/** What was kept goes through the last look again; of before it was kept, what goes is chosen first. */
function firstStep({ again, need }: FlowStart): Step {
  if (again !== undefined) return isAnythingChosen(again) ? 'preview' : 'consent';
  return need === undefined ? 'need' : 'recipient';
}

const withYes = (fresh: FlowState['fresh']): FlowState['fresh'] => ({ ...fresh, decision: 'yes' });

/** What has happened, no more: what travels sealed is sent or waits for a network, what goes another way is written down. */
function sentWords({ recipient }: ReferralPlan) {
  if (recipient.target !== 'space') return 'referrals.writtenDown';
  return navigator.onLine ? 'referrals.sent' : 'referrals.goesOut';
}
