import { strToU8, zipSync, type Zippable } from 'fflate';

/** A cell as a spreadsheet may hold it. */
export type Cell =
  | string
  | number
  | boolean
  | { shared: string }
  | { inline: string }
  /** A spreadsheet's number of a day. */
  | { day: number }
  | { formula: string; result: number }
  | { formula: string; error: string };

export interface Dress {
  merges?: readonly string[];
  /** From 1. */
  hiddenColumns?: readonly number[];
  /** Rows as XML, behind the others. */
  more?: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An XLSX file of these sheets, the same dress for each. */
export const workbook = (
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  dress: Dress = {},
): Uint8Array => zipSync(parts(sheets, dress));

/** The parts of such a file, by their names. */
export function parts(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  dress: Dress = {},
): Zippable & Record<string, Uint8Array> {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const made: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><sheets>${names
        .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names
        .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ),
  };
  for (const [i, rows] of Object.values(sheets).entries()) {
    const body = rows.map((cells, row) => {
      const inside = cells
        .map((cell, column) => cellXml(cell, `${letter(column)}${row + 1}`, shared))
        .join('');
      return `<row r="${row + 1}">${inside}</row>`;
    });
    const columns = (dress.hiddenColumns ?? []).map((at) => `<col min="${at}" max="${at}" hidden="1"/>`);
    const merges = (dress.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
    made[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<worksheet><cols>${columns.join('')}</cols><sheetData>${body.join('')}${dress.more ?? ''}</sheetData><mergeCells>${merges.join('')}</mergeCells></worksheet>`,
    );
  }
  made['xl/sharedStrings.xml'] = strToU8(
    `<sst>${shared.map((text) => `<si><r><t>${escaped(text)}</t></r></si>`).join('')}</sst>`,
  );
  return made;
}

const letter = (column: number): string => String.fromCharCode(65 + column);

function cellXml(cell: Cell, ref: string, shared: string[]): string {
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return cell === '' ? '' : cellXml({ shared: cell }, ref, shared);
  if ('shared' in cell) return `<c r="${ref}" t="s"><v>${shared.push(cell.shared) - 1}</v></c>`;
  if ('inline' in cell) return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  if ('day' in cell) return `<c r="${ref}" s="1"><v>${cell.day}</v></c>`;
  const value = 'result' in cell ? `<v>${cell.result}</v>` : `<v>${cell.error}</v>`;
  return `<c r="${ref}"${'error' in cell ? ' t="e"' : ''}><f>${escaped(cell.formula)}</f>${value}</c>`;
}
