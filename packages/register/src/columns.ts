import { LIMITS } from './limits.ts';
import { type Read, refused, type Sheet, type SheetRow } from './table.ts';
import { TOTAL_WORDS } from './vocabulary/marks.ts';
import { folded } from './folded.ts';

/** A column with its name, as it is found again in the next file. */
export interface Column {
  /** From 0, in the file. */
  at: number;
  /** As the file has it; of two rows of names both. Empty where it has none. */
  name: string;
  hidden: boolean;
}

/** A row that is no case: a sum, the names said once more on the next printed page. */
export interface LeftOut {
  number: number;
  why: 'total' | 'names-again';
}

/** A sheet of which is known where its columns' names end and its rows begin. */
export interface Table {
  sheet: string;
  /** The row, as numbered in the file, in which the columns have their names. */
  header: number;
  columns: readonly Column[];
  rows: readonly SheetRow[];
  leftOut: readonly LeftOut[];
  hiddenRows: number;
  /** See `Sheet.cut`. */
  cut?: ReadonlySet<number>;
}

/** Rows in which the names are looked for: above them stand titles, dates, who made the list. */
const HEADER_WITHIN = 20;
/** A longer text is no name of a column. */
const LONGEST_NAME = 120;

/**
 * Finds the names of the columns and the rows below them.
 * @param header the row, as numbered in the file, that a person says holds the names; else it is found
 */
export function readColumns(sheet: Sheet, header?: number): Read<Table> {
  const rows = withMergesFilled(sheet);
  if (rows.length === 0) return refused('empty', sheet.name === '' ? {} : { sheet: sheet.name });
  const at = header === undefined ? headerAt(rows) : rows.findIndex(({ number }) => number >= header);
  const names = rows[at];
  if (names === undefined) return refused('no-rows', sheet.name === '' ? {} : { sheet: sheet.name });
  const below = rows[at + 1];
  const second = header === undefined && below !== undefined && isSecondHeader(names, below) ? below : null;
  const body = rows.slice(at + (second === null ? 1 : 2));
  const columns = columnsOf(sheet, names, second, body);
  const again = names.cells.join('\u0000');
  const leftOut: LeftOut[] = [];
  const filled = body.filter((row) => {
    if (row.cells.every((cell) => cell === '')) return false;
    const why = row.cells.join('\u0000') === again ? 'names-again' : isTotal(row) ? 'total' : null;
    if (why !== null) leftOut.push({ number: row.number, why });
    return why === null;
  });
  if (filled.length === 0 || columns.length === 0)
    return refused('no-rows', sheet.name === '' ? {} : { sheet: sheet.name });
  if (filled.length > LIMITS.rows) return refused('too-many-rows', { sheet: sheet.name });
  const { hiddenRows, cut = new Set() } = sheet;
  return {
    ok: true,
    value: { sheet: sheet.name, header: names.number, columns, rows: filled, leftOut, hiddenRows, cut },
  };
}

/** Cells that are filled because they are shown as one with another; a file may say it of every cell again and again. */
const MOST_FILLED = 2_000_000;

/** Cells without blanks around them, and what several cells are shown as one standing in each of them. */
function withMergesFilled(sheet: Sheet): SheetRow[] {
  const rows = sheet.rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => cell.replaceAll('\u00a0', ' ').trim()),
  }));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  let left = MOST_FILLED;
  for (const { fromRow, toRow, fromColumn, toColumn } of sheet.merges) {
    const value = byNumber.get(fromRow)?.cells[fromColumn] ?? '';
    if (value === '' || toColumn >= LIMITS.columns) continue;
    for (let number = fromRow; number <= Math.min(toRow, fromRow + LIMITS.rows); number += 1) {
      const row = byNumber.get(number);
      left -= 1 + (row === undefined ? 0 : toColumn - fromColumn);
      if (left < 0) return rows.filter(isFilled);
      if (row === undefined) continue;
      while (row.cells.length <= toColumn) row.cells.push('');
      for (let column = fromColumn; column <= toColumn; column += 1) row.cells[column] = value;
    }
  }
  return rows.filter(isFilled);
}

