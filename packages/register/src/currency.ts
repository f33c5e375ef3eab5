import { folded } from './folded.ts';
import { currencyOf } from './values.ts';
import { CURRENCY_NAMES } from './vocabulary/names.ts';

const NAMES = CURRENCY_NAMES.split(',').map(folded);

/** Whether a column says in which money the amounts beside it are. */
export const isCurrencyColumn = (name: string): boolean =>
  NAMES.some((known) => ` ${folded(name)} `.includes(` ${known} `));

/**
 * An amount with its currency: the cell's own, else that of the column for it, else that of its column's name.
 * @param beside the cell of the column for currencies, or empty
 * @returns null where cell and sheet name two
 */
export function amountWords(cell: string, beside: string, column: string): string | null {
  const named = beside === '' ? (currencyNamed(column) ?? '') : beside;
  if (!/[\p{L}\p{Sc}]/u.test(cell)) return named === '' ? cell : `${cell} ${named}`;
  const own = currencyOf(cell.replace(/[\d\s'.,]/gu, ''));
  return named !== '' && own !== currencyOf(named) ? null : cell;
}

/** "Amount, AZN" and "Сумма (сомони)". */
function currencyNamed(column: string): string | undefined {
  return column
    .split(/[\s,;:()/–-]+/u)
    .map(currencyOf)
    .find((code) => code !== undefined);
}
