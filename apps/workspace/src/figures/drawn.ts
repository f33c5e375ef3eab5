import type { Count, Given } from '@dayaq/domain/count';

/** A number of a table as it is drawn: as surely known and as many as there may be; null is kept back. */
export type Cell = { readonly low: number; readonly high: number } | null;

/** One table, whether for our own eyes or as it leaves. */
export interface Drawn {
  /** What the first of three sides says; null of other figures. */
  readonly of: string | null;
  readonly rows: readonly string[];
  /** One, empty, by one thing alone. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly rowSums: readonly Cell[];
  readonly columnSums: readonly Cell[];
}

const exactly = (count: number | null): Cell => (count === null ? null : { low: count, high: count });

/** What leaves, as it is drawn. */
export const drawnGiven = ({ tables }: Given): Drawn[] =>
  tables.map(({ cells, rowSums, columnSums, ...table }) => ({
    ...table,
    cells: cells.map((line) => line.map(exactly)),
    rowSums: rowSums.map(exactly),
    columnSums: columnSums.map(exactly),
  }));

/** What is counted, exactly: for those who may read all of it. */
export function drawnCount({ sides, cells, most }: Count): Drawn[] {
  if (sides.length === 0) return [];
  const [rows = [], columns = ['']] = sides.slice(-2).length === 1 ? [sides[0]] : sides.slice(-2);
  const parts = sides.length === 3 ? (sides[0] ?? []) : [null];
  const size = rows.length * columns.length;
  return parts.map((of, part) => {
    const at = (row: number, column: number): { low: number; high: number } => {
      const place = part * size + row * columns.length + column;
      return { low: cells[place] ?? 0, high: most[place] ?? 0 };
    };
    const lines = rows.map((_, row) => columns.map((_, column) => at(row, column)));
    const isWide = sides.length > 1;
    return {
      of,
      rows,
      columns,
      cells: lines,
      rowSums: isWide ? lines.map(sum) : [],
      columnSums: isWide ? columns.map((_, column) => sum(lines.map((line) => line[column]))) : [],
    };
  });
}

function sum(cells: readonly (Cell | undefined)[]): { low: number; high: number } {
  return cells.reduce<{ low: number; high: number }>(
    (all, cell) => ({ low: all.low + (cell?.low ?? 0), high: all.high + (cell?.high ?? 0) }),
    { low: 0, high: 0 },
  );
}
