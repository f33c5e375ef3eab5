import { CURRENCIES, kindOf, packOf, type PlainRecord } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { useRef, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { changesBetween, fieldLabel, RecordForm } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Field, showFirstProblem } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { say } from '../vault/session.ts';
import { AmountField, amountTyped, typedOf } from './AmountField.tsx';
import { moneyOf, textOf } from './cost-records.ts';

/** A new fund, or one whose terms changed. It is a dossier of its own, which every member may open. */
export function FundDialog({
  room,
  fund,
  onClose,
}: {
  room: Room;
  fund: PlainRecord | null;
  onClose: () => void;
}) {
  const { vault, translator, members, country } = room;
  const around = { translator, members, country, records: [] };
  const before = (fund?.fields ?? {}) as Record<string, Value>;
  const [values, setValues] = useState<Record<string, Value>>(before);
  const [amount, setAmount] = useState(() =>
    typedOf(moneyOf({ fields: before }, 'amount'), packOf(country)?.currency.code ?? 'USD'),
  );
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const unreadable = useRef<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const money = amountTyped(amount);
  const report = textOf({ fields: values }, 'reportCurrency');

  async function submit(): Promise<void> {
    if (busy) return;
    const named = textOf({ fields: values }, 'name').trim() !== '';
    if (money === null || !named || unreadable.current.length > 0) {
      setTried(true);
      if (form.current !== null) showFirstProblem(form.current);
      return;
    }
    const kind = kindOf('fund');
    if (kind === undefined) throw new Error('there is no kind fund');
    setBusy(true);
    const id = fund?.id ?? (await vault.newId());
    const fields = changesBetween(kind, before, { ...values, amount: { ...money } });
    const outcome =
      Object.keys(fields).length === 0
        ? { ok: true as const }
        : await vault.save({ dossier: id, changes: [{ kind: 'fund', record: id, fields }] });
    setBusy(false);
    if (!outcome.ok) return setProblem(say(outcome.failure));
    announce(t('costs.funds.saved'));
    onClose();
  }

  const part = (only: string[]) => (
    <RecordForm
      {...around}
      kind="fund"
      record={fund?.id ?? ''}
      values={values}
      onChange={setValues}
      showProblems={tried}
      only={only}
      onUnreadable={(fields) => {
        unreadable.current = fields;
      }}
    />
  );

  return (
    <Dialog
      open
      title={fund === null ? t('costs.funds.add') : t('costs.funds.edit', { name: textOf(fund, 'name') })}
      onClose={onClose}
    >
      <form
        ref={form}
        class="stack stack-loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {part(['name', 'donor'])}
        <AmountField
          label={fieldLabel(translator, 'fund', 'amount')}
          error={tried && money === null ? t('costs.ask.notAmount') : undefined}
          value={amount}
          onChange={setAmount}
          choosesCurrency
        />
        <Field label={fieldLabel(translator, 'fund', 'reportCurrency')}>
          {(control) => (
            <select
              {...control}
              value={report}
              onChange={({ currentTarget: { value } }) =>
                setValues({ ...values, reportCurrency: value === '' ? null : value })
              }
            >
              <option value="">{t('costs.funds.sameCurrency')}</option>
              {CURRENCIES.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </select>
          )}
        </Field>
        {part(['period', 'closed', 'note'])}
        {problem !== null && (
          <Notice tone="d" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" busy={busy}>
            {t('cases.edit.save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
