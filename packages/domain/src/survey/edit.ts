import { type Language, LANGUAGES } from '../kind.ts';
import { EXPRESSION_PARTS, type ExpressionPart } from './check.ts';
import { straightened } from './expression.ts';
import {
  type Choice,
  type Group,
  type Item,
  OTHER,
  otherKey,
  type Question,
  type QuestionType,
  type Survey,
  SURVEY_LIMITS,
  type Words,
} from './model.ts';

/** The items with one of them changed, wherever it stands; null takes it away. */
export function withItem(
  items: readonly Item[],
  name: string,
  change: (item: Item) => Item | null,
): readonly Item[] {
  return items.flatMap((item): readonly Item[] => {
    if (item.name === name) {
      const changed = change(item);
      return changed === null ? [] : [changed];
    }
    return item.is === 'group' ? [{ ...item, items: withItem(item.items, name, change) }] : [item];
  });
}

/** The items with one more at the end: of the group of that name, or of all. */
export const withAdded = (items: readonly Item[], into: string | null, item: Item): readonly Item[] =>
  into === null
    ? [...items, item]
    : withItem(items, into, (group) =>
        group.is === 'group' ? { ...group, items: [...group.items, item] } : group,
      );

export type Step = 'up' | 'down';

/**
 * One step up or down the page. A question goes into the group that it meets, and at a group's end out of it; a group passes what it
 * meets, so that none comes to stand within another. At either end of all it stays.
 */
export function moved(items: readonly Item[], name: string, step: Step): readonly Item[] {
  const at = items.findIndex((item) => item.name === name);
  if (at < 0)
    return items.flatMap((item): readonly Item[] => {
      if (item.is !== 'group') return [item];
      const inside = item.items.findIndex((each) => each.name === name);
      const found = item.items[inside];
      const isAtEdge = inside === (step === 'up' ? 0 : item.items.length - 1);
      if (found === undefined || !isAtEdge) return [{ ...item, items: moved(item.items, name, step) }];
      const rest = { ...item, items: item.items.filter((each) => each !== found) };
      return step === 'up' ? [found, rest] : [rest, found];
    });
  const item = items[at] as Item;
  const next = items[step === 'up' ? at - 1 : at + 1];
  if (next === undefined) return items;
  const rest = items.filter((each) => each !== item);
  if (item.is === 'question' && next.is === 'group') {
    const inside = step === 'up' ? [...next.items, item] : [item, ...next.items];
    return rest.map((each) => (each === next ? { ...next, items: inside } : each));
  }
  const to = step === 'up' ? at - 1 : at + 1;
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A name that nothing has yet: the base with a number. */
export function freeName(items: readonly Item[], base: string): string {
  const taken = new Set<string>();
  const take = (all: readonly Item[]): void => {
    for (const item of all) {
      taken.add(item.name);
      taken.add(otherKey(item.name));
      if (item.is === 'group') take(item.items);
    }
  };
  take(items);
  for (let number = 1; ; number += 1) {
    const name = `${base}${number}`;
    if (!taken.has(name) && !taken.has(otherKey(name))) return name;
  }
}

/** The name of one more choice of a list. */
export function freeChoice(choices: readonly Choice[]): string {
  for (let number = choices.length + 1; ; number += 1) {
    const name = `c${number}`;
    if (name !== OTHER && choices.every((each) => each.name !== name)) return name;
  }
}

const takesList = (type: QuestionType): boolean => type === 'one' || type === 'many';

/** A new question. Wherever there is a list, something else can be said, unless its makers take that away. */
export const newQuestion = (name: string, type: QuestionType): Question => ({
  is: 'question',
  name,
  type,
  label: {},
  ...(takesList(type) ? { choices: [], other: true as const } : {}),
});

export const newGroup = (name: string): Group => ({ is: 'group', name, label: {}, items: [] });

/** The question as one of another type: what belongs to the former alone goes. */
export function retyped(question: Question, type: QuestionType): Question {
  if (question.type === type) return question;
  const { choices, other, choiceFilter, calculation: _, constraint, constraintMessage, ...rest } = question;
  const list = takesList(type)
    ? {
        choices: choices ?? [],
        ...(choices === undefined || other === true ? { other: true as const } : {}),
        ...(choiceFilter === undefined ? {} : { choiceFilter }),
      }
    : {};
  const isBound = NUMBERS.has(question.type) && NUMBERS.has(type);
  return {
    ...rest,
    type,
    ...list,
    ...(isBound && constraint !== undefined ? { constraint } : {}),
    ...(isBound && constraintMessage !== undefined ? { constraintMessage } : {}),
  };
}
const NUMBERS: ReadonlySet<QuestionType> = new Set(['integer', 'decimal']);

/** Whose condition, or what is reckoned, asks for an answer by this name. */
export function askedFor(survey: Pick<Survey, 'items'>, name: string): string[] {
  const mentions = `\${${name}}`;
  const found = (items: readonly Item[]): string[] =>
    items.flatMap((item) => [
      ...(EXPRESSION_PARTS.some((part) =>
        (part in item ? ((item as Partial<Record<ExpressionPart, string>>)[part] ?? '') : '')
          .replace(/\$\{\s*([^}]*?)\s*\}/g, '${$1}')
          .includes(mentions),
      )
        ? [item.name]
        : []),
      ...(item.is === 'group' ? found(item.items) : []),
    ]);
  return found(survey.items);
}

