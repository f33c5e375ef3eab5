import {
  type Call,
  CALL_AIMS,
  CALL_LIMITS,
  type CallTerms,
  type Item,
  KEEP_MONTHS,
  type Question,
  readSurvey,
  isCall,
  isDeadline,
  type Words,
  writeSurvey,
} from '@dayaq/domain/survey';
import { createTranslator, type Language, loadVisitorWords, type Translator } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';

/** What can be asked by one press, each with why it is asked, in four languages. Whether the conditions fit is asked always. */
export const READY = ['name', 'reach', 'age', 'place', 'why', 'done', 'need'] as const;

/** What an answer to it tells. */
const TRAITS: Readonly<Record<(typeof READY)[number], Partial<Question>>> = {
  name: { identifies: true },
  reach: { identifies: true },
  age: { type: 'integer', tells: 'age' },
  place: { tells: 'place' },
  why: {},
  done: {},
  need: {},
};

/** Questions of one's own that a call may ask. */
export const MOST_OWN = 12;

export interface Own {
  readonly ask: Words;
  readonly why: Words;
  readonly identifies: boolean;
}

/** What is typed: `title az`, `about az`, `who az`, `stages az` (one a line) and so on; `ready` with names; `own` with `Own`s. */
export type CallForm = Record<string, Value>;

export function callForm(call: Call | null): CallForm {
  const own = call?.items.filter(({ name }) => name.startsWith('own')) ?? [];
  const lines = (language: Language): string =>
    (call?.call.stages ?? []).map((stage) => stage[language] ?? '').join('\n');
  return {
    aim: call?.call.aim ?? '',
    from: numeral(call?.call.from),
    to: numeral(call?.call.to),
    deadline: call?.call.deadline ?? '',
    keep: String(call?.call.keep ?? KEEP_MONTHS[1]),
    ready: call === null ? [...READY] : READY.filter((name) => call.items.some((item) => item.name === name)),
    own: own.map((item) => ({
      ask: item.label,
      why: (item.is === 'question' ? item.hint : undefined) ?? {},
      identifies: item.is === 'question' && item.identifies === true,
    })),
    ...Object.fromEntries(
      (call?.languages ?? []).flatMap((language) => [
        [`title ${language}`, call?.title[language] ?? ''],
        [`about ${language}`, call?.intro[language] ?? ''],
        [`who ${language}`, call?.call.who[language] ?? ''],
        [`stages ${language}`, lines(language)],
      ]),
    ),
  };
}

const numeral = (number: number | undefined): string => (number === undefined ? '' : String(number));

export const textOf = (typed: CallForm, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};
export const ownIn = ({ own }: CallForm): readonly Own[] =>
  Array.isArray(own) ? (own as unknown as readonly Own[]) : [];
export const readyIn = ({ ready }: CallForm): readonly string[] =>
  Array.isArray(ready) ? ready.filter((each): each is string => typeof each === 'string') : [];

/** What holds a call up. */
export type CallFault = 'title' | 'aim' | 'ages' | 'deadline' | 'own' | 'size';

/**
 * The call as it will be published: what is typed, and what is asked by one press in each of the page's languages.
 * @param languages of the public page
 */
export async function madeCall(
  typed: CallForm,
  languages: readonly Language[],
): Promise<{ call: Call } | { fault: CallFault }> {
  const words = (name: string): Words =>
    inLanguages(languages, (language) => textOf(typed, `${name} ${language}`).trim());
  const title = words('title');
  if (Object.keys(title).length === 0) return { fault: 'title' };
  const aim = CALL_AIMS.find((each) => each === typed['aim']);
  if (aim === undefined) return { fault: 'aim' };
  const [from, to] = [ageOf(textOf(typed, 'from')), ageOf(textOf(typed, 'to'))];
  if (from === null || to === null || (from !== undefined && to !== undefined && to < from))
    return { fault: 'ages' };
  const deadline = textOf(typed, 'deadline');
  if (!isDeadline(deadline)) return { fault: 'deadline' };
  const own = ownIn(typed);
  const isSaid = (said: Words): boolean => Object.values(said).some((each) => each.trim() !== '');
  // Nothing is asked of which nobody says why.
  if (own.some(({ ask, why }) => !isSaid(ask) || !isSaid(why))) return { fault: 'own' };
  const terms: CallTerms = {
    aim,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    who: words('who'),
    deadline,
    stages: stagesOf(typed, languages),
    keep: KEEP_MONTHS.find((each) => String(each) === typed['keep']) ?? KEEP_MONTHS[1],
  };
  const said = new Map<Language, Translator>();
  for (const language of languages)
    said.set(language, createTranslator(language, await loadVisitorWords(language)));
  const call: Call = {
    title,
    intro: words('about'),
    languages: [...languages],
    items: [...readyItems(readyIn(typed), said), ...own.map(ownItem)],
    call: terms,
  };
  // What visitors' pages would not read is not published.
  const read = readSurvey(writeSurvey(call));
  return read !== null && isCall(read) ? { call } : { fault: 'size' };
}

function inLanguages(languages: readonly Language[], said: (language: Language) => string): Words {
  return Object.fromEntries(
    languages.map((language) => [language, said(language)]).filter(([, text]) => text !== ''),
  );
}

/** Undefined where nobody says one, null where it is none. */
function ageOf(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  const age = Number(text);
  return Number.isInteger(age) && age >= 0 && age <= CALL_LIMITS.age ? age : null;
}

/** A line each, in every language on the same line. */
function stagesOf(typed: CallForm, languages: readonly Language[]): Words[] {
  const lines = new Map(
    languages.map((each) => [
      each,
      textOf(typed, `stages ${each}`)
        .split('\n')
        .map((line) => line.trim()),
    ]),
  );
  const most = Math.max(0, ...[...lines.values()].map((all) => all.length));
  return Array.from({ length: most }, (_, at) =>
    inLanguages(languages, (each) => lines.get(each)?.[at] ?? ''),
  )
    .filter((stage) => Object.keys(stage).length > 0)
    .slice(0, CALL_LIMITS.stages);
}

function readyItems(chosen: readonly string[], said: ReadonlyMap<Language, Translator>): Item[] {
  const languages = [...said.keys()];
  const saying = (key: Parameters<Translator['t']>[0]): Words =>
    inLanguages(languages, (language) => said.get(language)?.t(key as 'visitors.title') ?? '');
  const fits: Question = {
    is: 'question',
    name: 'fits',
    type: 'one',
    label: saying('visitors.call.ask.fits'),
    hint: saying('visitors.call.why.fits'),
    choices: (['yes', 'no', 'unsure'] as const).map((name) => ({
      name,
      label: saying(`visitors.call.fits.${name}`),
    })),
  };
  return [
    fits,
    ...READY.filter((name) => chosen.includes(name)).map(
      (name): Question => ({
        is: 'question',
        name,
        type: 'text',
        label: saying(`visitors.call.ask.${name}`),
        hint: saying(`visitors.call.why.${name}`),
        ...TRAITS[name],
      }),
    ),
  ];
}

const ownItem = ({ ask, why, identifies }: Own, at: number): Question => ({
  is: 'question',
  name: `own${at + 1}`,
  type: 'text',
  label: ask,
  hint: why,
  ...(identifies ? { identifies: true as const } : {}),
});
