import type { Id, Value } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { editOps } from '../../cases/detail/edit-state.ts';
import { textIn } from '../../cases/detail/open-case.ts';
import { codeLabel, RecordForm } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useOpenProvider } from '../detail/open-provider.ts';

const TYPES = ['refusal', 'exit', 'closure', 'passed-on', 'complaint'] as const;

/**
 * What happened to somebody there, in three taps: open, say what, keep. It counts as today's, at the service if there is
 * only one; the reason, the groups and how it was can be said, and need not.
 */
export function EventDialog({ service, onClose }: { service: Id | null; onClose: () => void }) {
  const { vault, around, translator, live, save, today } = useOpenProvider();
  const services = live.filter((record) => record.kind === 'service');
  const [id, setId] = useState<Id | null>(null);
  const [values, setValues] = useState<Record<string, Value>>(() => ({
    date: { day: today },
    service: service ?? (services.length === 1 ? (services[0]?.id ?? null) : null),
  }));
  const [problem, setProblem] = useState(false);
  const [asks, setAsks] = useState(false);
  const [saving, setSaving] = useState(false);
  const unreadable = useRef<readonly string[]>([]);
  useEffect(() => void vault.newId().then(setId), []);
  const type = typeof values.type === 'string' ? values.type : '';

  async function keep(): Promise<void> {
    if (id === null || saving) return;
    const isWrong = type === '' || values.date == null || unreadable.current.length > 0;
    setProblem(isWrong);
    if (isWrong) return;
    setSaving(true);
    const fields = editOps('service-event', {}, values);
    const there = { kind: 'service-event', record: id, fields };
    const kept = await save([there], t('services.event.kept'), [
      { kind: 'service-event', record: id, fields: {}, deleted: true },
    ]);
    setSaving(false);
    if (kept) onClose();
  }
  const isWritten = ['type', 'why', 'words', 'caseReference'].some((name) => values[name] != null);
  const leave = () => (isWritten && !asks ? setAsks(true) : onClose());

  return (
    <Dialog open title={t('services.event.act')} onClose={leave}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <fieldset class="field">
          <legend>{t('services.event.what')}</legend>
          <div class="choices">
            {TYPES.map((code) => (
              <label key={code} class="choice">
                <input
                  type="radio"
                  name="service-event-type"
                  value={code}
                  checked={type === code}
                  onChange={() => {
                    setValues({ ...values, type: code });
                    setProblem(false);
                  }}
                />
                <span>{codeLabel(translator, 'service-event-types', code)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <details class="service-form-part">
          <summary>
            {t('services.event.more', {
              service: nameOf(services, values.service) || t('services.event.whole'),
            })}
          </summary>
          <RecordForm
            {...around}
            kind="service-event"
            record={id ?? ''}
            values={values}
            onChange={setValues}
            only={['service', 'date', 'why', 'groups', 'caseReference', 'words']}
            onUnreadable={(fields) => {
              unreadable.current = fields;
            }}
          />
        </details>
        <p class="small muted">{t('services.event.noNames')}</p>
        {problem && (
          <Notice tone="w" role="alert">
            <p>{t('services.event.sayWhat')}</p>
          </Notice>
        )}
        {asks && (
          <Notice tone="w" role="alert">
            <p>{t('services.form.notSaved')}</p>
          </Notice>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" busy={saving}>
            {t('services.form.save')}
          </Button>
          <Button kind="plain" onClick={leave}>
            {asks ? t('services.form.throwAway') : t('services.form.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function nameOf(services: readonly Parameters<typeof textIn>[0][], id: Value | undefined): string {
  const service = services.find((one) => one.id === id);
  return service === undefined ? '' : textIn(service, 'name');
}
