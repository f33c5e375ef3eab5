import { actOnCost, kindOf, packOf, type PlainRecord } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { useRef, useState } from 'preact/hooks';
import { AmountField, amountTyped, typedOf } from '../../costs/AmountField.tsx';
import { readFunds } from '../../costs/all-costs.ts';
import { moneyOf, textOf } from '../../costs/cost-records.ts';
import { costChange } from '../../costs/perform.ts';
import { changesBetween, fieldLabel, RecordForm } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field, showFirstProblem } from '../../look/Field.tsx';
import { useQuery } from '../../vault/session.ts';
import { clientOf, useOpenCase, valuesOf } from '../detail/open-case.ts';

/** Kinds that the list of funds is made of. */
const FUND_KINDS = ['fund'];

/** Asks for money, or changes what was asked for while nobody has decided. One entry. */
export function AskDialog({ cost, onClose }: { cost: RecordView | null; onClose: () => void }) {
  const { vault, around, translator, live, me, country, save } = useOpenCase();
  const { t } = translator;
  const own = packOf(country)?.currency.code ?? 'USD';
  const [before] = useState<Record<string, Value>>(() => (cost === null ? {} : valuesOf(cost)));
  const [values, setValues] = useState<Record<string, Value>>(() =>
    cost === null ? { purpose: null, forWhom: clientOf(live)?.id ?? null } : before,
  );
  const [amount, setAmount] = useState(() => typedOf(moneyOf({ fields: before }, 'amount'), own));
  const [second, setSecond] = useState(() => typedOf(moneyOf({ fields: before }, 'secondAmount'), ''));
  const { data: funds = [] } = useQuery(readFunds, [], FUND_KINDS);
  const [chosenFund, setChosenFund] = useState<string | null>(
    cost === null ? null : textOf({ fields: before }, 'fund'),
  );
  const [asks, setAsks] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const open = funds.filter((fund) => fund.fields.closed == null || fund.id === chosenFund);
  const fund = chosenFund ?? usualFund(open, live);
  const chosen = open.find(({ id }) => id === fund);
  const secondCurrency = otherCurrency(chosen, amount.currency);
  const isCountedInIt = moneyOf(chosen ?? { fields: {} }, 'amount')?.currency === secondCurrency;
  const money = amountTyped(amount);
  const other = secondCurrency === null ? null : amountTyped({ ...second, currency: secondCurrency });
  const badAmount = money === null || money.minor === 0;
  const badSecond = secondCurrency !== null && second.text.trim() !== '' && other === null;
  const isWritten = amount.text !== '' || Boolean(values['purpose']) || Boolean(values['words']);
  const leave = () => (isWritten && cost === null && !asks ? setAsks(true) : onClose());

  async function submit(): Promise<void> {
    if (busy) return;
    if (badAmount || badSecond || !values['purpose']) {
      setTried(true);
      if (form.current !== null) showFirstProblem(form.current);
      return;
    }
    const after: Record<string, Value> = {
      ...values,
      amount: { ...money },
      secondAmount: other === null ? null : { ...other },
      fund: fund === '' ? null : fund,
    };
    const kind = kindOf('cost');
    if (kind === undefined) throw new Error('there is no kind cost');
    setBusy(true);
    const id = cost?.id ?? (await vault.newId());
    const change = { kind: 'cost', record: id, fields: changesBetween(kind, before, after) };
    const asked = actOnCost({ fields: after }, { act: 'ask', by: me, at: Date.now() });
    if (asked.ok) Object.assign(change.fields, costChange(id, asked.changes).fields);
    const kept = await save([change], cost === null ? t('costs.ask.asked') : t('cases.edit.saved'));
    setBusy(false);
    if (kept) onClose();
  }

  return (
    <Dialog open title={cost === null ? t('costs.ask.title') : t('costs.ask.change')} onClose={leave}>
      <form
        ref={form}
        class="stack stack-loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AmountField
          label={fieldLabel(translator, 'cost', 'amount')}
          error={tried && badAmount ? t('costs.ask.notAmount') : undefined}
          value={amount}
          onChange={setAmount}
          choosesCurrency
        />
        <RecordForm
          {...around}
          kind="cost"
          record={cost?.id ?? ''}
          values={values}
          onChange={setValues}
          showProblems={tried}
          only={['purpose']}
        />
        {open.length > 0 && (
          <Field label={fieldLabel(translator, 'cost', 'fund')}>
            {(control) => (
              <select
                {...control}
                value={fund}
                onChange={(event) => setChosenFund(event.currentTarget.value)}
              >
                <option value="">{t('costs.ask.noFund')}</option>
                {open.map((one) => (
                  <option key={one.id} value={one.id}>
                    {textOf(one, 'name')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {secondCurrency !== null && (
          <AmountField
            label={t('costs.ask.second', { currency: secondCurrency })}
            hint={t(isCountedInIt ? 'costs.ask.secondCounts' : 'costs.ask.secondHint')}
            error={tried && badSecond ? t('costs.ask.notAmount') : undefined}
            value={{ ...second, currency: secondCurrency }}
            onChange={setSecond}
          />
        )}
        <RecordForm
          {...around}
          kind="cost"
          record={cost?.id ?? ''}
          values={values}
          onChange={setValues}
          only={['words', 'forWhom']}
        />
        {asks && (
          <p class="notice notice-w" role="alert">
            {t('cases.edit.notSaved')}
          </p>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" busy={busy}>
            {cost === null ? t('costs.ask.send') : t('cases.edit.save')}
          </Button>
          <Button kind="plain" onClick={leave}>
            {asks ? t('cases.edit.throwAway') : t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The only open fund, or the one of this case's latest cost. */
function usualFund(open: readonly PlainRecord[], live: readonly RecordView[]): string {
  if (open.length === 1) return open[0]?.id ?? '';
  const latest = live
    .filter(({ kind }) => kind === 'cost')
    .sort((a, b) => b.created.at - a.created.at)
    .map((cost) => cost.fields.fund?.value)
    .find((fund) => open.some(({ id }) => id === fund));
  return typeof latest === 'string' ? latest : '';
}

/** In which other currency the donor counts; null where it is the same, or nobody said. */
function otherCurrency(fund: PlainRecord | undefined, currency: string): string | null {
  if (fund === undefined) return null;
  const counted = moneyOf(fund, 'amount')?.currency ?? '';
  const wanted = counted !== currency ? counted : textOf(fund, 'reportCurrency');
  return wanted === '' || wanted === currency ? null : wanted;
}
