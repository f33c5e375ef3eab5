/**
 * Values separated by commas as RFC 4180 has them, or by another character. What a spreadsheet would take for a formula is written behind an apostrophe,
 * which reading takes away again: whoever opens the file sees words, and our own import reads what was there. So is what stands behind a
 * semicolon, a tab or a line's end within a text: where the system's separator is another one, a cell begins there in spite of quotes.
 */

/** What a formula begins with, also in full width; and what may stand before it without making it another thing. */
const SIGN = /[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;
const BEFORE = /[\s\p{Cc}'"]/u;
/** Behind these a cell begins in a program that divides at them, whatever we divide at, and whether or not we quote. */
const BEGINNINGS = ';\t\r\n';

/** Where within a text a cell could begin that is a formula, or is taken for one by its first sign: by their index. */
function formulasIn(text: string): Set<number> {
  const found = new Set<number>();
  if (!SIGN.test(text) && !/^'*[\t\r\n]/.test(text)) return found;
  let leads = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    leads = SIGN.test(sign) || (leads && BEFORE.test(sign));
    if (leads && (at === 0 || BEGINNINGS.includes(text.charAt(at - 1)))) found.add(at);
  }
  if (/^'*[\t\r\n]/.test(text)) found.add(0);
  return found;
}

function tamed(text: string): string {
  const found = formulasIn(text);
  return found.size === 0 ? text : apart(text, found, (from) => `'${from}`);
}

function untamed(cell: string): string {
  const found = formulasIn(cell);
  return found.size === 0
    ? cell
    : apart(cell, found, (from) => (from.startsWith("'") ? from.slice(1) : from));
}

/** The text cut before each of these places, with what begins at one changed. */
function apart(text: string, places: ReadonlySet<number>, change: (from: string) => string): string {
  const cuts = [...places].sort((a, b) => a - b);
  return [text.slice(0, cuts[0]), ...cuts.map((cut, i) => change(text.slice(cut, cuts[i + 1])))].join('');
}

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
