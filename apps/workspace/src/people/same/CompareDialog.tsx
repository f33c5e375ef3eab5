import { useSignal } from '@preact/signals';
import type { CircleNumber, MemberView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say, useVault } from '../../vault/session.ts';
import { codeOf, judge, type Verdict, type Whose } from './compare-code.ts';
import { ReadAloud, ShowCode, TakeCode } from './Ways.tsx';
import { WhatCameOut } from './WhatCameOut.tsx';

const WAYS = ['read', 'show', 'take'] as const;

interface Props {
  number: CircleNumber;
  whose: Whose;
  others: readonly MemberView[];
  onClose: () => void;
  onCompared: () => void;
}

/** Two members hold their numbers against each other: by voice, or one shows a code and the other takes it. */
export function CompareDialog({ number, whose, others, onClose, onCompared }: Props) {
  const vault = useVault();
  // What two people read to each other must not change under their eyes: a newer number is offered, not put in.
  const shown = useSignal(number);
  const chosen = useSignal(others[0]?.account ?? '');
  const way = useSignal<(typeof WAYS)[number]>('read');
  const came = useSignal<{ verdict: Verdict; acts: number | null } | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const colleague = others.find(({ account }) => account === chosen.value);
  const name = colleague?.name || t('people.unnamed');
  const isOld = shown.value.groups.join() !== number.groups.join();
  const anew = (): void => {
    came.value = null;
    problem.value = undefined;
  };

  const note = async (): Promise<void> => {
    busy.value = true;
    const outcome = await vault.noteCompared({ account: chosen.value, groups: shown.value.groups });
    busy.value = false;
    came.value = outcome.ok ? { verdict: 'same', acts: shown.value.acts } : null;
    problem.value = outcome.ok ? undefined : say(outcome.failure);
    if (outcome.ok) onCompared();
  };
  const take = (text: string): void => {
    anew();
    const found = judge(text, shown.value, whose, chosen.value);
    if (found.verdict === 'same') void note();
    else came.value = found;
  };
  const differs = (): void => {
    problem.value = undefined;
    came.value = { verdict: 'digits-differ', acts: null };
  };

  if (came.value?.verdict === 'same') {
    return (
      <Dialog open title={t('people.same.compare.title')} onClose={onClose}>
        <Notice tone="o" role="status">
          <p class="strong">{t('people.same.verdict.same')}</p>
          <p>{t('people.same.compare.noted', { name })}</p>
        </Notice>
        <div class="buttons">
          <Button onClick={onClose}>{t('people.done')}</Button>
          {others.length > 1 && (
            <Button kind="plain" onClick={anew}>
              {t('people.same.compare.another')}
            </Button>
          )}
        </div>
      </Dialog>
    );
  }
  const answers = { busy: busy.value, onSame: () => void note(), onDiffers: differs };
  return (
    <Dialog open title={t('people.same.compare.title')} onClose={onClose}>
      <div class="stack">
        <p>{t('people.same.compare.lead')}</p>
        <Field label={t('people.same.compare.who')}>
          {(control) => (
            <select
              {...control}
              value={chosen.value}
              onChange={(event) => {
                chosen.value = event.currentTarget.value;
                anew();
              }}
            >
              {others.map((one) => (
                <option key={one.account} value={one.account}>
                  {one.name || t('people.unnamed')}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ChoiceGroup legend={t('people.same.compare.how')}>
          {WAYS.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="way"
              value={one}
              label={t(`people.same.way.${one}`)}
              checked={way.value === one}
              onChange={() => {
                way.value = one;
                anew();
              }}
            />
          ))}
        </ChoiceGroup>
        {isOld ? (
          <Notice tone="w" role="status">
            <p>{t('errors.number-changed')}</p>
            <div class="buttons">
              <Button
                kind="plain"
                onClick={() => {
                  shown.value = number;
                  anew();
                }}
              >
                {t('people.same.compare.newNumber')}
              </Button>
            </div>
          </Notice>
        ) : (
          <>
            {way.value === 'read' && <ReadAloud number={shown.value} {...answers} />}
            {way.value === 'show' && <ShowCode code={codeOf(shown.value, whose)} {...answers} />}
            {way.value === 'take' && <TakeCode busy={busy.value} onCode={take} />}
            {problem.value && (
              <Notice tone="w" role="alert">
                <p>{problem.value}</p>
              </Notice>
            )}
            {came.value !== null && <WhatCameOut {...came.value} own={shown.value.acts} name={name} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
