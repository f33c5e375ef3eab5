import type { RowKind } from './targets.ts';
import type { RowFault, RowFields, RowRemark } from './row-plan.ts';

/** A code of a kind of which one cell may name several. */
export interface SaidCode {
  code: string;
  /** Of what no code says. */
  words?: string;
  /** The sheet's own word, where it is not a name of the code. */
  own?: string;
}

/** What one row says, before it is known to which record of its dossier each of it belongs. */
export interface RowSaid {
  /** As numbered in the file. */
  number: number;
  fields: ReadonlyMap<RowKind, RowFields>;
  several: ReadonlyMap<RowKind, readonly SaidCode[]>;
  /** By `<kind>.<field>`: the name of the column and the cell, as the file has them. */
  cells: ReadonlyMap<string, string>;
  notes: readonly string[];
  faults: readonly RowFault[];
  remarks: readonly RowRemark[];
}
