import type { Table } from './columns.ts';
import type { Mapping } from './mapping.ts';
import { RowPlanner } from './plan-row.ts';
import type { RowFault, RowRemark } from './row-plan.ts';
import type { SheetRow } from './table.ts';
import type { Words } from './values.ts';

/** What a row would become, without its records: these are made again when it is brought in. */
export interface RowReport {
  /** As numbered in the file. */
  number: number;
  faults: readonly RowFault[];
  remarks: readonly RowRemark[];
  /** The same for the same row of the next file; see `RowPlan.name`. */
  name: string;
  called: string;
  /** Place in `RowPlanner.cases` of what it comes in with; null where it cannot. */
  comes: number | null;
  /** Of rows that come in together, whether it is the first of them. */
  isFirst: boolean;
  /** Kinds of the records that they become; of the first of them alone. */
  kinds: readonly string[];
}

/** Rows between two breaths of the page. */
const STEP = 500;

/**
 * Reads every row and keeps nothing: what each becomes, and why not.
 * @param today YYYY-MM-DD: what is told as past cannot lie behind it
 * @param breathe called between steps with how many rows are read; answers false to stop
 */
export async function dryRun(
  table: Table,
  mapping: Mapping,
  words: Words,
  today: string,
  breathe: (done: number) => Promise<boolean>,
): Promise<RowReport[] | null> {
  const planner = new RowPlanner(table, mapping, words, today);
  const reports = new Map<number, RowReport>();
  let read = 0;
  let due = 0;
  for (const [at, rows] of planner.cases.entries()) {
    if (read >= due) {
      if (!(await breathe(read))) return null;
      due = read + STEP;
    }
    read += rows.length;
    for (const report of reportsOf(planner, at, rows)) reports.set(report.number, report);
  }
  for (const row of table.rows) {
    const same = planner.repeats.get(row.number);
    if (same !== undefined) reports.set(row.number, repeated(planner, row, same));
  }
  return table.rows.flatMap(({ number }) => reports.get(number) ?? []);
}

function reportsOf(planner: RowPlanner, at: number, rows: readonly SheetRow[]): RowReport[] {
  const plan = planner.plan(...rows);
  const faulty = plan.rows.find(({ faults }) => faults.length > 0)?.number;
  return plan.rows.map((row, i): RowReport => {
    const isWaiting = faulty !== undefined && row.faults.length === 0;
    return {
      number: row.number,
      faults: isWaiting ? [{ fault: 'with-row', row: faulty }] : row.faults,
      remarks: row.remarks,
      name: plan.name,
      called: plan.called,
      comes: faulty === undefined ? at : null,
      isFirst: i === 0,
      kinds: i === 0 ? plan.records.map(({ kind }) => kind) : [],
    };
  });
}

function repeated(planner: RowPlanner, row: SheetRow, same: { row: number; whole: boolean }): RowReport {
  const plan = planner.plan(row);
  const fault: RowFault = same.whole
    ? { fault: 'same-row', row: same.row }
    : { fault: 'same-number', column: planner.numbers, value: planner.numberOf(row), row: same.row };
  return {
    number: row.number,
    faults: [fault, ...plan.faults],
    remarks: plan.remarks,
    name: plan.name,
    called: plan.called,
    comes: null,
    isFirst: true,
    kinds: [],
  };
}
