import type { Placed, Remark } from './report.ts';
import { type Column, type TableName, TABLES } from './tables.ts';
import { isUuid } from './uuid.ts';

const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** The problem of one cell, or null. */
function cellProblem(column: Column, cell: string | number): Remark['code'] | null {
  if (column.form === 'number') {
    const value = typeof cell === 'number' ? cell : Number(cell);
    return Number.isFinite(value) ? null : 'not-a-number';
  }
  if (typeof cell !== 'string') return 'not-text';
  if (column.form === 'uuid') return isUuid(cell) ? null : 'not-a-uuid';
  if (column.form === 'uri') return URI.test(cell) ? null : 'not-valid';
  if (column.form === 'email') return EMAIL.test(cell) ? null : 'not-valid';
  return null;
}

/** Columns that name a row of another table. */
const POINTERS: readonly [column: string, table: TableName][] = [
  ['organization_id', 'organization'],
  ['program_id', 'program'],
  ['service_id', 'service'],
  ['location_id', 'location'],
  ['service_at_location_id', 'service_at_location'],
  ['contact_id', 'contact'],
  ['phone_id', 'phone'],
  ['taxonomy_term_id', 'taxonomy_term'],
];

function isTable(name: unknown): name is TableName {
  return typeof name === 'string' && Object.hasOwn(TABLES, name);
}

/** Every line against the specification: needed columns, forms, ids that stand once, pointers that lead somewhere. */
export function checkRows(rows: Readonly<Record<TableName, readonly Placed[]>>): Remark[] {
  const remarks: Remark[] = [];
  const ids = new Map<string, Set<unknown>>();
  for (const [table, placed] of Object.entries(rows) as [TableName, readonly Placed[]][]) {
    const seen = new Set<unknown>();
    ids.set(table, seen);
    for (const { where, row } of placed) {
      for (const column of TABLES[table].columns) {
        const cell = row[column.name];
        if (cell === undefined) {
          if (column.required) remarks.push({ where, what: column.name, code: 'missing' });
          continue;
        }
        const code = cellProblem(column, cell);
        if (code !== null) remarks.push({ where, what: column.name, code });
      }
      const id = typeof row.id === 'string' ? row.id.toLowerCase() : row.id;
      if (id !== undefined && seen.has(id)) remarks.push({ where, what: 'id', code: 'twice' });
      seen.add(id);
    }
  }
  const leads = (table: string, id: string | number): boolean =>
    ids.get(table)?.has(String(id).toLowerCase()) === true;
  for (const [table, placed] of Object.entries(rows) as [TableName, readonly Placed[]][]) {
    for (const { where, row } of placed) {
      for (const [column, target] of POINTERS) {
        const id = row[column];
        const own = TABLES[table].columns.some(({ name }) => name === column);
        if (own && id !== undefined && !leads(target, id))
          remarks.push({ where, what: column, code: 'points-nowhere' });
      }
      if (table !== 'attribute' || row.link_id === undefined) continue;
      if (!isTable(row.link_entity) || !leads(row.link_entity, row.link_id))
        remarks.push({ where, what: 'link_id', code: 'points-nowhere' });
    }
  }
  return remarks;
}
