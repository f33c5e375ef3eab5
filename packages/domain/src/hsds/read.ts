import { parseCsv } from '../csv.ts';
import { type Flat, flatten } from './nest.ts';
import type { Placed, Remark } from './report.ts';
import { perTable, TABLE_NAMES, type TableName, TABLES } from './tables.ts';

/** Characters of all files together, and rows: far above any country's directory, far below what a phone can hold. */
export const HSDS_LIMITS = { characters: 20_000_000, rows: 200_000 } as const;

const nothing = (remark: Remark): Flat => ({ rows: perTable((): Placed[] => []), remarks: [remark] });

function limited(flat: Flat): Flat {
  const count = TABLE_NAMES.reduce((sum, name) => sum + flat.rows[name].length, 0);
  return count > HSDS_LIMITS.rows ? nothing({ where: '', what: '', code: 'too-many-rows' }) : flat;
}

export function readJson(text: string): Flat {
  if (text.length > HSDS_LIMITS.characters) return nothing({ where: '', what: '', code: 'too-large' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return nothing({ where: '', what: '', code: 'not-json' });
  }
  return limited(flatten(value));
}

/** `a/b/services.csv` and `services.csv` are the same table. */
function tableOf(path: string): TableName | undefined {
  const file = path.split('/').at(-1)?.toLowerCase() ?? '';
  return TABLE_NAMES.find((name) => TABLES[name].path === file || `${name}.csv` === file);
}

function readTable(table: TableName, path: string, text: string, flat: Flat): void {
  const parsed = parseCsv(text);
  if (!parsed.ok) {
    flat.remarks.push({ where: `${path}:${parsed.line}`, what: '', code: 'not-csv' });
    return;
  }
  const [head, ...lines] = parsed.lines;
  if (head === undefined) return;
  const columns = head.cells.map((name) => name.trim().toLowerCase());
  if (new Set(columns).size < columns.length) {
    flat.remarks.push({ where: `${path}:${head.line}`, what: '', code: 'twice' });
    return;
  }
  const forms = new Map(TABLES[table].columns.map((column) => [column.name, column.form]));
  for (const { line, cells } of lines) {
    const where = `${path}:${line}`;
    if (cells.length !== columns.length) {
      flat.remarks.push({ where, what: '', code: 'wrong-number-of-cells' });
      continue;
    }
    const row: Placed['row'] = {};
    for (const [index, cell] of cells.entries()) {
      const column = columns[index];
      if (cell === '' || column === undefined) continue;
      const number = forms.get(column) === 'number' && cell.trim() !== '' ? Number(cell) : Number.NaN;
      row[column] = Number.isFinite(number) ? number : cell;
    }
    flat.rows[table].push({ where, row });
  }
}

/** @param files path → text of a datapackage's files; `datapackage.json` itself is not needed */
export function readCsv(files: Readonly<Record<string, string>>): Flat {
  const size = Object.values(files).reduce((sum, text) => sum + text.length, 0);
  if (size > HSDS_LIMITS.characters) return nothing({ where: '', what: '', code: 'too-large' });
  const flat: Flat = { rows: perTable((): Placed[] => []), remarks: [] };
  let tables = 0;
  for (const [path, text] of Object.entries(files)) {
    if (path.toLowerCase().endsWith('datapackage.json')) continue;
    const table = tableOf(path);
    if (table === undefined) {
      flat.remarks.push({ where: path, what: '', code: 'not-mapped' });
      continue;
    }
    tables += 1;
    readTable(table, path, text, flat);
  }
  if (tables === 0) flat.remarks.push({ where: '', what: '', code: 'no-directory' });
  return limited(flat);
}
