import { childrenOf, codeOf } from '@dayaq/domain';

/**
 * What was chosen of the two levels, as the acts to record: each second-level code is an act; a first-level code is one
 * only when nothing under it was said more exactly.
 */
export function actsOf(types: readonly string[]): string[] {
  return types.filter((code) => !types.some((other) => codeOf('violation-types', other)?.parent === code));
}

/** The act that says that somebody is threatened: one who was threatened, or whom nobody protected, is a threat today. */
export function threatActOf(types: readonly string[]): 'threat' | 'protection-refused' | undefined {
  const acts = actsOf(types);
  return (['threat', 'protection-refused'] as const).find((act) => acts.includes(act));
}

/** Choosing or leaving a code. Leaving a first level leaves what lies under it; choosing a second level keeps its first. */
export function toggleType(types: readonly string[], code: string, on: boolean): string[] {
  const parent = codeOf('violation-types', code)?.parent;
  if (on) return [...new Set([...types, ...(parent === undefined ? [] : [parent]), code])];
  const gone = new Set([code, ...childrenOf('violation-types', code).map((child) => child.code)]);
  return types.filter((element) => !gone.has(element));
}

/**
 * The first level and the act named more exactly under it are one act: what was told of the first goes over to the other,
 * either way, so that nobody says it twice.
 */
export function carryOver<T>(
  acts: Record<string, T>,
  before: readonly string[],
  after: readonly string[],
): Record<string, T> {
  const gone = actsOf(before).filter((act) => !actsOf(after).includes(act));
  const come = actsOf(after).filter((act) => !actsOf(before).includes(act));
  const next = { ...acts };
  for (const from of gone) {
    const told = acts[from];
    const to = come.find((act) => branchOf(act) === branchOf(from));
    if (told === undefined || to === undefined) continue;
    next[to] = told;
    delete next[from];
  }
  return next;
}

const branchOf = (act: string): string => codeOf('violation-types', act)?.parent ?? act;

/** Where it helps to know which station, clinic or office; people are not asked about beyond what they are. */
const INSTITUTIONS = new Set([
  'police',
  'security-service',
  'health-worker',
  'prison',
  'prosecutor',
  'court',
  'migration-service',
  'state-service',
  'school',
  'employer',
  'media',
  'organisation',
  'group',
]);

/** What is asked of a perpetrator of this type beside the type; null: nothing. */
export function askedOf(type: string): 'unit' | 'typeOther' | null {
  if (type === 'other') return 'typeOther';
  return INSTITUTIONS.has(type) ? 'unit' : null;
}

/** Whether every act says who did it. @param by types of perpetrators, for each act */
export function isSettled(by: readonly (readonly string[])[]): boolean {
  return by.length > 0 && by.every((types) => types.length > 0);
}

/** Branches where somebody turned a person away: then it matters which service, and what reason they gave. */
const REFUSING = new Set(['health', 'documents', 'housing', 'work', 'justice']);

/** Whether the reason that was given should be asked. */
export function asksReason(types: readonly string[]): boolean {
  return types.some((code) => REFUSING.has(codeOf('violation-types', code)?.parent ?? code));
}
