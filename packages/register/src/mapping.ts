import type { Column, Table } from './columns.ts';
import type { DateOrder } from './dates.ts';
import { folded } from './folded.ts';
import { isSubject, type Subject, type Target, targetField } from './targets.ts';
import type { CodeChoice } from './values.ts';

/** Why a column was left out by itself; a person may decide otherwise, but for codes built from a person. */
export type OutReason = 'empty' | 'consent' | 'identity' | 'person-code' | 'row-number' | 'currency';

/** What becomes of a column. */
export type ColumnUse =
  | {
      as: 'field';
      target: Target;
      order: DateOrder | null;
      /** By the value's key (`valueKey`). */
      choices: Record<string, CodeChoice>;
    }
  /** Its words come along in a note, under its name. */
  | { as: 'note' }
  | { as: 'out' };

/** How a register is read: one use for each column, and what stands for all rows. Plain data, kept for the next file. */
export interface Mapping {
  /** Names of the columns, folded, in their order: what the mapping is for. */
  columns: string[];
  /** What its rows tell of. */
  about: Subject;
  /** Rows with one number are one case. A person says so: a number may also stand there twice by mistake. */
  gathers: boolean;
  uses: ColumnUse[];
  /** Code of the list `statuses` for rows that say none; null until somebody has chosen. */
  status: string | null;
}

/** The names by which a mapping is known to be for these columns. */
export function columnKeys(columns: readonly Column[]): string[] {
  return columns.map(({ name }) => folded(name));
}

/** Whether a kept mapping is for these very columns. */
export function fits(mapping: Mapping, table: Table): boolean {
  const keys = columnKeys(table.columns);
  return (
    mapping.columns.length === keys.length &&
    mapping.uses.length === keys.length &&
    mapping.columns.every((key, at) => key === keys[at])
  );
}

/** Reads what was kept, perhaps by an older version: null where it is none or names what is no longer there. */
export function readMapping(kept: unknown): Mapping | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { columns, about, gathers, uses, status } = kept as { [K in keyof Mapping]?: unknown };
  if (!Array.isArray(columns) || !columns.every((each) => typeof each === 'string')) return null;
  if (!Array.isArray(uses) || !uses.every(isUse)) return null;
  return {
    columns,
    about: isSubject(about) ? about : 'case',
    gathers: gathers === true,
    uses,
    status: typeof status === 'string' ? status : null,
  };
}

function isUse(use: unknown): use is ColumnUse {
  if (typeof use !== 'object' || use === null || !('as' in use)) return false;
  if (use.as === 'note' || use.as === 'out') return true;
  if (use.as !== 'field' || !('target' in use) || !('choices' in use)) return false;
  const target = use.target as Target;
  return typeof use.choices === 'object' && use.choices !== null && targetField(target) !== undefined;
}
