import { CODE_LISTS, isCode } from '@dayaq/domain';
import type { Outcome } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { codeLabel } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';

interface Props {
  /** What goes and what stays, a sentence each. */
  told: readonly string[];
  /** What it cannot reach. */
  beyond: readonly string[];
  /** What the button says. */
  act: string;
  /** Where whoever decides otherwise goes back to. */
  back: string;
  /** Still to be chosen before it can be done; null where nothing is. */
  lacks?: string | null;
  /** @param why code of the list `erasure-reasons` */
  onDestroy: (why: string) => Promise<Outcome<unknown>>;
  children?: ComponentChildren;
}

/** Says what goes, what stays and what cannot be reached, and asks why and whether one is sure, before anything is destroyed. */
export function DestroyForm({ told, beyond, act, back, lacks = null, onDestroy, children }: Props) {
  const { query } = useLocation();
  const proposed = query['why'] ?? '';
  const [why, setWhy] = useState(isCode('erasure-reasons', proposed) ? proposed : '');
  const [isSure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const destroy = async () => {
    if (lacks !== null) return setProblem(lacks);
    if (why === '') return setProblem(t('erasure.sayWhy'));
    if (!isSure) return setProblem(t('erasure.saySure'));
    setBusy(true);
    const outcome = await onDestroy(why);
    setBusy(false);
    if (!outcome.ok) setProblem(say(outcome.failure));
  };

  return (
    <>
      <ul class="stack stack-tight">
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
      <Notice tone="w">
        <p class="strong">{t('erasure.beyond')}</p>
        <ul>
          {beyond.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
      <ChoiceGroup legend={t('erasure.why')}>
        {CODE_LISTS['erasure-reasons'].codes.map(({ code }) => (
          <Choice
            key={code}
            type="radio"
            name="why-erased"
            label={codeLabel(translator.value, 'erasure-reasons', code)}
            checked={why === code}
            onChange={() => setWhy(code)}
          />
        ))}
      </ChoiceGroup>
      <Choice type="checkbox" label={t('erasure.sure')} checked={isSure} onChange={setSure} />
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      <div class="buttons">
        <Button kind="danger" busy={busy} onClick={() => void destroy()}>
          {act}
        </Button>
        <Button kind="plain" href={back}>
          {t('cases.edit.cancel')}
        </Button>
      </div>
    </>
  );
}
