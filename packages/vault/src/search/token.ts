/**
 * Where the words of a list begin in the index: a sign of no alphabet, which the index takes for a letter and no word that
 * somebody typed can hold (`locale/fold` takes it for a space).
 */
const SIGN = '\ue000';

/** Under what a code is found, whatever language its words are typed in. */
export function tokenOf(list: string, code: string): string {
  let hash = 0x811c9dc5;
  for (const letter of `${list} ${code}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return SIGN + (hash >>> 0).toString(36);
}
