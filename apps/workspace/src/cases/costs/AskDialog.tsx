import { clientOf } from '@dayaq/acts/client';
import {
  actOnCost,
  advanceBalances,
  type AdvanceBalance,
  amountOf,
  groupOf,
  packOf,
  parseMoney,
  type PlainRecord,
} from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { FUND_KINDS, readFunds } from '../../costs/all-costs.ts';
import { sayMoney } from '../../costs/cost-words.ts';
import { moneyOf, textOf } from '@dayaq/acts/cost/cost-records';
import { textIn } from '@dayaq/acts/record-values';
import { MoneyField } from '../../costs/MoneyField.tsx';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { FormParts } from '../../dossier/record-request.ts';
import { fieldLabel, RecordForm, type Values } from '../../fields/index.ts';
import { useUnreadableParts } from '../../fields/unreadable-parts.ts';
import { Field } from '../../look/Field.tsx';
import { useQuery } from '../../vault/session.ts';
import { placeOf } from '../detail/case-place.ts';
import { useOpenCase } from '../detail/open-case.ts';

/** What the rules and the funds say of what stands in the form. */
interface Reckoned {
  /** Funds that may be chosen. */
  funds: readonly PlainRecord[];
  fund: string;
  /** In which other currency the donor counts; null where it is the same. */
  second: string | null;
  isCountedInIt: boolean;
  /** Budget lines of the fund. */
  budget: readonly PlainRecord[];
  /** What whoever spent it was handed before. */
  advances: readonly AdvanceBalance[];
  /** Nobody is asked for anything: it is given. */
  isGift: boolean;
}

const isOpen = (record: PlainRecord): boolean => record.fields.closed == null;

/** Asks for money, or changes what was asked for while nobody has decided. One entry. */
export function AskDialog({ cost, onClose }: { cost: RecordView | null; onClose: () => void }) {
  const open = useOpenCase();
  const { translator, live, me, country } = open;
  const { t } = translator;
  const own = packOf(country)?.currency.code ?? 'USD';
  const { data: known } = useQuery(readFunds, [], FUND_KINDS);
  const { funds = [], budget = [], advances = [] } = known ?? {};

  // Whose money it was is for those to say who asked or spent it.
  const isTheirs = cost === null || [textIn(cost, 'askedBy'), textIn(cost, 'spentBy')].includes(me);

  function reckon(values: Values): Reckoned {
    const isChosen = cost !== null || values['fund'] != null;
    const chosen = isChosen ? textOf({ fields: values }, 'fund') : null;
    const offered = funds.filter((fund) => isOpen(fund) || fund.id === chosen);
    const spentFrom = textOf({ fields: values }, 'spentFrom');
    const held = advanceBalances(advances).filter(
      ({ to }) => to === (textOf({ fields: values }, 'spentBy') || me),
    );
    const advance =
      spentFrom === 'advance' ? held.find((one) => one.advance === values['advance']) : undefined;
    const isGift = spentFrom === 'own' && values['ownMoney'] === 'gift';
    const fund = isGift ? '' : (advance?.fund ?? chosen ?? usualFund(offered, live));
    const record = offered.find(({ id }) => id === fund);
    const second = otherCurrency(record, moneyOf({ fields: values }, 'amount')?.currency ?? own);
    const isCountedInIt = moneyOf(record ?? { fields: {} }, 'amount')?.currency === second;
    const line = textOf({ fields: values }, 'line');
    return {
      funds: offered,
      fund,
      second,
      isCountedInIt,
      budget: budget.filter((one) => textOf(one, 'fund') === fund && (isOpen(one) || one.id === line)),
      advances: held,
      isGift,
    };
  }
  function complete(values: Values): Values {
    const { fund, second, budget: lines } = reckon(values);
    const source = textOf({ fields: values }, 'spentFrom');
    const isSpent = source === 'own' || source === 'advance';
    const other = second === null ? null : inCurrency(values, second);
    const counted = {
      ...values,
      fund: fund === '' ? null : fund,
      line: lines.some(({ id }) => id === values['line']) ? (values['line'] ?? null) : null,
      secondAmount: other,
    };
    if (!isTheirs) return counted;
    return {
      ...counted,
      // What was said of money already spent does not stay behind where it was not.
      spentOn: isSpent ? (values['spentOn'] ?? null) : null,
      spentBy: isSpent ? (values['spentBy'] ?? me) : null,
      ownMoney: source === 'own' ? (values['ownMoney'] ?? 'reimburse') : null,
      advance: source === 'advance' ? (values['advance'] ?? null) : null,
    };
  }
  function stamp(after: Values): Record<string, Value> {
    const asked = actOnCost({ fields: after }, { act: 'ask', by: me, at: Date.now() });
    return asked.ok ? (asked.changes as Record<string, Value>) : {};
  }

  return (
    <RecordDialog
      place={placeOf(open)}
      request={{
        title: cost === null ? t('costs.ask.title') : t('costs.ask.change'),
        kind: 'cost',
        record: cost,
        purpose: 'ask',
        only: [
          'purpose',
          'amount',
          'words',
          'forWhom',
          'fund',
          'line',
          'secondAmount',
          ...(isTheirs ? ['advance', ...groupOf('cost', 'spent')] : []),
        ],
        preset: { purpose: null, forWhom: clientOf(live)?.id ?? null },
        complete,
        wrong: (values) => [
          ...((moneyOf({ fields: values }, 'amount')?.minor ?? 0) === 0 ? ['amount'] : []),
          ...(values['purpose'] ? [] : ['purpose']),
        ],
        stamp,
        form: (parts) => (
          <AskForm parts={parts} own={own} reckoned={reckon(parts.values)} isTheirs={isTheirs} />
        ),
        ...(cost === null
          ? {
              save: t('costs.ask.send'),
              said: (values) => t(reckon(values).isGift ? 'costs.said.kept' : 'costs.ask.asked'),
            }
          : {}),
      }}
      onClose={onClose}
    />
  );
}