/** Words that stand in some of the survey's languages and in others not, by what they are of. */
export interface Missing {
  /** Of the question or group; empty for what stands above all. */
  readonly name: string;
  readonly language: Language;
}

/** Which words are missing in which of the survey's languages: whoever reads in one of these sees another's. */
export function missingWords({ title, intro, languages, items }: Survey): Missing[] {
  const found: Missing[] = [];
  const look = (name: string, ...all: readonly (Words | undefined)[]): void => {
    for (const language of languages)
      if (all.some((words) => isSaid(words) && !words?.[language]?.trim())) found.push({ name, language });
  };
  look('', title, intro);
  for (const item of flat(items))
    look(
      item.name,
      item.label,
      ...(item.is === 'question'
        ? [item.hint, item.constraintMessage, ...(item.choices ?? []).map(({ label }) => label)]
        : []),
    );
  return found;
}

const isSaid = (words: Words | undefined): boolean =>
  Object.values(words ?? {}).some((each) => each.trim() !== '');

export function* flat(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    if (item.is === 'group') yield* flat(item.items);
  }
}

/**
 * As it is saved: no blanks around, nothing empty, straight quotation marks, and the languages in one order. An XLSForm of it says the
 * same when it is read again.
 */
export function tidied(survey: Survey): Survey {
  const [first = 'en', ...others] = survey.languages;
  return {
    ...survey,
    title: tidyWords(survey.title),
    intro: tidyWords(survey.intro),
    languages: [first, ...LANGUAGES.filter((each) => each !== first && others.includes(each))],
    items: survey.items.map(tidyItem),
  };
}

/** As a spreadsheet's cell holds it: without what no document can say. */
const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .trim();

function tidyWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words)
      .map(([language, text]) => [language, tidyText(text)] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** Parts of a question that stand there again where they say something. */
const TIDIED: ReadonlySet<string> = new Set([...EXPRESSION_PARTS, 'hint', 'constraintMessage', 'choices']);

function tidyItem(item: Item): Item {
  const expressions = Object.fromEntries(
    EXPRESSION_PARTS.flatMap((part) => {
      const text = part in item ? (item as Partial<Record<ExpressionPart, string>>)[part] : undefined;
      const tidy = text === undefined ? '' : tidyText(straightened(text));
      return tidy === '' ? [] : [[part, tidy]];
    }),
  );
  if (item.is === 'group') {
    const { relevant: _, ...rest } = item;
    return { ...rest, label: tidyWords(item.label), ...expressions, items: item.items.map(tidyItem) };
  }
  const { hint, constraintMessage, choices } = item;
  const rest = Object.fromEntries(
    Object.entries(item).filter(([part]) => !TIDIED.has(part)),
  ) as unknown as Question;
  return {
    ...rest,
    label: tidyWords(item.label),
    ...expressions,
    ...(isSaid(hint) ? { hint: tidyWords(hint ?? {}) } : {}),
    ...(isSaid(constraintMessage) ? { constraintMessage: tidyWords(constraintMessage ?? {}) } : {}),
    ...(choices === undefined
      ? {}
      : { choices: choices.map((each) => ({ ...each, label: tidyWords(each.label) })) }),
  };
}

/** How many questions and groups there are, of those that fit. */
export const roomFor = (items: readonly Item[]): number => SURVEY_LIMITS.questions - [...flat(items)].length;

/** Questions that stand before one, or before a group: an answer that is asked for later is not there yet. */
export function questionsBefore(items: readonly Item[], name: string): Question[] {
  const found: { readonly question: Question; readonly repeat: Group | undefined }[] = [];
  /** The groups around it, once it is reached. */
  const walk = (all: readonly Item[], around: readonly Group[]): readonly Group[] | null => {
    for (const item of all) {
      if (item.name === name) return around;
      if (item.is === 'question')
        found.push({ question: item, repeat: around.find(({ repeat }) => repeat !== undefined) });
      const reached = item.is === 'group' ? walk(item.items, [...around, item]) : null;
      if (reached !== null) return reached;
    }
    return null;
  };
  const around = walk(items, []);
  if (around === null) return [];
  return found.flatMap(({ question, repeat }) =>
    question.type === 'note' || (repeat !== undefined && !around.includes(repeat)) ? [] : [question],
  );
}
