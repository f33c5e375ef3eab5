import type { Tables } from '../storage/database.ts';
import { readActs } from '../storage/log.ts';

/** Acts in one answer: with the largest possible acts this stays below 7 MB. */
export const CHARTER_PAGE = 100;

/** A page of a charter, from a seq on, up to and including the act `last` where there is one. */
export async function charterPage(
  tables: Tables,
  space: Uint8Array,
  from: number,
  last: number | null = null,
): Promise<{ acts: Uint8Array[]; more: boolean }> {
  const wanted = last === null ? CHARTER_PAGE + 1 : Math.max(0, Math.min(CHARTER_PAGE + 1, last - from + 1));
  const acts = wanted === 0 ? [] : await readActs(tables, space, { from, limit: wanted });
  return { acts: acts.slice(0, CHARTER_PAGE), more: acts.length > CHARTER_PAGE };
}
