import { groupOf, type Instrument } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import type { Drafted } from '../../drafts/use-drafted.ts';
import { RecordForm } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';
import type { AssessDraft } from './assess-draft.ts';
import { asLevel, meantLooks, type Reasons, reviewDay } from './assessments.ts';
import { RiskResult } from './RiskResult.tsx';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';

interface Props {
  instrument: Instrument;
  reasons: Reasons;
  /** The worker's own judgement and plan, as far as it is written. */
  values: Readonly<Record<string, Value>>;
  onChange: (values: Record<string, Value>) => void;
  form: Drafted<AssessDraft>;
  onBack: () => void;
  /** Answers whether it is kept. */
  onSave: (judged: Readonly<Record<string, Value>>) => Promise<boolean>;
}

const JUDGED = groupOf('risk', 'rewritten');

/** What the answers come to; what the worker thinks of it, the plan, and the day to look again. */
export function AssessResult({ instrument, reasons, values, onChange, form, onBack, onSave }: Props) {
  const { around, live, today, translator } = useOpenCase();
  const [lacksReason, setLacksReason] = useState(false);
  const [saving, setSaving] = useState(false);
  const unreadable = useRef<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const override = asLevel(values.override);
  const overrideWhy = typeof values.overrideWhy === 'string' ? values.overrideWhy : '';
  const meant = reasons.tooLittleKnown && override === null ? meantLooks(live) : [];
  const proposed = reviewDay(instrument, override ?? reasons.level, today, meant);
  // The day follows the level until the worker sets one.
  const shown = { ...values, nextReview: values.nextReview ?? { day: proposed } };

  async function submit(): Promise<void> {
    const unexplained = override !== null && override !== reasons.level && overrideWhy.trim() === '';
    setLacksReason(unexplained);
    if (unexplained || saving || unreadable.current.length > 0) return;
    setSaving(true);
    const kept = await onSave({ ...shown, override: override === reasons.level ? null : override });
    if (!kept) setSaving(false);
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {t('safety.assess.resultTitle')}
      </h3>
      <RiskResult
        instrument={instrument}
        reasons={reasons}
        computed={reasons.level}
        override={override === reasons.level ? null : override}
        overrideWhy={overrideWhy}
      />
      <RecordForm
        {...around}
        kind="risk"
        record=""
        values={shown}
        only={JUDGED}
        onChange={(next) => {
          const { nextReview, ...rest } = next;
          const isProposal = JSON.stringify(nextReview) === JSON.stringify({ day: proposed });
          onChange(isProposal || nextReview === undefined ? rest : next);
          if (typeof next.overrideWhy === 'string' && next.overrideWhy.trim() !== '') setLacksReason(false);
        }}
        onUnreadable={(fields) => {
          unreadable.current = fields;
        }}
        words={{
          nextReview: {
            hint: t('safety.assess.reviewBy', { day: sayDate(translator, { day: proposed }) }),
          },
        }}
      />
      {lacksReason && (
        <Notice tone="w" role="alert">
          <p>{t('safety.assess.needsReason')}</p>
        </Notice>
      )}
      <DraftLine form={form} />
      <div class="buttons dialog-foot">
        <Button type="submit" disabled={saving}>
          {t('safety.assess.save')}
        </Button>
        <Button kind="plain" onClick={onBack}>
          {t('safety.assess.back')}
        </Button>
      </div>
    </form>
  );
}
