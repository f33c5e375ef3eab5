/** "Not known" and "prefers not to say" are answers of their own: they stand alone. */
const ALONE = new Set([
  'unknown',
  'prefers-not',
  'none',
  'none-of-these',
  'no-contact',
  'not-sure',
  'unharmed',
]);

/** A set of codes after one was ticked or unticked; an answer that stands alone takes the others' place. */
export function toggled(codes: readonly string[], code: string, on: boolean): string[] {
  const others = codes.filter((element) => element !== code);
  if (!on) return others;
  return ALONE.has(code) ? [code] : [...others.filter((element) => !ALONE.has(element)), code];
}
