/** A row as it stands in the file. */
export interface SheetRow {
  /** From 1, as a spreadsheet numbers it; in a text file the line on which it begins. */
  number: number;
  /** Cells from the first column on; those behind the last filled one are left out. */
  cells: string[];
}

/** A range of cells that are shown as one, rows as numbered, columns from 0, ends included. */
export interface Merge {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

/** A sheet of a workbook, or a whole text file, before anything is known of what it means. */
export interface Sheet {
  /** Empty for a text file. */
  name: string;
  rows: SheetRow[];
  /** Columns that the sheet hides, from 0. */
  hiddenColumns: ReadonlySet<number>;
  hiddenRows: number;
  merges: readonly Merge[];
  /** Rows of a text file, as numbered, that end before the others do. */
  cut?: ReadonlySet<number>;
}

/** Why a file cannot be brought in. */
export type RefusalCode =
  /** More bytes than `LIMITS.bytes`. */
  | 'too-large'
  /** A workbook that unpacks to more than `LIMITS.unpacked`. */
  | 'too-large-inside'
  | 'too-many-rows'
  | 'too-many-columns'
  /** Not one filled cell. */
  | 'empty'
  /** Columns have names, and no row stands under them. */
  | 'no-rows'
  /** Behind a password. */
  | 'protected'
  /** Excel before 2007. */
  | 'old-excel'
  /** Neither text nor a workbook. */
  | 'no-table'
  /** Begins like a workbook and cannot be read. */
  | 'damaged'
  /** A quotation that never ends, or goes on behind its end. */
  | 'quote';

export interface Refusal {
  code: RefusalCode;
  sheet?: string;
  /** As numbered in the file. */
  row?: number;
}

export type Read<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const refused = (code: RefusalCode, where: Omit<Refusal, 'code'> = {}): Read<never> => ({
  ok: false,
  refusal: { code, ...where },
});
