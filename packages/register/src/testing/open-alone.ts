/** Opens one hostile file in a process of its own, as the page does in its only thread: `node … NAME`. */
import { strToU8, zipSync } from 'fflate';
import { propose } from '../propose.ts';
import { readColumns } from '../columns.ts';
import { openRegister } from '../register.ts';
import { allWords } from './words.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const workbook = (sheet: string, strings = '', styles = ''): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${NS}" xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${NS}">${sheet}</worksheet>`),
    'xl/sharedStrings.xml': strToU8(strings),
    'xl/styles.xml': strToU8(styles),
  });
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const head = `<row r="1">${cell('A1', 'Name')}${cell('B1', 'What')}</row>`;
const rows = (count: number, each: (row: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i + 2)).join('');
const one = `<row r="2">${cell('A2', 'x')}</row>`;
const far = '100000000000000000000';

const FILES: Record<string, () => Uint8Array> = {
  plain: () => workbook(`<sheetData>${head}${one}</sheetData>`),
  'hidden columns from before the first': () =>
    workbook(`<cols><col min="-Infinity" max="1" hidden="1"/></cols><sheetData>${head}${one}</sheetData>`),
  'hidden columns from far before the first': () =>
    workbook(`<cols><col min="-99999999" max="1" hidden="1"/></cols><sheetData>${head}${one}</sheetData>`),
  'a merge beyond what can be counted': () =>
    workbook(
      `<sheetData>${head}<row r="${far}">${cell('A2', 'x')}</row></sheetData><mergeCells><mergeCell ref="A${far}:B${far}"/></mergeCells>`,
    ),
  'merges that all cover everything': () =>
    workbook(
      `<sheetData>${head}${rows(40_000, (row) => `<row r="${row}">${cell(`A${row}`, 'x')}</row>`)}</sheetData>
       <mergeCells>${'<mergeCell ref="A1:GR50000"/>'.repeat(40_000)}</mergeCells>`,
    ),
  'one long word in every cell': () =>
    workbook(
      `<sheetData>${head}${rows(40_000, (row) => `<row r="${row}">${'<c t="s"><v>0</v></c>'.repeat(60)}</row>`)}</sheetData>`,
      `<sst><si><t>${'x\u00a0'.repeat(15_000)}</t></si></sst>`,
    ),
  'a format of brackets that stay open': () =>
    workbook(
      `<sheetData>${head}${one}</sheetData>`,
      '',
      `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(2_000_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
    ),
  'blanks within dates': () =>
    strToU8(`Name;Дата обращения\n${rows(30, (row) => `n${row};1${' '.repeat(29_000)}x${row}\n`)}`),
  'blanks within a date, in one cell': () =>
    strToU8(`Name;Дата обращения\nn;1${' '.repeat(900_000)}x\nm;2\n`),
  'blanks within a code, in one cell': () => strToU8(`Name;Статус\nn;a${' '.repeat(900_000)}b\nm;новый\n`),
  'blanks within codes': () => strToU8(`Name;Пол\n${rows(30, (row) => `n${row};a${' '.repeat(29_000)}b\n`)}`),
  'separators and blanks within a code': () => strToU8(`Name;Статус\nn;a${', '.repeat(440_000)}b\nm;новый\n`),
};

const bytes = FILES[process.argv[2] ?? '']?.();
if (bytes === undefined) throw new Error('no such file');
process.stdout.write(`made ${bytes.length}\n`);
const begun = performance.now();
const register = openRegister(bytes);
if (register.ok) {
  const sheet = register.value.read(register.value.sheets[0] ?? '');
  const table = sheet.ok ? readColumns(sheet.value) : sheet;
  if (table.ok) propose(table.value, await allWords(), 2026);
}
process.stdout.write(`ended ${Math.round(performance.now() - begun)}\n`);