interface AskFormProps {
  parts: FormParts;
  own: string;
  reckoned: Reckoned;
  /** Whoever fills it in asked for it or spent it. */
  isTheirs: boolean;
}

function AskForm({ parts, own, reckoned, isTheirs }: AskFormProps) {
  const { values, onChange, translator } = parts;
  const { t } = translator;
  const { funds, fund, second, isCountedInIt, budget, advances, isGift } = reckoned;
  const source = textOf({ fields: values }, 'spentFrom');
  const unreadableIn = useUnreadableParts(parts.onUnreadable);
  const amount = moneyOf({ fields: values }, 'amount');
  const tried = parts.showProblems === true;
  return (
    <div class="stack stack-loose">
      <MoneyField
        label={fieldLabel(translator, 'cost', 'amount')}
        error={tried && (amount?.minor ?? 0) === 0 ? t('costs.ask.notAmount') : undefined}
        value={values['amount']}
        currency={own}
        onChange={(money) => onChange({ ...values, amount: money })}
        onReadable={(readable) => unreadableIn('amount')(readable ? [] : ['amount'])}
        choosesCurrency
      />
      <RecordForm {...parts} only={['purpose']} onUnreadable={unreadableIn('purpose')} />
      {isTheirs && (
        <RecordForm
          {...parts}
          showProblems={false}
          only={groupOf('cost', 'spent')}
          onUnreadable={unreadableIn('spent')}
        />
      )}
      {isTheirs && source === 'advance' && (
        <Field
          label={fieldLabel(translator, 'cost', 'advance')}
          {...(advances.length === 0 ? { hint: t('costs.ask.noAdvance') } : {})}
        >
          {(control) => (
            <select
              {...control}
              value={textOf({ fields: values }, 'advance')}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...values, advance: value === '' ? null : value })
              }
            >
              <option value="">{t('costs.ask.noFund')}</option>
              {advances.map((one) => (
                <option key={one.advance} value={one.advance}>
                  {t('costs.advances.left', {
                    amount: sayMoney(translator, { minor: one.left, currency: one.currency }),
                    given: sayMoney(translator, { minor: one.given, currency: one.currency }),
                  })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {funds.length > 0 && !isGift && source !== 'advance' && (
        <Field label={fieldLabel(translator, 'cost', 'fund')}>
          {(control) => (
            <select
              {...control}
              value={fund}
              onChange={(event) => onChange({ ...values, fund: event.currentTarget.value })}
            >
              <option value="">{t('costs.ask.noFund')}</option>
              {funds.map((one) => (
                <option key={one.id} value={one.id}>
                  {textOf(one, 'name')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {budget.length > 0 && (
        <Field label={fieldLabel(translator, 'cost', 'line')}>
          {(control) => (
            <select
              {...control}
              value={textOf({ fields: values }, 'line')}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...values, line: value === '' ? null : value })
              }
            >
              <option value="">{t('costs.ask.noFund')}</option>
              {budget.map((one) => (
                <option key={one.id} value={one.id}>
                  {[textOf(one, 'number'), textOf(one, 'name')].filter(Boolean).join(' ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {second !== null && (
        <MoneyField
          label={t('costs.ask.second', { currency: second })}
          hint={t(isCountedInIt ? 'costs.ask.secondCounts' : 'costs.ask.secondHint')}
          value={values['secondAmount']}
          currency={second}
          onChange={(money) => onChange({ ...values, secondAmount: money })}
          onReadable={(readable) => unreadableIn('second')(readable ? [] : ['secondAmount'])}
        />
      )}
      <RecordForm
        {...parts}
        showProblems={false}
        only={['words', 'forWhom']}
        onUnreadable={unreadableIn('words')}
      />
    </div>
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

/** The second amount, in the currency in which the donor counts now. */
function inCurrency(values: Values, currency: string): Value {
  const typed = moneyOf({ fields: values }, 'secondAmount');
  if (typed === null) return null;
  const money = typed.currency === currency ? typed : parseMoney(amountOf(typed), currency);
  return money === null ? null : { ...money };
}
