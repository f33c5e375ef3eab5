import type { Balance } from '@dayaq/domain';
import type { MessageKey } from '@dayaq/locale';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { sayMoney } from './cost-words.ts';
import { type FundMark, fundMarks } from './fund-key.ts';

const WIDTH = 400;
const HEIGHT = 14;

const MARK_WORDS = {
  spent: 'costs.sum.paid',
  committed: 'costs.sum.promised',
  advanced: 'costs.funds.advanced',
  over: 'costs.funds.keyOver',
  left: 'costs.funds.leftColumn',
} as const satisfies Record<FundMark, MessageKey>;

/** Paid and promised on the length of what was given; what goes past its end stands out. The key carries the figures. */
export function FundBar({ room, balance }: { room: Room; balance: Balance }) {
  const { currency, given, spent, committed, advanced, asked, left } = balance;
  const amount = (minor: number) => sayMoney(room.translator, { minor, currency });
  const marks = fundMarks(balance);
  const whole = Math.max(given, spent + committed + advanced, 1);
  const at = (minor: number) => (minor / whole) * WIDTH;
  const figures = { spent, committed, advanced, over: -left, left };
  const words = { spent: amount(spent), committed: amount(committed), asked: amount(asked) };
  const isDrawn = (mark: FundMark) => marks.some((one) => one.mark === mark);
  const named = (Object.keys(MARK_WORDS) as FundMark[]).filter((mark) =>
    mark === 'over' || mark === 'left' ? isDrawn(mark) : figures[mark] > 0,
  );
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
          {marks.map(({ mark, from, to }) => (
            <rect key={mark} class={`fund-bar-${mark}`} x={at(from)} width={at(to - from)} height={HEIGHT} />
          ))}
          {isDrawn('over') && <line class="fund-bar-end" x1={at(given)} x2={at(given)} y1="0" y2={HEIGHT} />}
        </svg>
      )}
      <ul class="fund-key">
        {named.map((mark) => (
          <li key={mark}>
            {isDrawn(mark) && <Mark of={mark} />}
            {t(MARK_WORDS[mark])} {amount(figures[mark])}
          </li>
        ))}
        {asked > 0 && (
          <li>
            {t('costs.sum.waiting')} {words.asked}
          </li>
        )}
      </ul>
    </>
  );
}

function Mark({ of }: { of: FundMark }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <rect class={`fund-bar-${of}`} width="12" height="12" rx="2" />
    </svg>
  );
}
