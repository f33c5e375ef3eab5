import { advanceBalances, isFuzzyDate, packOf, type PlainRecord } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import { moneyOf, textOf } from '@dayaq/acts/cost/cost-records';
import { memberName, type Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import type { FormParts } from '../dossier/record-request.ts';
import { fieldLabel, RecordForm } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import { useUnreadableParts } from '../fields/unreadable-parts.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { clockIn } from '../services/clock.ts';
import { type AllCosts, moneyRecords } from './all-costs.ts';
import { sayMoney } from './cost-words.ts';
import { MoneyField } from './MoneyField.tsx';

interface Props {
  room: Room;
  costs: AllCosts;
  fund: PlainRecord;
}

/** Who holds money of the fund before it is spent, and what of it must still be there. */
export function Advances({ room, costs, fund }: Props) {
  const [writing, setWriting] = useState<{ advance: PlainRecord | null } | null>(null);
  const mayEdit = room.role === 'coordinator';
  const balances = new Map(advanceBalances(moneyRecords(costs)).map((one) => [one.advance, one]));
  const advances = costs.advances.filter((one) => textOf(one, 'fund') === fund.id);
  return (
    <>
      {advances.length > 0 && (
        <ul class="fund-parts" aria-label={t('costs.advances.title')}>
          {advances.map((advance) => {
            const balance = balances.get(advance.id);
            const { day } = advance.fields;
            const who = memberName(room, textOf(advance, 'to'));
            const money = (minor: number) =>
              sayMoney(room.translator, { minor, currency: balance?.currency ?? '' });
            return (
              <li key={advance.id}>
                <span class="grow">
                  {t('costs.advances.of', { name: who })}
                  {isFuzzyDate(day) && <small class="muted">{sayDate(room.translator, day)}</small>}
                </span>
                <span class={balance === undefined || balance.left < 0 ? 'fund-over' : ''}>
                  {balance === undefined
                    ? t('costs.advances.uncounted')
                    : balance.left < 0
                      ? t('costs.funds.over', { amount: money(-balance.left) })
                      : t('costs.advances.left', {
                          amount: money(balance.left),
                          given: money(balance.given),
                        })}
                </span>
                {mayEdit && (
                  <Button
                    kind="quiet"
                    small
                    label={t('costs.act.named', { act: t('costs.advances.back'), what: who })}
                    onClick={() => setWriting({ advance })}
                  >
                    {t('costs.advances.back')}
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
          label={t('costs.act.named', { act: t('costs.advances.add'), what: textOf(fund, 'name') })}
          onClick={() => setWriting({ advance: null })}
        >
          <Icon name="plus" />
          {t('costs.advances.add')}
        </Button>
      )}
      {writing !== null && (
        <AdvanceDialog room={room} fund={fund} advance={writing.advance} onClose={() => setWriting(null)} />
      )}
    </>
  );
}

interface DialogProps {
  room: Room;
  fund: PlainRecord;
  /** Null: a new one; else what came back of it. */
  advance: PlainRecord | null;
  onClose: () => void;
}

function AdvanceDialog({ room, fund, advance, onClose }: DialogProps) {
  const { translator, members, country, me } = room;
  const currency = moneyOf(advance ?? fund, 'amount')?.currency ?? packOf(country)?.currency.code ?? 'USD';
  const money = advance === null ? 'amount' : 'returned';
  const day = { day: clockIn(country, Date.now()).day };
  return (
    <DistantRecordDialog
      dossier={fund.id}
      record={advance?.id ?? null}
      around={{ translator, members, country, records: [] }}
      request={{
        title: t(advance === null ? 'costs.advances.add' : 'costs.advances.back'),
        kind: 'advance',
        purpose: `${money} of ${fund.id}`,
        only: advance === null ? ['to', 'amount', 'day', 'note'] : ['returned', 'returnedOn', 'note'],
        ...(advance === null
          ? { preset: { day }, stamp: () => ({ fund: fund.id }) }
          : { begin: { returnedOn: day } }),
        wrong: (values) => [
          ...(moneyOf({ fields: values }, money) === null ? [money] : []),
          ...(advance === null && textOf({ fields: values }, 'to') === '' ? ['to'] : []),
        ],
        refuse: (values) => (advance === null && values['to'] === me ? t('costs.advances.own') : null),
        said: t('costs.said.kept'),
        form: (parts) => (
          <AdvanceForm parts={parts} money={money} currency={currency} isNew={advance === null} />
        ),
      }}
      onClose={onClose}
    />
  );
}

interface FormProps {
  parts: FormParts;
  money: 'amount' | 'returned';
  currency: string;
  isNew: boolean;
}

function AdvanceForm({ parts, money, currency, isNew }: FormProps) {
  const { values, onChange, translator } = parts;
  const unreadableIn = useUnreadableParts(parts.onUnreadable);
  const hasAmount = moneyOf({ fields: values }, money) !== null;
  return (
    <div class="stack stack-loose">
      {isNew && <RecordForm {...parts} only={['to']} onUnreadable={unreadableIn('to')} />}
      <MoneyField
        label={fieldLabel(translator, 'advance', money)}
        error={parts.showProblems === true && !hasAmount ? t('costs.ask.notAmount') : undefined}
        value={values[money]}
        currency={currency}
        onChange={(amount) => onChange({ ...values, [money]: amount })}
        onReadable={(readable) => unreadableIn('amount')(readable ? [] : [money])}
      />
      <RecordForm
        {...parts}
        only={[isNew ? 'day' : 'returnedOn', 'note']}
        onUnreadable={unreadableIn('note')}
      />
    </div>
  );
}
