/**
 * Steps of distance to one that lets the person in, nearest first; then where one can only ask, and where there is nobody.
 * Each has its own shade and its own pattern on the map.
 */
export const STEPS = ['here', 'to-50', 'to-100', 'to-200', 'over-200', 'asks-first', 'nowhere'] as const;
export type Step = (typeof STEPS)[number];

/** @param km to the nearest that admits: 0 in the district itself, null where none does */
export function stepOf(km: number | null): Step {
  if (km === null) return 'nowhere';
  if (km === 0) return 'here';
  if (km <= 50) return 'to-50';
  if (km <= 100) return 'to-100';
  return km <= 200 ? 'to-200' : 'over-200';
}

/** How many districts stand at each step. */
export function countSteps(rows: readonly { step: Step }[]): Readonly<Record<Step, number>> {
  const counts = {
    here: 0,
    'to-50': 0,
    'to-100': 0,
    'to-200': 0,
    'over-200': 0,
    'asks-first': 0,
    nowhere: 0,
  };
  for (const { step } of rows) counts[step] += 1;
  return counts;
}
