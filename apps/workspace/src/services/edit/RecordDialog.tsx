import type { Id, Value } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { editOps, lacking, overtaken } from '../../cases/detail/edit-state.ts';
import { valuesOf } from '../../cases/detail/open-case.ts';
import { fieldLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { type EditRequest, useOpenProvider } from '../detail/open-provider.ts';
import { SectionedForm } from './SectionedForm.tsx';
import { unreadableHours } from './unreadable-hours.ts';

/**
 * Writes one record of the directory. Saves one entry with only what changed; leaving with something written asks
 * first; what a colleague changed meanwhile in the same field is shown before it is overwritten.
 */
export function RecordDialog({ request, onClose }: { request: EditRequest; onClose: () => void }) {
  const { vault, around, translator, dossier, save, remove } = useOpenProvider();
  const { kind, record } = request;
  const [before] = useState<Record<string, Value>>(() => (record === null ? {} : valuesOf(record)));
  const [start] = useState<Record<string, Value>>(() => ({
    ...before,
    ...(record === null ? request.preset : {}),
  }));
  const [values, setValues] = useState(start);
  const [id, setId] = useState<Id | null>(record?.id ?? null);
  const [asks, setAsks] = useState<'nothing' | 'leave' | 'overtaken'>('nothing');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [saving, setSaving] = useState(false);
  const unreadable = useRef<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (id === null) void vault.newId().then(setId);
  }, []);

  const ops = editOps(kind, before, values);
  const isWritten = Object.keys(editOps(kind, start, values)).length > 0;
  const overwrites = overtaken(
    ops,
    before,
    dossier.records.find((one) => one.id === record?.id),
  );

  async function submit(sure: boolean): Promise<void> {
    if (id === null || saving) return;
    const wrong = [
      ...lacking(kind, values, undefined),
      ...unreadable.current,
      ...(kind === 'schedule' ? unreadableHours(values) : []),
    ];
    setMissing(wrong);
    if (wrong.length > 0) {
      openFirstProblem(form.current);
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
    const kept = await save([{ kind, record: id, fields: ops }], t('services.saved'));
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
        <SectionedForm
          kind={kind}
          record={id ?? ''}
          around={around}
          values={values}
          onChange={(next) => {
            setValues(next);
            if (asks === 'leave') setAsks('nothing');
          }}
          showProblems={missing.length > 0}
          onUnreadable={(fields) => {
            unreadable.current = fields;
          }}
        />
        {missing.length > 0 && (
          <Notice tone="w" role="alert">
            <p>
              {t('services.form.lacking', {
                fields: missing.map((field) => fieldLabel(translator, kind, field)).join(', '),
              })}
            </p>
          </Notice>
        )}
        {asks === 'leave' && (
          <Notice tone="w" role="alert">
            <p>{t('services.form.notSaved')}</p>
          </Notice>
        )}
        {asks === 'overtaken' && (
          <Notice tone="w" role="alert">
            <p>
              {t('services.form.overtaken', {
                fields: overwrites.map((field) => fieldLabel(translator, kind, field)).join(', '),
              })}
            </p>
          </Notice>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" busy={saving}>
            {asks === 'overtaken' ? t('services.form.saveMine') : t('services.form.save')}
          </Button>
          <Button kind="plain" onClick={leave}>
            {asks === 'leave' ? t('services.form.throwAway') : t('services.form.cancel')}
          </Button>
          {record !== null && kind !== 'provider' && (
            <Button
              kind="quiet"
              class="case-delete"
              onClick={() => {
                onClose();
                remove(record);
              }}
            >
              {t('services.delete')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** A problem may stand in a part that is closed: it is opened, and the cursor goes there. */
function openFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const problem = form?.querySelector('.field-error');
    problem?.closest('details')?.setAttribute('open', '');
    problem
      ?.closest('.field')
      ?.querySelector<HTMLElement>('input, textarea, select, button, summary')
      ?.focus();
  });
}
