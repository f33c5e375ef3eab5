import { LIMITS } from './limits.ts';
import { type Read, refused, type Sheet } from './table.ts';
import { unpacker } from './unpack.ts';
import { readWorksheet, type SharedParts } from './worksheet.ts';
import { elements } from './xml.ts';

/** Container of old Office files, and of new ones behind a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const begins = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte);

/** Office files are packed alike; what is in them says which they are. */
export const isOffice = (bytes: Uint8Array): boolean => begins(bytes, ZIP) || begins(bytes, COMPOUND);

/** A workbook whose list of sheets is read, and the sheets when they are asked for. */
export interface Workbook {
  /** In their order; hidden ones are not offered. */
  sheets: readonly string[];
  read(name: string): Read<Sheet>;
}

/** An XLSX file. Nothing is unpacked that would not fit, whatever the file says of itself. */
export function openWorkbook(bytes: Uint8Array): Read<Workbook> {
  if (begins(bytes, COMPOUND)) return refused(isEncrypted(bytes) ? 'protected' : 'old-excel');
  const unpack = unpacker(bytes);
  const head = unpack(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']);
  if (!head.ok) return head;
  const book = head.value.get('xl/workbook.xml');
  if (book === undefined) return refused('no-table');
  const { sheets, is1904 } = sheetsOf(book, head.value.get('xl/_rels/workbook.xml.rels') ?? '');
  if (sheets.length > LIMITS.sheets) return refused('damaged');
  if (sheets.length === 0) return refused('empty');
  return {
    ok: true,
    value: {
      sheets: sheets.map(({ name }) => name),
      read(name) {
        const path = sheets.find((sheet) => sheet.name === name)?.path ?? '';
        const parts = unpack([path, 'xl/sharedStrings.xml', 'xl/styles.xml']);
        if (!parts.ok) return { ok: false, refusal: { ...parts.refusal, sheet: name } };
        const shared: SharedParts = {
          strings: parts.value.get('xl/sharedStrings.xml') ?? '',
          styles: parts.value.get('xl/styles.xml') ?? '',
          is1904,
        };
        return readWorksheet(name, parts.value.get(path) ?? '', shared);
      },
    },
  };
}

/** The name of the stream that holds an encrypted workbook, as its folder spells it. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 0; at + name.length <= bytes.length; at += 1)
    if (bytes[at] === 0x45 && name.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

function sheetsOf(
  book: string,
  relations: string,
): { sheets: { name: string; path: string }[]; is1904: boolean } {
  const targets = new Map<string, string>();
  elements(relations, (name, attribute) => {
    if (name === 'Relationship') targets.set(attribute('Id'), attribute('Target'));
  });
  const sheets: { name: string; path: string }[] = [];
  let is1904 = false;
  elements(book, (name, attribute) => {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute('date1904'));
    if (name !== 'sheet' || /hidden/i.test(attribute('state'))) return;
    const target = targets.get(attribute('r:id')) ?? '';
    if (!/worksheets\//.test(target)) return;
    sheets.push({
      name: attribute('name'),
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    });
  });
  return { sheets, is1904 };
}
