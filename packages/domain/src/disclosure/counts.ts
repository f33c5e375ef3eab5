/** Counts below it tell of single people. */
export const THRESHOLD = 5;

/** What may be shown of a count: null where it is kept back. */
export type Shown = number | null;

/** Whether a count tells of single people. */
export const isSmall = (count: number, threshold = THRESHOLD): boolean => count > 0 && count < threshold;

/**
 * What may be shown of counts whose sum is known. Small ones are kept back, and as many more, the smallest first, until what is kept
 * back are at least two that together are no small number: one alone is the sum less the others. Nobody is nobody: a zero is shown
 * unless it is needed for that. Of a sum that is small itself nothing is shown. @param also places to be kept back for another reason
 */
export function protectCounts(
  counts: readonly number[],
  threshold = THRESHOLD,
  also: ReadonlySet<number> = new Set(),
): Shown[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (isSmall(total, threshold)) return counts.map(() => null);
  const hidden = new Set(
    counts.flatMap((count, at) => (isSmall(count, threshold) || also.has(at) ? [at] : [])),
  );
  if (hidden.size === 0) return [...counts];
  const sumHidden = (): number => [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  // A zero hides nothing while somebody else can: it comes last.
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => !hidden.has(at))
    .sort((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  for (const { at } of others) {
    if (hidden.size >= 2 && sumHidden() >= threshold) break;
    hidden.add(at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}
