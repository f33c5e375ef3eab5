import type { SheetRow } from '../table.ts';

/** A sheet of a form: its first filled row names the columns. */
export interface NamedSheet {
  readonly name: string;
  readonly header: SheetRow;
  readonly rows: readonly SheetRow[];
}
