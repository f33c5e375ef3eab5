import { todayByServer } from '../vault/now-by-server.ts';
import { fieldOf } from '@dayaq/domain';
import type { Change, Failure, FieldOp, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Drafted } from '../drafts/use-drafted.ts';
import type { Values } from '../fields/index.ts';
import { splitWords } from '@dayaq/acts/split-words';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { say, status, useVault } from '../vault/session.ts';
import { notesOf } from './divide.ts';
import type { RecordPlace } from './record-request.ts';
import type { WrittenRecord } from './record-state.ts';

interface Props {
  place: RecordPlace;
  kind: string;
  field: string;
  /** What the text is about, for the name of its file. */
  title: string;
  values: Values;
  /** The whole text lies in a file now: this beginning of it stays in the field. */
  onShortened: (text: string) => void;
  /** Given where the field is the text of a note, which can become several. */
  note?: {
    id: () => Promise<Id>;
    fields: (after: Values) => Record<string, FieldOp>;
    form: Drafted<WrittenRecord>;
    onDivided: (entries: readonly Change[][]) => Promise<void>;
  };
}

/** What can be done with a text that is longer than its field: several notes, or a file. Nothing of it is lost by either. */
export function LongText({ place, kind, field, title, values, onShortened, note }: Props) {
  const vault = useVault();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const type = fieldOf(kind, field)?.type;
  const text = values[field];
  if (!place.takesNotes || type?.is !== 'text' || typeof text !== 'string') return null;
  const texts = splitWords(text, type.max);

  async function divide({ id, fields, form, onDivided }: NonNullable<Props['note']>): Promise<void> {
    setBusy(true);
    const lacking = texts.length - 1 - form.typed.parts.length;
    const fresh = await Promise.all(Array.from({ length: Math.max(0, lacking) }, () => vault.newId()));
    const parts = [...form.typed.parts, ...fresh];
    form.put({ parts });
    await onDivided(notesOf([await id(), ...parts], texts, fields(values), values['date'] ?? null));
    setBusy(false);
  }

  async function attach(whole: string, dossier: Id): Promise<void> {
    setBusy(true);
    const { keepFile } = await import('../files/keep-file.ts');
    const outcome = await keepFile(vault, {
      dossier,
      file: {
        name: t('drafts.attachedName'),
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(whole),
      },
      copy: null,
      keepOriginal: true,
      told: { role: 'evidence', description: title },
      receipt: { from: '', how: 'taken-here' },
      writer: { me: status.value.account ?? '', today: todayByServer() },
      onProgress: () => undefined,
    });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    announce(t('drafts.attached'));
    onShortened(texts[0] ?? '');
  }

  const { dossier } = place;
  return (
    <div class="stack stack-tight">
      <div class="buttons">
        {note !== undefined && (
          <Button kind="plain" small busy={busy} onClick={() => void divide(note)}>
            {t('drafts.divide', { count: texts.length })}
          </Button>
        )}
        {dossier !== null && (
          <Button kind="plain" small busy={busy} onClick={() => void attach(text, dossier)}>
            {t('drafts.attach')}
          </Button>
        )}
      </div>
      {failure !== null && (
        <p class="field-error" role="alert">
          {say(failure)}
        </p>
      )}
    </div>
  );
}
