/** Comma-separated values as RFC 4180 has them. */

export interface CsvLine {
  /** Of the file, from 1, where the record begins. */
  line: number;
  cells: string[];
}

/**
 * Reads a whole file. A byte order mark is skipped; lines may end in CR LF or LF; blank lines are no records.
 * @returns the line on which a quotation begins that never ends, or on which signs follow a closed one
 */
export function parseCsv(text: string): { ok: true; lines: CsvLine[] } | { ok: false; line: number } {
  const lines: CsvLine[] = [];
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
        if (at < text.length && !',\r\n'.includes(text.charAt(at))) return { ok: false, line };
      } else {
        const start = at;
        while (at < text.length && !',\r\n'.includes(text.charAt(at))) at += 1;
        cell = text.slice(start, at);
      }
      record.cells.push(cell);
      if (text[at] !== ',') break;
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

/** Rows, each ended by CR LF. Nothing at all is written as it is, so that it is not mistaken for an empty text. */
export function formatCsv(rows: readonly (readonly (string | undefined)[])[]): string {
  return rows
    .map((row) => `${row.map((cell) => (cell === undefined ? '' : quoted(cell))).join(',')}\r\n`)
    .join('');
}
