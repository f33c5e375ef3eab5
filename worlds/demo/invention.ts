import type { CountryCode, Language } from '@dayaq/domain';
import { dayThere, momentOf } from './days.ts';
import type { GenerateOptions, GeneratingMember } from './generated.ts';
import type { Chance } from './random.ts';
import { type Scenario, type ScenarioKey, SCENARIOS } from './scenarios/index.ts';
import { fill, type Gender, type Telling, type Words, WORDS } from './words/index.ts';

/** What is decided about an invented case before anything of it is written. */
export interface Invention {
  chance: Chance;
  country: CountryCode;
  languages: readonly Language[];
  /** Milliseconds since 1970: nothing happens later. */
  now: number;
  opened: number;
  /** The day on which it was opened, there. */
  today: string;
  author: GeneratingMember;
  coordinator: GeneratingMember;
  owner: GeneratingMember;
  language: Language;
  words: Words;
  /** What the owner writes in: the case's language where they know it. */
  ownerLanguage: Language;
  scenario: Scenario;
  telling: Telling;
  /** Code of `gender-identities`. */
  identity: string;
  /** Code of `age-bands`. */
  ageBand: string;
  dossier: string;
  client: string;
  /** One of the sentences, complete, about this case's client; empty where there are none. */
  say(from: readonly string[] | undefined, words?: Words): string;
}

const USUAL_AGES = { '18-24': 3, '25-34': 5, '35-49': 4, '50-plus': 1 } as const;
const GENDER: Record<string, Gender> = {
  woman: 'woman',
  'trans-woman': 'woman',
  man: 'man',
  'trans-man': 'man',
  'non-binary': 'other',
};

export function invent(options: GenerateOptions, chance: Chance, around: number, now: number): Invention {
  const { country, languages } = options;
  const writers = options.members.filter((member) => member.role !== 'viewer');
  const coordinator = writers.find((member) => member.role === 'coordinator') ?? chance.one(writers);
  const author = chooseAuthor(writers, coordinator, chance);
  const language = languageOf(author, languages, chance);
  const words = WORDS[language];
  const key = chooseScenario(words, country, chance);
  const scenario = SCENARIOS[key];
  const identity = chooseIdentity(scenario, words, chance);
  const today = dayThere(around, country);
  const owner = chance.maybe(0.25) ? chance.one(writers) : author;
  return {
    chance,
    country,
    languages,
    now,
    today,
    opened: Math.min(now, momentOf(today, chance.whole(9, 21), chance.whole(0, 59), country)),
    author,
    coordinator,
    owner,
    language,
    words,
    ownerLanguage: languageFor(owner, language, genderOf(identity), languages, chance),
    scenario,
    telling: words.scenarios[key] ?? { what: [], detail: [] },
    identity,
    ageBand: chance.weighed<string>(scenario.ages ?? USUAL_AGES),
    dossier: chance.id(),
    client: chance.id(),
    say(from, inWords = words) {
      if (from === undefined || from.length === 0) return '';
      return fill(chance.one(from), inWords, chance, genderOf(identity), country);
    },
  };
}

export function genderOf(identity: string): Gender {
  return GENDER[identity] ?? 'other';
}

/** Those who are out on the street open most cases, lawyers some, the coordinator a few. */
function chooseAuthor(
  writers: readonly GeneratingMember[],
  coordinator: GeneratingMember,
  chance: Chance,
): GeneratingMember {
  if (chance.maybe(0.08)) return coordinator;
  const work = chance.maybe(0.16) ? 'law' : 'street';
  const fitting = writers.filter((member) => member.work === work);
  return chance.one(fitting.length > 0 ? fitting : writers);
}

/** A member's language among those asked for; their first most of the time. */
export function languageOf(
  member: GeneratingMember,
  languages: readonly Language[],
  chance: Chance,
): Language {
  const known = member.languages.filter((language) => languages.includes(language));
  const own = known.length > 0 ? known : languages;
  return own[0] !== undefined && chance.maybe(0.7) ? own[0] : chance.one(own);
}

/** What a colleague goes on in: the case's language, or their own where that has words for this client. */
function languageFor(
  member: GeneratingMember,
  language: Language,
  gender: Gender,
  languages: readonly Language[],
  chance: Chance,
): Language {
  if (member.languages.includes(language)) return language;
  const own = languageOf(member, languages, chance);
  return gender === 'other' && WORDS[own].binary ? language : own;
}

function chooseScenario(words: Words, country: CountryCode, chance: Chance): ScenarioKey {
  const weights: Partial<Record<ScenarioKey, number>> = {};
  for (const key of Object.keys(words.scenarios) as ScenarioKey[]) {
    const { only, weight } = SCENARIOS[key];
    if (only === undefined || only === country) weights[key] = weight;
  }
  return chance.weighed(weights);
}

function chooseIdentity(scenario: Scenario, words: Words, chance: Chance): string {
  const spoken = Object.entries(scenario.genders).filter(
    ([identity]) => !words.binary || genderOf(identity) !== 'other',
  );
  return chance.weighed<string>(Object.fromEntries(spoken));
}

/** The sentences one after the other, each once. */
export function joined(...sentences: readonly string[]): string {
  return [...new Set(sentences.filter((sentence) => sentence !== ''))].join(' ');
}

/** Up to `most` of them, at least one, in their order. */
export function some<T>(from: readonly T[], most: number, chance: Chance): T[] {
  const wanted = chance.whole(1, Math.min(most, from.length));
  const left = [...from];
  while (left.length > wanted) left.splice(chance.whole(0, left.length - 1), 1);
  return left;
}
