import type { Balance } from '@dayaq/domain';
import { formatAmount } from '@dayaq/locale';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';

export interface TableRow extends Balance {
  key: string;
  name: string;
  /** False for money without a fund: nothing was given and nothing is left. */
  isFund: boolean;
}

/** The figures of the pictures, to read and to copy. */
export function FundTable({ room, title, rows }: { room: Room; title: string; rows: readonly TableRow[] }) {
  const columns = [
    ['given', t('costs.funds.given')],
    ['asked', t('costs.sum.waiting')],
    ['committed', t('costs.sum.promised')],
    ['spent', t('costs.sum.paid')],
    ...(rows.some(({ advanced }) => advanced > 0)
      ? ([['advanced', t('costs.funds.advanced')]] as const)
      : []),
    ['left', t('costs.funds.leftColumn')],
  ] as const;
  return (
    // Wider than a phone: it is scrolled by keys, too.
    <div class="table-scroll fund-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {columns.map(([column, words]) => (
              <th key={column} scope="col" class="number">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name} <span class="muted">{row.currency}</span>
              </th>
              {columns.map(([column]) => {
                const isBlank = !row.isFund && (column === 'given' || column === 'left');
                const isOver = column === 'left' && row.left < 0;
                return (
                  <td key={column} class={isOver ? 'number nowrap fund-over' : 'number nowrap'}>
                    {isBlank ? '' : formatAmount(room.translator.language, row[column], row.currency)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
