import { valueKey } from './folded.ts';
import type { SheetRow } from './table.ts';

export interface Gathered {
  /** Rows that are of one, in the order of the first of each; none that repeats another. */
  cases: SheetRow[][];
  /** Rows that repeat an earlier one, by their number in the file: as a whole, or in their number alone. */
  repeats: Map<number, { row: number; whole: boolean }>;
}

/**
 * Which rows belong together.
 * @param numberOf what a row is called, or empty
 * @param gathers rows of one number are of one; else only the first of them is taken
 */
export function gathered(
  rows: readonly SheetRow[],
  numberOf: (row: SheetRow) => string,
  gathers: boolean,
): Gathered {
  const wholes = new Map<string, number>();
  const numbers = new Map<string, SheetRow[]>();
  const made: Gathered = { cases: [], repeats: new Map() };
  for (const row of rows) {
    const whole = wholeOf(row);
    const number = valueKey(numberOf(row));
    const sameWhole = wholes.get(whole);
    const sameNumber = number === '' ? undefined : numbers.get(number);
    if (sameWhole !== undefined) made.repeats.set(row.number, { row: sameWhole, whole: true });
    else {
      wholes.set(whole, row.number);
      if (sameNumber === undefined) {
        const begun = [row];
        made.cases.push(begun);
        if (number !== '') numbers.set(number, begun);
      } else if (gathers) sameNumber.push(row);
      else made.repeats.set(row.number, { row: sameNumber[0]?.number ?? 0, whole: false });
    }
  }
  return made;
}

function wholeOf({ cells }: SheetRow): string {
  const filled = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, filled + 1).join('\u0000');
}
