import { owedToPeople } from '@dayaq/domain';
import { memberName, type Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { type AllCosts, moneyRecords } from './all-costs.ts';
import { sayMoney } from './cost-words.ts';

/** Whom we owe what they spent of their own: what waits for a decision, and what is to be paid back. */
export function OwnMoney({ room, costs }: { room: Room; costs: AllCosts }) {
  const owed = owedToPeople(moneyRecords(costs));
  if (owed.length === 0) return null;
  return (
    <section class="costs-section">
      <h2>{t('costs.owed.title')}</h2>
      <ul class="fund-parts">
        {owed.map(({ to, currency, asked, approved }) => {
          const money = (minor: number) => sayMoney(room.translator, { minor, currency });
          return (
            <li key={`${to} ${currency}`}>
              <span class="grow">{memberName(room, to)}</span>
              <span>
                {[
                  approved > 0 ? t('costs.owed.approved', { amount: money(approved) }) : '',
                  asked > 0 ? t('costs.owed.asked', { amount: money(asked) }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
