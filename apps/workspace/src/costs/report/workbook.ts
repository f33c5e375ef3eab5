import { currencyDecimals, dayNumber, isDay } from '@dayaq/domain';
import { zipped } from '../../files/zipped.ts';

/**
 * What a cell holds: words, an amount in the smallest unit of its currency (it may be below zero), a whole number, a day (YYYY-MM-DD)
 * or nothing.
 */
export type Cell =
  | { text: string; strong?: boolean }
  | { minor: number; currency: string }
  | { number: number }
  | { day: string }
  | null;

export interface Sheet {
  /** Name on its tab. */
  name: string;
  rows: readonly (readonly Cell[])[];
  /** In characters, column by column. */
  widths: readonly number[];
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of the cell formats in `STYLES`. */
const PLAIN = 0;
const STRONG = 1;
const AMOUNT = 2;
const NUMBER = 3;
const DAY = 4;
/** The number that spreadsheets give to the first of January 1970. */
const EPOCH = 25_569;
/** Formats 0 and 1 are of the sort "text": a spreadsheet computes nothing in them, also after somebody edits them. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** The bytes of an XLSX file (ECMA-376, transitional). It names no author and no time. */
export function workbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const files: [name: string, xml: string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${paths
        .map((path) => `<Override PartName="/xl/${path}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)
        .join('')}</Types>`,
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
        .map(({ name }, i) => `<sheet name="${tabName(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([...paths.map((path) => ['worksheet', path] as const), ['styles', 'styles.xml']]),
    ],
    ...sheets.map((sheet, i) => [`xl/${paths[i]}`, sheetXml(sheet)] as [string, string]),
  ];
  const text = new TextEncoder();
  return zipped(
    Object.fromEntries([
      ...files.map(([name, xml]) => [name, text.encode(HEAD + xml)] as const),
      ['xl/styles.xml', text.encode(STYLES)],
    ]),
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function sheetXml({ rows, widths }: Sheet): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((cell, j) => cellXml(cell, `${columnName(j)}${i + 1}`)).join('')}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return '';
  if ('minor' in cell) return `<c r="${at}" s="${AMOUNT}"><v>${decimal(cell)}</v></c>`;
  if ('number' in cell) return numeral(Math.round(cell.number), NUMBER, at);
  // What is no day of the calendar stays as it is written: no program opens a file that holds one.
  if ('day' in cell)
    return isDay(cell.day) ? numeral(EPOCH + dayNumber(cell.day), DAY, at) : words(cell.day, PLAIN, at);
  return words(cell.text, cell.strong === true ? STRONG : PLAIN, at);
}

const numeral = (number: number, style: number, at: string): string =>
  `<c r="${at}" s="${style}"><v>${number}</v></c>`;
const words = (text: string, style: number, at: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** The exact amount with a point: 12050 AZN is 120.50. */
function decimal({ minor, currency }: { minor: number; currency: string }): string {
  const places = currencyDecimals(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** For text and attributes; what XML 1.0 cannot carry is left out. */
function escaped(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A tab's name: at most 31 characters, without those that the format forbids. */
function tabName(name: string): string {
  return escaped(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31));
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
