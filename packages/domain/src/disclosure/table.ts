import { isSmall, protectCounts, type Shown, THRESHOLD } from './counts.ts';
import { type Place, Slack } from './slack.ts';

/** A table of which everything that stands in it may be shown. */
export interface ProtectedTable {
  readonly cells: readonly (readonly Shown[])[];
  /** As `protectCounts` shows them, so that they agree with what is shown of each question alone. */
  readonly rowSums: readonly Shown[];
  readonly columnSums: readonly Shown[];
  /** The number of all. */
  readonly total: Shown;
}

/** Places of a table that are kept back for another reason than that they are small: by their numbers. */
export interface AlsoHidden {
  readonly cells: readonly ReadonlySet<number>[];
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** Cells of a table beyond which none is made. */
export const MOST_CELLS = 1600;
/** Cells that are kept back one by one for others' sake; where that is not enough, all are. */
const MOST_STEPS = 120;

/**
 * What may be shown of a table with its margins: small cells are kept back, and others with them until nobody can reckon, from
 * everything that is shown, any of those kept back more closely than to `threshold` different numbers. Null where only the margins can
 * be shown, or the table has more than `MOST_CELLS`.
 */
export function protectTable(
  counts: readonly (readonly number[])[],
  threshold = THRESHOLD,
  also?: AlsoHidden,
): ProtectedTable | null {
  const width = counts[0]?.length ?? 0;
  if (width === 0 || counts.length * width > MOST_CELLS) return null;
  const sums = counts.map((line) => line.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: width }, (_, at) =>
    counts.reduce((sum, line) => sum + (line[at] ?? 0), 0),
  );
  const rowSums = protectCounts(sums, threshold, also?.rows);
  const columnSums = protectCounts(columns, threshold, also?.columns);
  const total = sums.reduce((sum, count) => sum + count, 0);
  if (total < threshold) return null;
  const hidden = counts.map((line, row) =>
    line.map((count, column) => isSmall(count, threshold) || also?.cells[row]?.has(column) === true),
  );
  // Where the sum is shown to be nobody, so is each part of it.
  const canHide = counts.map((line, row) =>
    line.map((_, column) => rowSums[row] !== 0 && columnSums[column] !== 0),
  );
  const slack = new Slack(counts, hidden, { rows: rowSums, columns: columnSums });
  for (let step = 0; ; step += 1) {
    const close = slack.tooClose(threshold) ?? smallRest(counts, hidden, rowSums, columnSums, threshold);
    if (close === null) break;
    const next = step < MOST_STEPS ? cheapest(counts, hidden, canHide, close) : null;
    if (next !== null) hide(hidden, next);
    else if (!hideAll(hidden, canHide)) return null;
  }
  return {
    cells: counts.map((line, row) =>
      line.map((count, column) => (hidden[row]?.[column] === true ? null : count)),
    ),
    rowSums,
    columnSums,
    total,
  };
}

/**
 * The sum of a row or a column, or of all, that is shown and of which what is shown in it leaves a small number: together those kept
 * back are as few as one of them may not be. Null where there is none.
 */
function smallRest(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  rows: readonly Shown[],
  columns: readonly Shown[],
  threshold: number,
): Place | null {
  const restOf = (row: number | null, column: number | null): number =>
    counts.reduce(
      (sum, line, at) =>
        row !== null && at !== row
          ? sum
          : line.reduce(
              (part, count, across) =>
                (column === null || across === column) && hidden[at]?.[across] === true ? part + count : part,
              sum,
            ),
      0,
    );
  const isClose = (row: number | null, column: number | null): boolean =>
    isSmall(restOf(row, column), threshold);
  const row = rows.findIndex((sum, at) => sum !== null && isClose(at, null));
  if (row >= 0) return { row, column: null };
  const column = columns.findIndex((sum, at) => sum !== null && isClose(null, at));
  if (column >= 0) return { row: null, column };
  return isClose(null, null) ? { row: null, column: null } : null;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

const hide = (hidden: boolean[][], { row, column }: Cell): void => {
  const line = hidden[row];
  if (line !== undefined) line[column] = true;
};

/** Whether there was still something to hide. */
function hideAll(hidden: boolean[][], canHide: readonly (readonly boolean[])[]): boolean {
  let isNew = false;
  for (const [row, line] of canHide.entries())
    for (const [column, can] of line.entries())
      if (can && hidden[row]?.[column] === false) {
        hide(hidden, { row, column });
        isNew = true;
      }
  return isNew;
}

/** The smallest shown cell that helps: in the row or column of what is too close, and where others are kept back already. */
function cheapest(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  canHide: readonly (readonly boolean[])[],
  at: Place,
): Cell | null {
  const inRow = at.row === null ? 2 : (hidden[at.row]?.filter(Boolean).length ?? 0);
  const inColumn = at.column === null ? 2 : hidden.filter((line) => line[at.column ?? -1] === true).length;
  const rows = hidden.map((line) => line.includes(true));
  const columns = counts[0]?.map((_, column) => hidden.some((line) => line[column] === true)) ?? [];
  let best: Cell | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const [row, line] of counts.entries()) {
    for (const [column, count] of line.entries()) {
      if (hidden[row]?.[column] !== false || canHide[row]?.[column] !== true) continue;
      const helps =
        inRow < 2
          ? row === at.row
          : inColumn < 2
            ? column === at.column
            : row === at.row || column === at.column;
      // A zero may be known to be one. What closes a circle with others kept back helps most.
      const own =
        (helps ? 0 : 1e9) +
        (count === 0 ? 1e6 : count) +
        (rows[row] === true ? 0 : 1e3) +
        (columns[column] === true ? 0 : 1e3);
      if (own >= cost) continue;
      best = { row, column };
      cost = own;
    }
  }
  return best;
}
