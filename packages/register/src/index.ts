/** Registers as people have them: from a file to rows of which is known what each becomes. Pure. */
export { type Column, type LeftOut, readColumns, type Table } from './columns.ts';
export { type DateOrder, isEitherDay } from './dates.ts';
export { dryRun, type RowReport } from './dry-run.ts';
export { type Encoding, encodingOf, ENCODINGS } from './encoding.ts';
export { valueKey } from './folded.ts';
export { LIMITS } from './limits.ts';
export { type ColumnUse, columnKeys, fits, type Mapping, type OutReason, readMapping } from './mapping.ts';
export { RowPlanner } from './plan-row.ts';
export type { RowFault, RowPlan, RowRecord, RowRemark } from './row-plan.ts';
export {
  countedValues,
  differentValues,
  MOST_VALUES,
  type Proposal,
  propose,
  type Sureness,
  useFor,
  valuesOf,
} from './propose.ts';
export { type Asked, type Chosen, readChosen } from './read-chosen.ts';
export { openRegister, type Register } from './register.ts';
export type { Read, Refusal, RefusalCode, Sheet } from './table.ts';
export {
  fieldsFor,
  isBeside,
  NAMED_BY,
  type RowKind,
  type Subject,
  SUBJECTS,
  type Target,
  targetField,
  targetName,
} from './targets.ts';
export { type CodeChoice, type ValueFault, Words } from './values.ts';
