import { isMinor } from './age.ts';
import { carefulReading, type Doubted, standing } from './careful.ts';
import type { AdmissionGroup } from './kinds/service.ts';
import { saidIn } from './same-name.ts';

/** Ages that somebody may have, both included. */
export interface Ages {
  from: number;
  to: number;
}

/** Who looks for help, as far as it decides where they are let in. */
export interface Seeker {
  /** Groups that a service might turn away. */
  groups: readonly AdmissionGroup[];
  /** Undefined where nothing is known. */
  ages?: Ages;
  /** Sons who come along; without `ages`, of an age that is not known. */
  sons: readonly { ages?: Ages }[];
  /** Area code, or empty. */
  area: string;
  /** Codes of the list `languages`. */
  languages: readonly string[];
  /** Codes of the list `documents` that the person can show; undefined where nobody asked. */
  papers?: readonly string[];
  /** Whom the client does not want near the case. */
  excluded: {
    /** Provider ids. */
    providers: readonly string[];
    /** In the client's own words. */
    words: string;
  };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const BY_POPULATION: Readonly<Record<string, AdmissionGroup>> = {
  'living-with-hiv': 'living-with-hiv',
  'sex-work': 'sex-work',
  'uses-drugs': 'uses-drugs',
  trans: 'trans',
  'gay-bisexual-man': 'lgb',
  'lesbian-bisexual-woman': 'lgb',
  'ex-prisoner': 'ex-prisoner',
  tuberculosis: 'tuberculosis',
  migrant: 'migrant',
  disability: 'disability',
};
const BY_GENDER: Readonly<Record<string, readonly AdmissionGroup[]>> = {
  woman: ['women'],
  man: ['men'],
  'trans-woman': ['trans', 'women'],
  'trans-man': ['trans', 'men'],
  'non-binary': ['trans'],
};
const FROM_ABROAD = new Set(['refugee', 'asylum-seeker', 'migrant-worker', 'stateless']);
const BANDS: Readonly<Record<string, Ages>> = {
  '0-13': { from: 0, to: 13 },
  '14-17': { from: 14, to: 17 },
  '18-24': { from: 18, to: 24 },
  '25-34': { from: 25, to: 34 },
  '35-49': { from: 35, to: 49 },
  '50-plus': { from: 50, to: 130 },
};

/**
 * Ages that a `person` record allows in a year: the birthday is never asked, so a birth year means two of them. Of versions that
 * stand beside each other, all that any of them allows; undefined as soon as one says nothing.
 */
export function agesOf(person: Doubted, year: number): Ages | undefined {
  const ways: readonly [field: string, ages: (value: unknown) => Ages | undefined][] = [
    ['birthYear', (born) => (typeof born === 'number' ? agesBornIn(born, year) : undefined)],
    ['ageBand', (band) => (typeof band === 'string' && Object.hasOwn(BANDS, band) ? BANDS[band] : undefined)],
    [
      'minor',
      (minor) => (minor === 'yes' ? { from: 0, to: 17 } : minor === 'no' ? { from: 18, to: 130 } : undefined),
    ],
  ];
  let ages: Ages | undefined;
  for (const [field, agesBy] of ways) {
    const said = standing(person, field).map(agesBy);
    for (const each of said)
      if (each !== undefined)
        ages = { from: Math.min(each.from, ages?.from ?? 130), to: Math.max(each.to, ages?.to ?? 0) };
    if (!said.includes(undefined)) return ages;
  }
  return undefined;
}

function agesBornIn(born: number, year: number): Ages | undefined {
  const age = year - born;
  return age >= 0 && age <= 130 ? { from: Math.max(0, age - 1), to: age } : undefined;
}

function isSon(child: Doubted): boolean {
  return standing(child, 'genderIdentity').some(
    (gender) =>
      gender === 'man' ||
      ((gender ?? undefined) === undefined && standing(child, 'sexRecorded').includes('male')),
  );
}

/** Codes of a field, one or several, in any of its versions. */
const codesIn = (person: Doubted, field: string): string[] =>
  standing(person, field).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));

/** Groups to which a person belongs by what any version of their record says. */
function groupsOf(person: Doubted, year: number): Set<AdmissionGroup> {
  const groups = new Set<AdmissionGroup>();
  for (const population of codesIn(person, 'populations')) {
    const group = Object.hasOwn(BY_POPULATION, population) ? BY_POPULATION[population] : undefined;
    if (group !== undefined) groups.add(group);
  }
  for (const gender of codesIn(person, 'genderIdentity'))
    for (const group of (Object.hasOwn(BY_GENDER, gender) ? BY_GENDER[gender] : undefined) ?? [])
      groups.add(group);
  if (codesIn(person, 'displacement').some((code) => FROM_ABROAD.has(code))) groups.add('migrant');
  const isDifficulty = (code: string): boolean => !['none', 'unknown', 'prefers-not'].includes(code);
  if (codesIn(person, 'disability').some(isDifficulty)) groups.add('disability');
  if (codesIn(person, 'hivStatus').includes('positive')) groups.add('living-with-hiv');
  if (isMinor(person, year) === 'yes') groups.add('minors');
  return groups;
}

/**
 * The seeker that a case's records describe. Of versions that stand beside each other, whoever might turn the person away for
 * one of them counts.
 * @param person the client's `person` record
 * @param dependants the `person` records of the children who come along
 * @param more what the person record does not hold: the area, papers at hand, providers that the client named
 * @param year the calendar year of the question
 */
export function seekerOf(
  person: Doubted,
  dependants: readonly Doubted[],
  more: { area: string; papers?: readonly string[]; excludedProviders?: readonly string[] },
  year: number,
): Seeker {
  const groups = groupsOf(person, year);
  if (dependants.length > 0) groups.add('children');
  const ages = agesOf(person, year);
  const { languages, exclusions } = carefulReading({ ...person, kind: 'person' });
  return {
    groups: [...groups].sort(),
    ...(ages === undefined ? {} : { ages }),
    sons: dependants.filter(isSon).map((son) => {
      const sonAges = agesOf(son, year);
      return sonAges === undefined ? {} : { ages: sonAges };
    }),
    area: more.area,
    languages: texts(languages).filter((code) => !['other', 'unknown', 'prefers-not'].includes(code)),
    ...(more.papers === undefined ? {} : { papers: more.papers }),
    excluded: {
      providers: more.excludedProviders ?? [],
      words: typeof exclusions === 'string' ? exclusions : '',
    },
  };
}

/** Reads the seeker's exclusions once; the answer says whether a provider of that id and those names is excluded. */
export function exclusionTest(
  seeker: Pick<Seeker, 'excluded'>,
): (provider: string, names: readonly string[]) => boolean {
  const ids = new Set(seeker.excluded.providers);
  const said = saidIn(seeker.excluded.words);
  return (provider, names) => ids.has(provider) || said.means(names);
}
