import type { ListedRecord } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FieldError } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { account, currentSpace, say, useQuery, useVault } from '../vault/session.ts';
import { copyWords } from './copy-words.ts';

const MOST = 100;

/** Words that colleagues could not put into a case themselves, handed on to whoever has this device. */
export function HandedOn() {
  const space = currentSpace();
  const { data } = useQuery(
    (vault) => vault.records({ kinds: ['handed'], after: null, limit: MOST }),
    [space?.id, space?.ready],
    ['handed'],
  );
  const { data: members } = useQuery((vault) => vault.members(), [space?.id], ['profile']);
  const mine = (data?.records ?? []).filter(
    ({ fields, created }) => fields['taken'] == null && created.by !== account.value,
  );
  if (mine.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="handed-on">
      <h2 class="kicker" id="handed-on">
        {t('shell.waiting.handed.title')}
      </h2>
      <ul class="rows">
        {mine.map((record) => (
          <li key={record.record}>
            <HandedLine
              record={record}
              name={
                members?.find((member) => member.account === record.created.by)?.name || t('people.unnamed')
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HandedLine({ record, name }: { record: ListedRecord; name: string }) {
  const vault = useVault();
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const text = textOf(record, 'text');
  const title = textOf(record, 'title');
  const of = textOf(record, 'of');

  const putAway = async (said: string): Promise<void> => {
    const outcome = await vault.save({
      dossier: record.dossier,
      changes: [{ kind: 'handed', record: record.record, fields: { taken: { set: Date.now() } } }],
    });
    if (outcome.ok) announce(said);
    else problem.value = say(outcome.failure);
  };

  const take = async (): Promise<void> => {
    busy.value = true;
    problem.value = undefined;
    const found = await vault.dossier(of);
    if (!found.ok || found.value.kind !== 'case') problem.value = t('shell.waiting.handed.noCase');
    else {
      // Under the same id: taken twice, it still stands there once.
      const saved = await vault.save({
        dossier: of,
        changes: [{ kind: 'note', record: record.record, fields: { text: { set: text } } }],
      });
      if (saved.ok) await putAway(t('shell.waiting.handed.taken'));
      else problem.value = say(saved.failure);
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
        <div class="buttons">
          <Button kind="plain" small busy={busy.value} onClick={() => void take()}>
            {t('shell.waiting.handed.take')}
          </Button>
          <Button kind="plain" small onClick={() => void copyWords(text)}>
            {t('shell.waiting.held.copy')}
          </Button>
          <Button kind="quiet" small onClick={() => void putAway(t('shell.waiting.handed.putAway'))}>
            {t('shell.waiting.handed.away')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function textOf(record: ListedRecord, field: string): string {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
}
