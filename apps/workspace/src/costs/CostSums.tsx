import { fundBalances, type PlainRecord } from '@dayaq/domain';
import { t, translator } from '../locale/index.ts';
import { sayMoney } from './cost-words.ts';

/** What costs come to, whatever fund they are of: by currency, which are never added up with each other. */
export function CostSums({ costs }: { costs: readonly PlainRecord[] }) {
  return fundBalances(costs)
    .filter(({ costs: count }) => count > 0)
    .map(({ currency, spent, committed, asked, own }) => {
      const amount = (minor: number) => sayMoney(translator.value, { minor, currency });
      return (
        <dl key={currency} class="cost-sums">
          <div>
            <dt>{t('costs.sum.paid')}</dt>
            <dd>{amount(spent)}</dd>
          </div>
          <div>
            <dt>{t('costs.sum.promised')}</dt>
            <dd>{amount(committed)}</dd>
          </div>
          <div>
            <dt>{t('costs.sum.waiting')}</dt>
            <dd>{amount(asked)}</dd>
          </div>
          {own > 0 && (
            <div>
              <dt>{t('costs.sum.own')}</dt>
              <dd>{amount(own)}</dd>
            </div>
          )}
        </dl>
      );
    });
}
