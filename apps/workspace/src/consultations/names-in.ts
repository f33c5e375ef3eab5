/** Organisations that are written down at once. */
export const MOST_NAMES = 100;
/** Characters of a name, as its field has it. */
const LONGEST = 200;

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * The names in a text, one a line, each once and none that is `there`. `tooLong`: which line is no name any more, from 1;
 * nothing is cut.
 */
export function namesIn(text: string, there: readonly string[]): { names: string[]; tooLong: number | null } {
  const taken = new Set(there.map(folded));
  const names: string[] = [];
  let tooLong: number | null = null;
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const name = line.replace(/\s+/g, ' ').trim();
    if (name.length > LONGEST) tooLong ??= at + 1;
    if (name === '' || taken.has(folded(name))) continue;
    taken.add(folded(name));
    names.push(name);
  }
  return { names, tooLong };
}
