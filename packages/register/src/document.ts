import { Parser } from 'saxen';
import { LIMITS } from './limits.ts';
import { type Merge, type Read, refused, type Sheet, type SheetRow } from './table.ts';
import type { Unpack } from './unpack.ts';
import { elements, localName } from './xml.ts';

/** Letters of its first cell by which a table is told from the others. */
const NAMED_BY = 40;

/** The tables of a Word file, each as a sheet: "2: Recommendation" is the second. Text beside tables is none of any. */
export function openDocument(unpack: Unpack): Read<readonly Sheet[]> {
  const head = unpack(['_rels/.rels']);
  if (!head.ok) return head;
  let path = 'word/document.xml';
  elements(head.value.get('_rels/.rels') ?? '', (name, attribute) => {
    if (name === 'Relationship' && attribute('Type').endsWith('/officeDocument'))
      path = attribute('Target').replace(/^\//, '');
  });
  const parts = unpack([path]);
  if (!parts.ok) return parts;
  const xml = parts.value.get(path);
  if (xml === undefined || !/[<:]tbl[\s>]/.test(xml)) return refused('no-table');
  return readTables(xml);
}

/** A cell that is merged with those above it, and how far down it has come. */
interface Down {
  readonly fromRow: number;
  readonly toColumn: number;
  toRow: number;
}

/** One table while it is read. */
class Grid {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  /** By the column in which it begins. */
  readonly #down = new Map<number, Down>();
  #cells: string[] = [];
  #column = 0;
  #row = 0;
  // Of the cell that is open.
  text = '';
  span = 1;
  vertical: 'none' | 'begins' | 'goes-on' = 'none';

  beginRow(): void {
    this.#row += 1;
    this.#column = 0;
    this.#cells = [];
  }

  skip(columns: number): void {
    this.#column += columns;
  }

  beginCell(): void {
    this.text = '';
    this.span = 1;
    this.vertical = 'none';
  }

  /** Answers how many letters it has; null where there are too many columns. */
  endCell(): number | null {
    const from = this.#column;
    const to = from + this.span - 1;
    if (to >= LIMITS.columns) return null;
    const text = this.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[\s]*/g, '\n')
      .trim();
    const open = this.#down.get(from);
    if (this.vertical === 'goes-on' && open !== undefined) open.toRow = this.#row;
    else {
      this.#endDown(from);
      if (this.vertical === 'begins')
        this.#down.set(from, { fromRow: this.#row, toColumn: to, toRow: this.#row });
      else if (to > from) this.#merge(this.#row, this.#row, from, to);
      while (this.#cells.length < from) this.#cells.push('');
      this.#cells[from] = text;
    }
    this.#column = to + 1;
    return text.length;
  }

  endRow(): void {
    if (this.#cells.some((cell) => cell !== ''))
      this.rows.push({ number: this.#row, cells: this.#cells.map((cell) => cell ?? '') });
  }

  end(): Sheet {
    for (const from of this.#down.keys()) this.#endDown(from);
    return { name: '', rows: this.rows, hiddenColumns: new Set(), hiddenRows: 0, merges: this.merges };
  }

  #endDown(from: number): void {
    const open = this.#down.get(from);
    this.#down.delete(from);
    if (open !== undefined) this.#merge(open.fromRow, open.toRow, from, open.toColumn);
  }

  #merge(fromRow: number, toRow: number, fromColumn: number, toColumn: number): void {
    const isOne = fromRow === toRow && fromColumn === toColumn;
    if (!isOne && this.merges.length < LIMITS.merges)
      this.merges.push({ fromRow, toRow, fromColumn, toColumn });
  }
}

/** Columns, of a number that a file says of itself. */
const columnsIn = (value: string | undefined): number => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, LIMITS.columns + 1) : 1;
};

/** What was struck out while changes are tracked, what is hidden, and what stands there for older programs only, is no text of it. */
function readTables(xml: string): Read<readonly Sheet[]> {
  const tables: Grid[] = [];
  let grid: Grid | null = null;
  /** Tables within tables: their words are words of the cell in which they stand. */
  let depth = 0;
  let takes = false;
  let isHidden = false;
  let fallback = 0;
  let signs = 0;
  let rows = 0;
  let fault: Read<never> | null = null;
  const parser = new Parser();
  const stop = (refusal: Read<never>): void => {
    fault ??= refusal;
    parser.stop();
  };
  const add = (text: string): void => {
    if (grid !== null && !isHidden && fallback === 0 && grid.text.length < LIMITS.cell)
      grid.text += text.slice(0, LIMITS.cell);
  };
  parser.on('openTag', (tag, attributes, _, selfClosing) => {
    const value = (): string | undefined =>
      Object.entries(attributes()).find(([name]) => localName(name) === 'val')?.[1];
    const name = localName(tag);
    if (name === 'Fallback' && !selfClosing) fallback += 1;
    if (name === 'tbl' && !selfClosing) {
      depth += 1;
      if (depth > 1) return;
      grid = new Grid();
      tables.push(grid);
      if (tables.length > LIMITS.sheets) stop(refused('too-large-inside'));
    }
    if (grid === null) return;
    switch (name) {
      case 'tr':
        if (depth === 1) grid.beginRow();
        break;
      case 'tc':
        if (depth === 1) grid.beginCell();
        break;
      case 'gridBefore':
        if (depth === 1) grid.skip(columnsIn(value()));
        break;
      case 'gridSpan':
        if (depth === 1) grid.span = columnsIn(value());
        break;
      case 'vMerge':
        if (depth === 1) grid.vertical = value() === 'restart' ? 'begins' : 'goes-on';
        break;
      case 'r':
        isHidden = false;
        break;
      case 'vanish':
        isHidden = !/^(0|false|off)$/.test(value() ?? '');
        break;
      case 't':
        takes = !selfClosing;
        break;
      case 'tab':
        add(' ');
        break;
      case 'br':
      case 'cr':
        add('\n');
        break;
    }
  });
  parser.on('text', (part, decode) => {
    if (takes) add(decode(part));
  });
  parser.on('cdata', (part) => {
    if (takes) add(part);
  });
  parser.on('closeTag', (tag) => {
    const name = localName(tag);
    if (name === 'Fallback') fallback = Math.max(0, fallback - 1);
    if (grid === null) return;
    switch (name) {
      case 't':
        takes = false;
        break;
      case 'r':
        isHidden = false;
        break;
      case 'p':
        add('\n');
        break;
      case 'tc': {
        if (depth !== 1) break;
        const length = grid.endCell();
        if (length === null) stop(refused('too-many-columns'));
        else if ((signs += length) > LIMITS.unpacked) stop(refused('too-large-inside'));
        break;
      }
      case 'tr':
        if (depth !== 1) break;
        grid.endRow();
        if ((rows += 1) > LIMITS.rows) stop(refused('too-many-rows'));
        break;
      case 'tbl':
        depth = Math.max(0, depth - 1);
        if (depth === 0) grid = null;
        break;
    }
  });
  parser.on('error', () => stop(refused('damaged')));
  parser.parse(xml);
  if (fault !== null) return fault;
  const sheets = tables.map((table) => table.end()).filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) return refused('empty');
  return { ok: true, value: sheets.map((sheet, at) => ({ ...sheet, name: nameOf(sheet, at) })) };
}

function nameOf({ rows }: Sheet, at: number): string {
  const first = rows[0]?.cells.find((cell) => cell !== '') ?? '';
  return `${at + 1}: ${first.replace(/\s+/g, ' ').slice(0, NAMED_BY)}`;
}
