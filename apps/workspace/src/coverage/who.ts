import type { AdmissionGroup, Seeker } from '@dayaq/domain';

/** Somebody for whom the way is measured, without a name or a case. */
export interface Who {
  groups: readonly AdmissionGroup[];
  /** Ages of the sons who come along. */
  sons: readonly number[];
}

/** People for whom the way differs most often. Of anybody, nothing is a reason to be turned away. */
export const EXAMPLES = {
  anybody: { groups: [], sons: [] },
  woman: { groups: ['women'], sons: [] },
  mother: { groups: ['women', 'children'], sons: [9, 15] },
  'trans-woman': { groups: ['trans', 'women'], sons: [] },
  man: { groups: ['men'], sons: [] },
  'uses-drugs': { groups: ['uses-drugs'], sons: [] },
  'living-with-hiv': { groups: ['living-with-hiv'], sons: [] },
  disability: { groups: ['disability'], sons: [] },
  minor: { groups: ['minors'], sons: [] },
} as const satisfies Record<string, Who>;
export type Example = keyof typeof EXAMPLES;
export const EXAMPLE_NAMES = Object.keys(EXAMPLES) as readonly Example[];

/** What somebody may be, each a reason for some service to turn them away. Where people come from follows the map. */
export const TRAITS = [
  'women',
  'men',
  'trans',
  'lgb',
  'uses-drugs',
  'living-with-hiv',
  'tuberculosis',
  'sex-work',
  'ex-prisoner',
  'migrant',
  'disability',
  'minors',
  'children',
] as const satisfies readonly AdmissionGroup[];

/** The example that is exactly this person, or null. */
export function exampleOf(who: Who): Example | null {
  const key = ({ groups, sons }: Who): string => `${[...groups].sort().join()} ${sons.join()}`;
  return EXAMPLE_NAMES.find((name) => key(EXAMPLES[name]) === key(who)) ?? null;
}

/** Sons are children who come along, said or not; who is not said to be a minor is grown up. */
export function seekerFor({ groups, sons }: Who): Seeker {
  const all = new Set<AdmissionGroup>([...groups, ...(sons.length > 0 ? (['children'] as const) : [])]);
  return {
    groups: [...all].sort(),
    ages: all.has('minors') ? { from: 0, to: 17 } : { from: 18, to: 130 },
    sons: sons.map((age) => ({ ages: { from: age, to: age } })),
    area: '',
    languages: [],
    excluded: { providers: [], words: '' },
  };
}

const MOST_SONS = 12;
const MOST_AGE = 17;

/** Ages as they are typed: "9, 15", "9 15". Empty is no sons. @returns null where it cannot be read */
export function readAges(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const ages = parts.map(Number);
  const isGood = ages.every((age) => Number.isInteger(age) && age >= 0 && age <= MOST_AGE);
  return isGood && ages.length <= MOST_SONS ? ages : null;
}
