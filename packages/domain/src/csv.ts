/**
 * Values separated by commas as RFC 4180 has them, or by another character. A text that a spreadsheet would take for a formula is written behind an
 * apostrophe, which reading takes away again: whoever opens the file sees words, and our own import reads what was there.
 */

/** What begins a formula, also in full width or behind blanks; and what begins so behind apostrophes of its own. */
const FORMULA = /^'*(?:[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

const tamed = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const untamed = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

export interface CsvLine {
  /** Of the file, from 1, where the record begins. */
  line: number;
  cells: string[];
}

/**
 * Reads a whole file. @param separator one character, other than a quote or a line's end. A byte order mark is skipped; lines may end in CR LF or LF; blank lines are no records.
 * @returns the line on which a quotation begins that never ends, or on which signs follow a closed one
 */
export function parseCsv(
  text: string,
  separator = ',',
): { ok: true; lines: CsvLine[] } | { ok: false; line: number } {
  const lines: CsvLine[] = [];
  const ends = `${separator}\r\n`;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const record: CsvLine = { line, cells: [] };
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const began = line;
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote < 0) return { ok: false, line: began };
          const piece = text.slice(at, quote);
          cell += piece;
          line += piece.split('\n').length - 1;
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
        if (at < text.length && !ends.includes(text.charAt(at))) return { ok: false, line };
      } else {
        const start = at;
        while (at < text.length && !ends.includes(text.charAt(at))) at += 1;
        cell = text.slice(start, at);
      }
      record.cells.push(untamed(cell));
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    if (record.cells.length > 1 || record.cells[0] !== '') lines.push(record);
  }
  return { ok: true, lines };
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) || cell === '' || cell.startsWith('\ufeff')
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

function written(cell: string | number | undefined): string {
  if (typeof cell === 'string') return quoted(tamed(cell));
  return cell === undefined ? '' : String(cell);
}

/** Rows, each ended by CR LF. Nothing at all is written as it is, so that it is not mistaken for an empty text. */
export function formatCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}
