import type { Tables } from '../storage/database.ts';
import { readActs } from '../storage/log.ts';

/** Acts in one answer: with the largest possible acts this stays below 7 MB. */
export const CHARTER_PAGE = 100;

/** A page of a charter, from a seq on. */
export async function charterPage(
  tables: Tables,
  space: Uint8Array,
  from: number,
): Promise<{ acts: Uint8Array[]; more: boolean }> {
  const acts = await readActs(tables, space, from, CHARTER_PAGE + 1);
  return { acts: acts.slice(0, CHARTER_PAGE), more: acts.length > CHARTER_PAGE };
}
