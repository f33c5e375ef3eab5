import { isMinor } from './age.ts';
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

type Fields = Readonly<Record<string, unknown>>;
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

/** Ages that a `person` record allows in a year: the birthday is never asked, so a birth year means two of them. */
export function agesOf(fields: Fields, year: number): Ages | undefined {
  if (typeof fields.birthYear === 'number') {
    const age = year - fields.birthYear;
    if (age >= 0 && age <= 130) return { from: Math.max(0, age - 1), to: age };
  }
  const band = typeof fields.ageBand === 'string' ? fields.ageBand : '';
  if (Object.hasOwn(BANDS, band)) return BANDS[band];
  if (fields.minor === 'yes') return { from: 0, to: 17 };
  return fields.minor === 'no' ? { from: 18, to: 130 } : undefined;
}

function isSon(fields: Fields): boolean {
  const gender = fields.genderIdentity;
  return gender === 'man' || (gender === undefined && fields.sexRecorded === 'male');
}

/**
 * The seeker that a case's records describe.
 * @param person fields of the client's `person` record
 * @param dependants fields of the `person` records of the children who come along
 * @param more what the person record does not hold: the area, papers at hand, providers that the client named
 * @param year the calendar year of the question
 */
export function seekerOf(
  person: Fields,
  dependants: readonly Fields[],
  more: { area: string; papers?: readonly string[]; excludedProviders?: readonly string[] },
  year: number,
): Seeker {
  const groups = new Set<AdmissionGroup>();
  for (const population of texts(person.populations)) {
    const group = Object.hasOwn(BY_POPULATION, population) ? BY_POPULATION[population] : undefined;
    if (group !== undefined) groups.add(group);
  }
  const gender = typeof person.genderIdentity === 'string' ? person.genderIdentity : '';
  for (const group of (Object.hasOwn(BY_GENDER, gender) ? BY_GENDER[gender] : undefined) ?? [])
    groups.add(group);
  if (texts(person.displacement).some((code) => FROM_ABROAD.has(code))) groups.add('migrant');
  if (typeof person.displacement === 'string' && FROM_ABROAD.has(person.displacement)) groups.add('migrant');
  const difficulties = texts(person.disability).filter(
    (code) => !['none', 'unknown', 'prefers-not'].includes(code),
  );
  if (difficulties.length > 0) groups.add('disability');
  if (person.hivStatus === 'positive') groups.add('living-with-hiv');
  if (isMinor(person, year) === 'yes') groups.add('minors');
  if (dependants.length > 0) groups.add('children');
  const ages = agesOf(person, year);
  return {
    groups: [...groups].sort(),
    ...(ages === undefined ? {} : { ages }),
    sons: dependants.filter(isSon).map((son) => {
      const sonAges = agesOf(son, year);
      return sonAges === undefined ? {} : { ages: sonAges };
    }),
    area: more.area,
    languages: texts(person.languages).filter((code) => !['other', 'unknown', 'prefers-not'].includes(code)),
    ...(more.papers === undefined ? {} : { papers: more.papers }),
    excluded: {
      providers: more.excludedProviders ?? [],
      words: typeof person.exclusions === 'string' ? person.exclusions : '',
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
