import { donorBalances, type FundBalance, fundBalances, lineBalances, type PlainRecord } from '@dayaq/domain';
import { useId, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { Tag } from '../look/Tag.tsx';
import { Advances } from './Advances.tsx';
import { type AllCosts, moneyRecords } from './all-costs.ts';
import { BudgetLines, lineName } from './BudgetLines.tsx';
import { textOf } from '@dayaq/acts/cost/cost-records';
import { sayMoney } from './cost-words.ts';
import { FundBar } from './FundBar.tsx';
import { FundDialog } from './FundDialog.tsx';
import { type TableRow, FundTable } from './FundTable.tsx';

/** What every fund was given, what of it is promised and paid, and what is left: as pictures, and as a table. */
export function Funds({ room, costs }: { room: Room; costs: AllCosts }) {
  const id = useId();
  const [editing, setEditing] = useState<{ fund: PlainRecord | null } | null>(null);
  const mayEdit = room.role === 'coordinator';
  const money = moneyRecords(costs);
  const balances = fundBalances(money);
  const budget = lineBalances(money);
  const lineNames = new Map(costs.budget.map((line) => [line.id, lineName(line)]));
  const donors = donorBalances(balances.filter(({ fund }) => fund !== ''));
  const byId = new Map(costs.funds.map((fund) => [fund.id, fund]));
  const row = (balance: FundBalance): TableRow => ({
    ...balance,
    key: `${balance.fund} ${balance.currency}`,
    name: textOf(byId.get(balance.fund) ?? { fields: {} }, 'name') || t('costs.funds.without'),
    isFund: balance.fund !== '',
  });
  return (
    <section class="costs-section costs-funds" aria-labelledby={id}>
      <div class="spread">
        <h2 id={id}>{t('costs.funds.title')}</h2>
        {mayEdit && (
          <Button kind="plain" small onClick={() => setEditing({ fund: null })}>
            <Icon name="plus" />
            {t('costs.funds.add')}
          </Button>
        )}
      </div>
      {costs.funds.length === 0 ? (
        <Empty title={t('costs.funds.none')}>
          <p class="muted">{t('costs.funds.noneHint')}</p>
        </Empty>
      ) : (
        <>
          <p class="small muted">{t('costs.funds.asOf')}</p>
          <p class="small muted">{t('cases.onlyYours')}</p>
        </>
      )}
      <div>
        {balances.map((balance) => {
          const fund = byId.get(balance.fund);
          return (
            <OneFund
              key={`${balance.fund} ${balance.currency}`}
              room={room}
              balance={balance}
              fund={fund}
              costs={costs}
              {...(mayEdit && fund !== undefined ? { onEdit: () => setEditing({ fund }) } : {})}
            />
          );
        })}
      </div>
      {balances.length > 0 && (
        <details>
          <summary>{t('costs.funds.table')}</summary>
          <FundTable room={room} title={t('costs.funds.fund')} rows={balances.map(row)} />
          {budget.length > 0 && (
            <FundTable
              room={room}
              title={t('costs.budget.title')}
              rows={budget.map((line) => ({
                ...line,
                key: line.line,
                name: lineNames.get(line.line) ?? '',
                isFund: true,
              }))}
            />
          )}
          {donors.length > 0 && (
            <FundTable
              room={room}
              title={t('costs.funds.byDonor')}
              rows={donors.map((donor) => ({
                ...donor,
                key: `${donor.donor} ${donor.currency}`,
                name: donor.donor || t('costs.funds.noDonor'),
                isFund: true,
              }))}
            />
          )}
        </details>
      )}
      {editing !== null && <FundDialog room={room} fund={editing.fund} onClose={() => setEditing(null)} />}
    </section>
  );
}

interface OneProps {
  room: Room;
  balance: FundBalance;
  /** Undefined: costs that name no fund, or one that is not known here. */
  fund: PlainRecord | undefined;
  costs: AllCosts;
  onEdit?: () => void;
}

function OneFund({ room, balance, fund, costs, onEdit }: OneProps) {
  const { translator } = room;
  const { currency, left, given, uncounted } = balance;
  const amount = (minor: number) => sayMoney(translator, { minor, currency });
  const name = fund === undefined ? t('costs.funds.without') : textOf(fund, 'name');
  const first = costs.lines.find((line) => line.id === uncounted[0]);
  return (
    <article class="fund" aria-label={name}>
      <div class="fund-head">
        <div>
          <h3>
            {name} {fund?.fields.closed != null && <Tag>{t('costs.funds.closed')}</Tag>}
          </h3>
          {balance.donor !== '' && <p class="small muted">{balance.donor}</p>}
        </div>
        {onEdit !== undefined && (
          <Button kind="quiet" icon label={t('costs.funds.edit', { name })} onClick={onEdit}>
            <Icon name="edit" />
          </Button>
        )}
      </div>
      {fund !== undefined &&
        (left < 0 ? (
          <p class="fund-over">{t('costs.funds.over', { amount: amount(-left) })}</p>
        ) : (
          <p>{t('costs.funds.left', { amount: amount(left), given: amount(given) })}</p>
        ))}
      <FundBar room={room} balance={balance} />
      {fund !== undefined && (
        <>
          <BudgetLines room={room} costs={costs} fund={fund} />
          <Advances room={room} costs={costs} fund={fund} />
        </>
      )}
      {uncounted.length > 0 && (
        <p class="small">
          {t('costs.funds.uncounted', { count: uncounted.length, currency })}{' '}
          {first !== undefined && <a href={`/cases/${first.dossier}/costs`}>{t('costs.funds.addSecond')}</a>}
        </p>
      )}
    </article>
  );
}
