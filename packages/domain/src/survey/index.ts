/** Surveys: what is asked, what is answered, and what it comes to. */
export { type Language, LANGUAGES } from '../kind.ts';
export * from './check.ts';
export * from './expression.ts';
export * from './few.ts';
export * from './model.ts';
export * from './prepared.ts';
export * from './sheet.ts';
export * from './spoiling.ts';
export * from './standing.ts';
export * from './tally.ts';
