import { foldForQuery } from '@dayaq/locale/fold';

const kept = new Map<string, string>();
/** Texts whose folding is remembered: of a register's few hundred different values. */
const MOST_KEPT = 20_000;

/** Words as they sound, in plain letters, by which what was written in four languages and two alphabets is compared. */
export function folded(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = foldForQuery(text).join(' ');
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, made);
  return made;
}

/** What two spellings of a value have in common: how it sounds, or the sign itself where it is none that is spoken, as "+". */
export const valueKey = (value: string): string => folded(value) || value.trim();
