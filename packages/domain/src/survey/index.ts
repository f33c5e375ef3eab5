/** Surveys: what is asked, what is answered, and what it comes to. */
export { type Language, LANGUAGES } from '../kind.ts';
export {
  CALL_AIMS,
  CALL_LIMITS,
  type CallAim,
  type CallTerms,
  dueGone,
  isDeadline,
  isLate,
  KEEP_MONTHS,
  type KeepMonths,
} from './call.ts';
export { SOME_VALUE } from './bands.ts';
export * from './check.ts';
export * from './edit.ts';
export * from './expression.ts';
export * from './few.ts';
export * from './model.ts';
export * from './picked.ts';
export * from './pictures.ts';
export * from './prepared.ts';
export * from './recorded.ts';
export * from './sheet.ts';
export * from './spoiling.ts';
export * from './standing.ts';
export * from './tally.ts';
