import type { Encoding } from './encoding.ts';
import { openDocument } from './document.ts';
import { LIMITS } from './limits.ts';
import { readText } from './read-text.ts';
import { type Read, refused, type Sheet } from './table.ts';
import { unpacker } from './unpack.ts';
import { isOffice, openWorkbook } from './workbook.ts';

/** A file that was opened: its sheets, or the tables of a document, by name; a text file is one without a name, in an encoding. */
export interface Register {
  sheets: readonly string[];
  /** Null for a workbook or a document. */
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
  if (isOffice(bytes)) {
    const book = openWorkbook(bytes);
    if (book.ok) return { ok: true, value: { ...book.value, encoding: null } };
    return book.refusal.code === 'no-table' ? tablesOf(bytes) : book;
  }
  const text = encoding === undefined ? readText(bytes) : readText(bytes, encoding);
  if (!text.ok) return text;
  const { sheet } = text.value;
  return {
    ok: true,
    value: { sheets: [''], encoding: text.value.encoding, read: () => ({ ok: true, value: sheet }) },
  };
}

function tablesOf(bytes: Uint8Array): Read<Register> {
  const document = openDocument(unpacker(bytes));
  if (!document.ok) return document;
  const sheets = document.value;
  return {
    ok: true,
    value: {
      sheets: sheets.map(({ name }) => name),
      encoding: null,
      read(wanted) {
        const sheet = sheets.find(({ name }) => name === wanted);
        return sheet === undefined ? refused('empty') : { ok: true, value: sheet };
      },
    },
  };
}
