import { readColumns, type Table } from './columns.ts';
import type { Encoding } from './encoding.ts';
import { openRegister } from './register.ts';
import type { Read, Refusal } from './table.ts';

/** What a person chose otherwise than it was found. */
export interface Asked {
  sheet?: string;
  encoding?: Encoding;
  /** The row, as numbered in the file, that holds the names. */
  header?: number;
}

/** A file of which one sheet is read: plain data, so that a Worker can hand it over. */
export interface Chosen {
  sheets: readonly string[];
  /** Null for a workbook. */
  encoding: Encoding | null;
  sheet: string;
  table: Table;
}

/** Reads a file as far as its columns: the first sheet that is a table, since that of a workbook may be its cover. */
export function readChosen(bytes: Uint8Array, asked: Asked = {}): Read<Chosen> {
  const register = openRegister(bytes, asked.encoding);
  if (!register.ok) return register;
  const { sheets, encoding } = register.value;
  let refusal: Refusal = { code: 'empty' };
  for (const [i, sheet] of (asked.sheet === undefined ? sheets : [asked.sheet]).entries()) {
    const read = register.value.read(sheet);
    const table = read.ok ? readColumns(read.value, asked.header) : read;
    if (table.ok) return { ok: true, value: { sheets, encoding, sheet, table: table.value } };
    if (i === 0) ({ refusal } = table);
  }
  return { ok: false, refusal };
}