const isFilled = ({ cells }: SheetRow): boolean => cells.some((cell) => cell !== '');

const isName = (cell: string): boolean =>
  cell !== '' && cell.length <= LONGEST_NAME && /\p{L}|№|#/u.test(cell) && !/^\d{4}-\d\d-\d\d$/.test(cell);

/** The first row that has different names in most of the columns that are ever filled. */
function headerAt(rows: readonly SheetRow[]): number {
  const first = rows.slice(0, HEADER_WITHIN);
  const width = Math.max(...rows.slice(0, 50).map(({ cells }) => cells.filter((cell) => cell !== '').length));
  const names = first.map(({ cells }) => new Set(cells.filter(isName)).size);
  const enough = Math.max(1, Math.ceil(width * 0.6));
  const found = names.findIndex((count) => count >= enough);
  // Of a header whose upper row only groups, that upper row is it.
  const above = found > 0 ? first[found - 1] : undefined;
  const row = first[found];
  if (above !== undefined && row !== undefined && isSecondHeader(above, row)) return found - 1;
  if (found >= 0) return found;
  return names.indexOf(Math.max(...names));
}

/** Names of groups above, names of columns below: below each group at least two names, and nothing else below. */
function isSecondHeader(upper: SheetRow, lower: SheetRow): boolean {
  let groups = 0;
  const width = Math.max(upper.cells.length, lower.cells.length);
  for (let at = 0; at < width; at += 1) {
    const above = upper.cells[at] ?? '';
    const below = lower.cells[at] ?? '';
    const grouped = above !== '' && (upper.cells[at - 1] === above || upper.cells[at + 1] === above);
    const goesOn = above === '' && at > 0 && below !== '';
    if (grouped || goesOn) {
      if (!isName(below)) return false;
      groups += 1;
    } else if (below !== '' && below !== above && !opensGroup(upper, lower, at)) return false;
  }
  // A title that stands over everything is none.
  return groups >= 2 && new Set(upper.cells.filter((cell) => cell !== '')).size >= 2;
}

/** A name above whose group goes on to the right with blanks, as text files have it. */
const opensGroup = (upper: SheetRow, lower: SheetRow, at: number): boolean =>
  (upper.cells[at] ?? '') !== '' && (upper.cells[at + 1] ?? '') === '' && isName(lower.cells[at + 1] ?? '');

function columnsOf(
  sheet: Sheet,
  upper: SheetRow,
  lower: SheetRow | null,
  body: readonly SheetRow[],
): Column[] {
  const filled = new Set<number>();
  for (const { cells } of body) for (const [at, cell] of cells.entries()) if (cell !== '') filled.add(at);
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0, ...[...filled].map((at) => at + 1));
  const columns: Column[] = [];
  let group = '';
  for (let at = 0; at < Math.min(width, LIMITS.columns); at += 1) {
    const above = upper.cells[at] ?? '';
    const below = lower?.cells[at] ?? '';
    if (above !== '') group = above;
    const name =
      lower === null || below === '' || below === above
        ? above
        : [group, below].filter((part) => part !== '').join(' – ');
    // A column without a name that nothing stands in is only paper.
    if (name === '' && !filled.has(at)) continue;
    columns.push({ at, name: name.replace(/\s+/g, ' '), hidden: sheet.hiddenColumns.has(at) });
  }
  return columns;
}

/** "Total: 214": few cells, the first of them says so. */
function isTotal({ cells }: SheetRow): boolean {
  const said = cells.filter((cell) => cell !== '');
  const [first = ''] = said;
  return said.length <= Math.max(2, cells.length / 3) && TOTAL_WORDS.has(folded(first).split(' ')[0] ?? '');
}
