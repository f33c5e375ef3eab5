import { Parser } from 'saxen';
import { LIMITS } from './limits.ts';
import { type Merge, type Read, refused, type Sheet, type SheetRow } from './table.ts';
import { dateStyles, dayOfSerial } from './serial-date.ts';
import { localName } from './xml.ts';

/** The last row that a workbook can have. */
const MOST_ROW = 1_048_576;

/** What all sheets of a workbook have in common, as XML. */
export interface SharedParts {
  strings: string;
  styles: string;
  /** Days are counted from 1904, as old Macs did. */
  is1904: boolean;
}

/** Cells of one sheet as text: a formula is its last result, a date a day, a number its shortest spelling. */
export function readWorksheet(name: string, xml: string, shared: SharedParts): Read<Sheet> {
  const strings = sharedStrings(shared.strings);
  const isDate = dateStyles(shared.styles);
  const rows: SheetRow[] = [];
  const hiddenColumns = new Set<number>();
  const merges: Merge[] = [];
  let hiddenRows = 0;
  let number = 0;
  let cells: string[] = [];
  let isHidden = false;
  let column = -1;
  let type = '';
  let style = '';
  let text = '';
  let takes = false;
  // A word that stands once in the file may stand in every cell.
  let signs = 0;
  let fault: Read<never> | null = null;
  const parser = new Parser();

  const stop = (refusal: Read<never>): void => {
    fault = refusal;
    parser.stop();
  };
  const endCell = (): void => {
    const value = cellText(text, type, strings, isDate(style) ? shared.is1904 : null);
    if (value === '') return;
    if (column >= LIMITS.columns) {
      stop(refused('too-many-columns', { sheet: name, row: number }));
      return;
    }
    signs += value.length;
    if (signs > LIMITS.unpacked) {
      stop(refused('too-large-inside', { sheet: name, row: number }));
      return;
    }
    while (cells.length < column) cells.push('');
    cells[column] = value;
  };
  // Rows that are only dressed, not filled, are no rows: there may be a million of them.
  const endRow = (): void => {
    if (cells.length > 0) {
      rows.push({ number, cells });
      if (isHidden) hiddenRows += 1;
      if (rows.length > LIMITS.rows) stop(refused('too-many-rows', { sheet: name }));
    }
    cells = [];
  };

  parser.on('openTag', (tag, attributes, decode, selfClosing) => {
    switch (localName(tag)) {
      case 'row': {
        const { r, hidden } = attributes();
        number = r === undefined ? number + 1 : Number(r);
        if (!(number <= MOST_ROW)) stop(refused('damaged', { sheet: name }));
        isHidden = hidden === '1' || hidden === 'true';
        column = -1;
        break;
      }
      case 'c': {
        const { r, t, s } = attributes();
        column = r === undefined ? column + 1 : columnOf(r);
        type = t ?? 'n';
        style = s ?? '';
        text = '';
        break;
      }
      case 'v':
      case 't':
        takes = !selfClosing;
        break;
      // How a word is read aloud, beside the word.
      case 'rPh':
        type = 'phonetic';
        break;
      case 'col': {
        const { min, max, hidden } = attributes();
        if (hidden === '1' || hidden === 'true')
          for (let at = 0; at < LIMITS.columns; at += 1)
            if (at >= Number(min) - 1 && at < Number(max)) hiddenColumns.add(at);
        break;
      }
      case 'mergeCell': {
        const merge = mergeOf(decode(attributes().ref ?? ''));
        if (merge !== null && merges.length < LIMITS.merges) merges.push(merge);
        break;
      }
    }
  });
  parser.on('text', (part, decode) => {
    if (takes && type !== 'phonetic' && text.length < LIMITS.cell) text += decode(part);
  });
  parser.on('cdata', (part) => {
    if (takes && text.length < LIMITS.cell) text += part;
  });
  parser.on('closeTag', (tag) => {
    switch (localName(tag)) {
      case 'v':
      case 't':
        takes = false;
        break;
      case 'c':
        endCell();
        break;
      case 'row':
        endRow();
        break;
    }
  });
  parser.on('error', () => stop(refused('damaged', { sheet: name, row: number })));
  parser.parse(xml);
  if (fault !== null) return fault;
  return { ok: true, value: { name, rows, hiddenColumns, hiddenRows, merges } };
}

function cellText(text: string, type: string, strings: readonly string[], date: boolean | null): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'b':
      return text === '1' ? 'true' : text === '' ? '' : 'false';
    // A date as ISO has it: of its time nothing is asked.
    case 'd':
      return text.slice(0, 10);
    case 'n': {
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) return '';
      const day = date === null ? null : dayOfSerial(value, date);
      // Fifteen digits are what a spreadsheet shows: 0.1 + 0.2 is 0.3 there.
      return day ?? String(Number(value.toPrecision(15)));
    }
    default:
      return plain(text);
  }
}

/** Line ends are escaped by some programs. */
const plain = (text: string): string => text.replaceAll('_x000D_', '').trim();

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let takes = false;
  let aloud = false;
  const parser = new Parser();
  parser.on('openTag', (tag, _, __, selfClosing) => {
    const name = localName(tag);
    if (name === 'si') text = '';
    else if (name === 'rPh') aloud = !selfClosing;
    else if (name === 't') takes = !selfClosing && !aloud;
    if (name === 'si' && selfClosing) strings.push('');
  });
  parser.on('text', (part, decode) => {
    if (takes && text.length < LIMITS.cell) text += decode(part);
  });
  parser.on('cdata', (part) => {
    if (takes && text.length < LIMITS.cell) text += part;
  });
  parser.on('closeTag', (tag) => {
    const name = localName(tag);
    if (name === 't') takes = false;
    else if (name === 'rPh') aloud = false;
    else if (name === 'si') strings.push(plain(text));
  });
  parser.on('error', () => parser.stop());
  parser.parse(xml);
  return strings;
}

/** From 0: "A7" is 0, "AB7" is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const at = letter.charCodeAt(0) - 64;
    if (at < 1 || at > 26) break;
    column = column * 26 + at;
  }
  return column - 1;
}

function mergeOf(reference: string): Merge | null {
  const parts = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (parts === null) return null;
  return {
    fromColumn: columnOf(parts[1] ?? ''),
    fromRow: Number(parts[2]),
    toColumn: columnOf(parts[3] ?? ''),
    toRow: Number(parts[4]),
  };
}
