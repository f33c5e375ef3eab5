import { lineBalances, packOf, type PlainRecord } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import { textOf, moneyOf } from '@dayaq/acts/cost/cost-records';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import type { FormParts } from '../dossier/record-request.ts';
import { fieldLabel, RecordForm } from '../fields/index.ts';
import { useUnreadableParts } from '../fields/unreadable-parts.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { type AllCosts, moneyRecords } from './all-costs.ts';
import { sayMoney } from './cost-words.ts';
import { MoneyField } from './MoneyField.tsx';

/** A line as the donor's budget calls it: "2.1 Transport". */
export const lineName = (line: PlainRecord): string =>
  [textOf(line, 'number'), textOf(line, 'name')].filter(Boolean).join(' ');

interface Props {
  room: Room;
  costs: AllCosts;
  fund: PlainRecord;
}

/** The lines of a fund's budget and what is left of each. */
export function BudgetLines({ room, costs, fund }: Props) {
  const [editing, setEditing] = useState<{ line: PlainRecord | null } | null>(null);
  const mayEdit = room.role === 'coordinator';
  const name = textOf(fund, 'name');
  const lines = new Map(costs.budget.map((line) => [line.id, line]));
  const balances = lineBalances(moneyRecords(costs)).filter((line) => line.fund === fund.id);
  return (
    <>
      {balances.length > 0 && (
        <ul class="fund-parts" aria-label={t('costs.budget.title')}>
          {balances.map(({ line: id, left, given, currency, uncounted }) => {
            const line = lines.get(id);
            if (line === undefined) return null;
            const money = (minor: number) => sayMoney(room.translator, { minor, currency });
            return (
              <li key={id}>
                <span class="grow">
                  {lineName(line)}
                  {uncounted.length > 0 && (
                    <small class="muted">
                      {t('costs.funds.uncounted', { count: uncounted.length, currency })}
                    </small>
                  )}
                </span>
                <span class={left < 0 ? 'fund-over' : ''}>
                  {left < 0
                    ? t('costs.funds.over', { amount: money(-left) })
                    : t('costs.funds.left', { amount: money(left), given: money(given) })}
                </span>
                {mayEdit && (
                  <Button
                    kind="quiet"
                    icon
                    label={t('costs.budget.edit', { name: lineName(line) })}
                    onClick={() => setEditing({ line })}
                  >
                    <Icon name="edit" />
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayEdit && (
        <Button
          kind="quiet"
          small
          label={t('costs.act.named', { act: t('costs.budget.add'), what: name })}
          onClick={() => setEditing({ line: null })}
        >
          <Icon name="plus" />
          {t('costs.budget.add')}
        </Button>
      )}
      {editing !== null && (
        <LineDialog room={room} fund={fund} line={editing.line} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface DialogProps {
  room: Room;
  fund: PlainRecord;
  line: PlainRecord | null;
  onClose: () => void;
}

function LineDialog({ room: { translator, members, country }, fund, line, onClose }: DialogProps) {
  const currency = moneyOf(fund, 'amount')?.currency ?? packOf(country)?.currency.code ?? 'USD';
  return (
    <DistantRecordDialog
      dossier={fund.id}
      record={line?.id ?? null}
      around={{ translator, members, country, records: [] }}
      request={{
        title: line === null ? t('costs.budget.add') : t('costs.budget.edit', { name: lineName(line) }),
        kind: 'budget-line',
        purpose: `of ${fund.id}`,
        stamp: () => ({ fund: fund.id }),
        wrong: (values) => [
          ...(moneyOf({ fields: values }, 'amount') === null ? ['amount'] : []),
          ...(textOf({ fields: values }, 'name').trim() === '' ? ['name'] : []),
        ],
        said: t('costs.budget.saved'),
        form: (parts) => <LineForm parts={parts} currency={currency} />,
      }}
      onClose={onClose}
    />
  );
}

function LineForm({ parts, currency }: { parts: FormParts; currency: string }) {
  const { values, onChange, translator } = parts;
  const unreadableIn = useUnreadableParts(parts.onUnreadable);
  const hasAmount = moneyOf({ fields: values }, 'amount') !== null;
  return (
    <div class="stack stack-loose">
      <RecordForm {...parts} only={['name', 'number']} onUnreadable={unreadableIn('name')} />
      <MoneyField
        label={fieldLabel(translator, 'budget-line', 'amount')}
        error={parts.showProblems === true && !hasAmount ? t('costs.ask.notAmount') : undefined}
        value={values['amount']}
        currency={currency}
        onChange={(amount) => onChange({ ...values, amount })}
        onReadable={(readable) => unreadableIn('amount')(readable ? [] : ['amount'])}
      />
      <RecordForm {...parts} only={['closed', 'note']} onUnreadable={unreadableIn('note')} />
    </div>
  );
}
