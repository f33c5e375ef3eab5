import { useState } from 'preact/hooks';
import type { OpenCase } from '../cases/detail/open-case.ts';
import { textIn } from '@dayaq/acts/record-values';
import { codeLabel, fieldLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Field } from '../look/Field.tsx';
import { SIDES } from './heard.ts';
import { MOST_NAMES, namesIn } from './names-in.ts';

/** Organisations written down together, one a line; of those that stand there already nothing is added. */
export function SeveralDialog({ open, onClose }: { open: OpenCase; onClose: () => void }) {
  const { vault, translator, live } = open;
  const [text, setText] = useState('');
  const [side, setSide] = useState('');
  const [problem, setProblem] = useState<'names' | 'side' | null>(null);
  const there = live.filter(({ kind }) => kind === 'consulted').map((record) => textIn(record, 'name'));
  const { names, tooLong } = namesIn(text, there);

  async function submit(): Promise<void> {
    const wrong = names.length === 0 || names.length > MOST_NAMES || tooLong !== null ? 'names' : null;
    const what = wrong ?? (side === '' ? 'side' : null);
    setProblem(what);
    if (what !== null) return;
    const ids = await Promise.all(names.map(() => vault.newId()));
    const changes = names.map((name, at) => ({
      kind: 'consulted',
      record: ids[at] ?? '',
      fields: { name: { set: name }, side: { set: side } },
    }));
    const kept = await open.save(changes, t('consultations.several.kept', { count: names.length }));
    if (kept) onClose();
  }

  const nameProblem = (): string =>
    names.length > MOST_NAMES
      ? t('consultations.several.tooMany', { most: MOST_NAMES })
      : tooLong !== null
        ? t('consultations.several.tooLong', { line: tooLong })
        : t('consultations.several.none');
  return (
    <Dialog open title={t('consultations.several.act')} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={t('consultations.several.names')}
          hint={t('consultations.several.hint')}
          error={problem === 'names' ? nameProblem() : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              rows={8}
              value={text}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={fieldLabel(translator, 'consulted', 'side')}
          error={problem === 'side' ? t('consultations.several.side') : undefined}
        >
          {(control) => (
            <select {...control} value={side} onChange={({ currentTarget }) => setSide(currentTarget.value)}>
              <option value="">{t('consultations.several.choose')}</option>
              {SIDES.map((code) => (
                <option key={code} value={code}>
                  {codeLabel(translator, 'consulted-sides', code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div class="buttons">
          <Button type="submit">{t('cases.edit.save')}</Button>
          <Button kind="plain" onClick={onClose}>
            {t('consultations.several.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
