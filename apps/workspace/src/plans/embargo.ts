import type { PlanSheet } from './plan-sheet.ts';

declare const LEAVES: unique symbol;
/** A sheet that may go out now: paper, table, the IATI file and the view for a meeting take no other. */
export type LeavingSheet = PlanSheet & { readonly [LEAVES]: true };

/**
 * The sheet as it may go out. While anything of it is under embargo it goes out by a deliberate word alone: a member who has it could
 * copy it out in any case, but nobody shall do so by a press of a button that looks like any other day.
 * @param word somebody said that whoever gets it keeps the embargo
 */
export const sheetThatLeaves = (sheet: PlanSheet, word: boolean): LeavingSheet | null =>
  sheet.embargo.length > 0 && !word ? null : (sheet as LeavingSheet);
