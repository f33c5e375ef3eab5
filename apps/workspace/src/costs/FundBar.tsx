import type { Balance } from '@dayaq/domain';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { sayMoney } from './cost-words.ts';

const WIDTH = 400;
const HEIGHT = 14;

/** Paid and promised on the length of what was given; what goes past its end stands out. The key carries the figures. */
export function FundBar({ room, balance }: { room: Room; balance: Balance }) {
  const { currency, given, spent, committed, asked } = balance;
  const amount = (minor: number) => sayMoney(room.translator, { minor, currency });
  const whole = Math.max(given, spent + committed, 1);
  const at = (minor: number) => (Math.min(minor, whole) / whole) * WIDTH;
  const isOver = given > 0 && spent + committed > given;
  const words = { spent: amount(spent), committed: amount(committed), asked: amount(asked) };
  return (
    <>
      {given > 0 && (
        <svg
          class="fund-bar"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('costs.funds.picture', words)}
        >
          <rect class="fund-bar-given" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} />
          <rect class="fund-bar-spent" width={at(spent)} height={HEIGHT} />
          <rect class="fund-bar-committed" x={at(spent)} width={at(committed)} height={HEIGHT} />
          {isOver && (
            <>
              <rect class="fund-bar-over" x={at(given)} width={WIDTH - at(given)} height={HEIGHT} />
              <line class="fund-bar-end" x1={at(given)} x2={at(given)} y1="0" y2={HEIGHT} />
            </>
          )}
        </svg>
      )}
      <ul class="fund-key">
        <li>
          <Mark of="spent" />
          {t('costs.sum.paid')} {words.spent}
        </li>
        {committed > 0 && (
          <li>
            <Mark of="committed" />
            {t('costs.sum.promised')} {words.committed}
          </li>
        )}
        {asked > 0 && (
          <li>
            {t('costs.sum.waiting')} {words.asked}
          </li>
        )}
      </ul>
    </>
  );
}

function Mark({ of }: { of: 'spent' | 'committed' }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <rect class={`fund-bar-${of}`} width="12" height="12" rx="2" />
    </svg>
  );
}
