import type { Id, ListedRecord } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { say, useVault } from '../vault/session.ts';
import { copyWords } from './copy-words.ts';

interface LineProps {
  record: ListedRecord;
  space: Id;
  name: string;
  /** It was put away a moment ago, and can be had back. */
  isAway: boolean;
  onAway: (isAway: boolean) => void;
}

/** Words handed on by a colleague: to be taken into their case, copied or put away. */
export function HandedLine({ record, space, name, isAway, onAway }: LineProps) {
  const vault = useVault();
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const text = textOf(record, 'text');
  const title = textOf(record, 'title');
  const of = textOf(record, 'of');

  const mark = async (taken: number | null): Promise<boolean> => {
    const outcome = await vault.save(
      {
        dossier: record.dossier,
        changes: [{ kind: 'handed', record: record.record, fields: { taken: { set: taken } } }],
      },
      space,
    );
    if (!outcome.ok) problem.value = say(outcome.failure);
    return outcome.ok;
  };

  const putAway = async (): Promise<void> => {
    onAway(true);
    if (await mark(Date.now())) announce(t('shell.waiting.handed.putAway'));
    else onAway(false);
  };

  const bringBack = async (): Promise<void> => {
    if (await mark(null)) onAway(false);
  };

  const take = async (): Promise<void> => {
    busy.value = true;
    problem.value = undefined;
    // Of the space in which it was handed on: what stands there names no case of another one.
    const found = await vault.dossier(of, space);
    const isThere = found.ok && found.value.records.some(({ id, deleted }) => id === of && !deleted);
    if (!isThere || found.value.kind !== 'case') problem.value = t('shell.waiting.handed.noCase');
    else {
      // Under the same id: taken twice, it still stands there once.
      const saved = await vault.save(
        { dossier: of, changes: [{ kind: 'note', record: record.record, fields: { text: { set: text } } }] },
        space,
      );
      if (saved.ok && (await mark(Date.now()))) announce(t('shell.waiting.handed.taken'));
      else if (!saved.ok) problem.value = say(saved.failure);
    }
    busy.value = false;
  };

  return (
    <div class="row">
      <div class="stack stack-tight">
        <p class="row-title">
          {title === ''
            ? t('shell.waiting.handed.byUnnamed', { name })
            : t('shell.waiting.handed.by', { name, case: title })}
        </p>
        <blockquote class="held-words">{text}</blockquote>
        <FieldError text={problem.value} />
        {isAway ? (
          <div class="buttons">
            <span class="muted">{t('shell.waiting.handed.putAway')}</span>
            <Button kind="plain" small onClick={() => void bringBack()}>
              {t('cases.undo.undo')}
            </Button>
          </div>
        ) : (
          <div class="buttons">
            <Button kind="plain" small busy={busy.value} onClick={() => void take()}>
              {t('shell.waiting.handed.take')}
            </Button>
            <Button kind="plain" small onClick={() => void copyWords(text)}>
              {t('shell.waiting.held.copy')}
            </Button>
            <Button kind="quiet" small onClick={() => void putAway()}>
              {t('shell.waiting.handed.away')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

export function textOf(record: ListedRecord, field: string): string {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
}
