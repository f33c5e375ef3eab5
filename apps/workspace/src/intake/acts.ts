import { childrenOf, codeOf } from '@dayaq/domain';

/**
 * What was chosen of the two levels, as the acts to record: each second-level code is an act; a first-level code is one
 * only when nothing under it was said more exactly.
 */
export function actsOf(types: readonly string[]): string[] {
  return types.filter((code) => !types.some((other) => codeOf('violation-types', other)?.parent === code));
}

/** Choosing or leaving a code. Leaving a first level leaves what lies under it; choosing a second level keeps its first. */
export function toggleType(types: readonly string[], code: string, on: boolean): string[] {
  const parent = codeOf('violation-types', code)?.parent;
  if (on) return [...new Set([...types, ...(parent === undefined ? [] : [parent]), code])];
  const gone = new Set([code, ...childrenOf('violation-types', code).map((child) => child.code)]);
  return types.filter((element) => !gone.has(element));
}

/** Branches where somebody turned a person away: then it matters which service, and what reason they gave. */
const REFUSING = new Set(['health', 'documents', 'housing', 'work', 'justice']);

/** Whether the reason that was given should be asked. */
export function asksReason(types: readonly string[]): boolean {
  return types.some((code) => REFUSING.has(codeOf('violation-types', code)?.parent ?? code));
}
