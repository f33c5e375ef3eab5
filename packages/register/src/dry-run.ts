import type { Table } from './columns.ts';
import { valueKey } from './folded.ts';
import type { Mapping } from './mapping.ts';
import { type RowFault, RowPlanner, type RowPlan } from './plan-row.ts';
import type { SheetRow } from './table.ts';
import { targetName } from './targets.ts';
import type { Words } from './values.ts';

/** What a row would become, without its records: these are made again when it is brought in. */
export interface RowReport extends Omit<RowPlan, 'records'> {
  /** Kinds of the records that it becomes. */
  kinds: readonly string[];
}

/** Rows between two breaths of the page. */
const STEP = 500;

/**
 * Reads every row and keeps nothing: what each becomes, and why not.
 * @param breathe called between steps with how many rows are read; answers false to stop
 */
export async function dryRun(
  table: Table,
  mapping: Mapping,
  words: Words,
  year: number,
  breathe: (done: number) => Promise<boolean>,
): Promise<RowReport[] | null> {
  const planner = new RowPlanner(table, mapping, words, year);
  const twice = sameAs(table, planner);
  const column =
    table.columns[
      mapping.uses.findIndex((use) => use.as === 'field' && targetName(use.target) === 'case.oldNumber')
    ]?.name ?? '';
  const reports: RowReport[] = [];
  for (const [at, row] of table.rows.entries()) {
    if (at % STEP === 0 && !(await breathe(at))) return null;
    const { records, ...plan } = planner.plan(row);
    const same = twice.get(row.number);
    const faults: readonly RowFault[] =
      same === undefined
        ? plan.faults
        : [
            same.whole
              ? { fault: 'same-row', row: same.row }
              : { fault: 'same-number', column, value: planner.numberOf(row), row: same.row },
            ...plan.faults,
          ];
    reports.push({ ...plan, faults, kinds: faults.length > 0 ? [] : records.map(({ kind }) => kind) });
  }
  return reports;
}

/** Rows that repeat an earlier one: as a whole, or in their number alone. */
function sameAs(table: Table, planner: RowPlanner): Map<number, { row: number; whole: boolean }> {
  const wholes = new Map<string, number>();
  const numbers = new Map<string, number>();
  const found = new Map<number, { row: number; whole: boolean }>();
  for (const row of table.rows) {
    const whole = wholeOf(row);
    const number = valueKey(planner.numberOf(row));
    const sameWhole = wholes.get(whole);
    const sameNumber = number === '' ? undefined : numbers.get(number);
    if (sameWhole !== undefined) found.set(row.number, { row: sameWhole, whole: true });
    else if (sameNumber !== undefined) found.set(row.number, { row: sameNumber, whole: false });
    else wholes.set(whole, row.number);
    if (number !== '' && sameNumber === undefined) numbers.set(number, row.number);
  }
  return found;
}

function wholeOf({ cells }: SheetRow): string {
  const filled = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, filled + 1).join('\u0000');
}
