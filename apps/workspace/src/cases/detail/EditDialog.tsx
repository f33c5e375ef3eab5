import type { Id, Value } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldLabel, RecordForm, type Values } from '../../fields/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { editOps, lacking, overtaken } from './edit-state.ts';
import { type EditRequest, useOpenCase, valuesOf } from './open-case.ts';

interface Props {
  request: EditRequest;
  onClose: () => void;
}

/**
 * Writes one record, or a part of it. Saves one entry with only what changed; leaving with something written asks
 * first; what a colleague changed meanwhile in the same field is shown before it is overwritten.
 */
export function EditDialog({ request, onClose }: Props) {
  const open = useOpenCase();
  const { vault, around, translator, dossier, save, remove, showHistory } = open;
  const { t } = translator;
  const { kind, record, only } = request;
  // What the form began with; later news of the record must not look like this person's changes.
  const [before] = useState<Record<string, Value>>(() => (record === null ? {} : valuesOf(record)));
  const [offered] = useState<Values>(() => ({
    ...before,
    ...(record === null ? request.preset : request.begin),
  }));
  const [values, setValues] = useState<Record<string, Value>>(offered);
  const [id, setId] = useState<Id | null>(record?.id ?? null);
  const [asks, setAsks] = useState<'nothing' | 'leave' | 'overtaken'>('nothing');
  const [showProblems, setShowProblems] = useState(false);
  // Counts the attempts that were refused: each leads to the first field that needs another look.
  const [refused, setRefused] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused > 0) firstProblem(form.current)?.focus();
  }, [refused]);
  const [saving, setSaving] = useState(false);
  const unreadable = useRef<readonly string[]>([]);
  useEffect(() => {
    if (id === null) void vault.newId().then(setId);
  }, []);

  const ops = editOps(kind, before, values);
  const isWritten = Object.keys(editOps(kind, offered, values)).length > 0;
  const overwrites = overtaken(
    ops,
    before,
    dossier.records.find((r) => r.id === record?.id),
  );

  async function submit(sure: boolean): Promise<void> {
    if (id === null || saving) return;
    if (lacking(kind, values, only).length > 0 || unreadable.current.length > 0) {
      setShowProblems(true);
      setRefused((turn) => turn + 1);
      return;
    }
    if (overwrites.length > 0 && !sure) {
      setAsks('overtaken');
      return;
    }
    if (record !== null && Object.keys(ops).length === 0) {
      onClose();
      return;
    }
    setSaving(true);
    const stamped = Object.entries(request.stamp?.() ?? {}).map(
      ([name, value]) => [name, { set: value }] as const,
    );
    const changes = [
      { kind, record: id, fields: { ...ops, ...Object.fromEntries(stamped) } },
      ...(request.along?.(id) ?? []),
    ];
    const kept = await save(changes, t('cases.edit.saved'));
    setSaving(false);
    if (kept) onClose();
  }

  const leave = () => (isWritten && asks !== 'leave' ? setAsks('leave') : onClose());

  return (
    <Dialog open title={request.title} onClose={leave}>
      <form
        ref={form}
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(asks === 'overtaken');
        }}
      >
        <RecordForm
          {...around}
          kind={kind}
          record={id ?? ''}
          values={values}
          onChange={(next) => {
            setValues(next);
            if (asks === 'leave') setAsks('nothing');
          }}
          showProblems={showProblems}
          onUnreadable={(fields) => {
            unreadable.current = fields;
          }}
          {...(only === undefined ? {} : { only })}
        />
        {asks === 'leave' && (
          <p class="notice notice-w" role="alert">
            {t('cases.edit.notSaved')}
          </p>
        )}
        {asks === 'overtaken' && (
          <p class="notice notice-w" role="alert">
            {t('cases.edit.overtaken', {
              fields: overwrites.map((f) => fieldLabel(translator, kind, f)).join(', '),
            })}
          </p>
        )}
        <div class="buttons dialog-foot">
          <button type="submit" class="button" disabled={saving}>
            {asks === 'overtaken' ? t('cases.edit.saveMine') : t('cases.edit.save')}
          </button>
          <button type="button" class="button button-plain" onClick={leave}>
            {asks === 'leave' ? t('cases.edit.throwAway') : t('cases.edit.cancel')}
          </button>
          {record !== null && request.removable && (
            <>
              <span class="grow" />
              <button type="button" class="button button-quiet" onClick={() => showHistory(record.id)}>
                {t('cases.history.title')}
              </button>
              <button
                type="button"
                class="button button-quiet case-delete"
                onClick={() => {
                  onClose();
                  remove(record);
                }}
              >
                {t('cases.edit.delete')}
              </button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** The control of the first field that has a problem. */
function firstProblem(form: HTMLFormElement | null): HTMLElement | null {
  const field = form?.querySelector('.field-error')?.closest('.field');
  return field?.querySelector<HTMLElement>('input, textarea, select, button, summary') ?? null;
}
