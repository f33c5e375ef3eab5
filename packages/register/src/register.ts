import type { Encoding } from './encoding.ts';
import { LIMITS } from './limits.ts';
import { readText } from './read-text.ts';
import { type Read, refused, type Sheet } from './table.ts';
import { isWorkbook, openWorkbook } from './workbook.ts';

/** A file that was opened: its sheets by name; a text file is one without a name, in an encoding. */
export interface Register {
  sheets: readonly string[];
  /** Null for a workbook. */
  encoding: Encoding | null;
  read(sheet: string): Read<Sheet>;
}

/**
 * Opens what somebody chose, by what it is and not by its name.
 * @param encoding of a text file, where a person chose it; else it is found
 */
export function openRegister(bytes: Uint8Array, encoding?: Encoding): Read<Register> {
  if (bytes.length > LIMITS.bytes) return refused('too-large');
  if (bytes.length === 0) return refused('empty');
  if (isWorkbook(bytes)) {
    const book = openWorkbook(bytes);
    return book.ok ? { ok: true, value: { ...book.value, encoding: null } } : book;
  }
  const text = encoding === undefined ? readText(bytes) : readText(bytes, encoding);
  if (!text.ok) return text;
  const { sheet } = text.value;
  return {
    ok: true,
    value: { sheets: [''], encoding: text.value.encoding, read: () => ({ ok: true, value: sheet }) },
  };
}
