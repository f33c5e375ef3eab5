import { type Language, LANGUAGES, readingOrder } from '../kind.ts';
import { type CallTerms, callOf } from './call.ts';
import { isPicture, type Picture } from './pictures.ts';
import { type RecordedIn, recordedIn } from './recorded.ts';
import { fieldsOf, isWhole, listOf, NoSurvey, stop, textOf, type Words, wordsOf } from './reading.ts';

export type { Words };

export interface Choice {
  /** Stands in answers and in conditions: no blanks. */
  readonly name: string;
  readonly label: Words;
  readonly picture?: Picture;
  /** Further columns of the list, by which `choiceFilter` chooses. */
  readonly marks?: Readonly<Record<string, string>>;
}

export const QUESTION_TYPES = [
  'text',
  'integer',
  'decimal',
  'date',
  'one',
  'many',
  'note',
  'calculate',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What an answer tells of the person: where they live, how old they are, to which group they belong. */
export const TELLS = ['place', 'age', 'group'] as const;
export type Tells = (typeof TELLS)[number];

export interface Question {
  readonly is: 'question';
  readonly name: string;
  readonly type: QuestionType;
  readonly label: Words;
  readonly hint?: Words;
  /** Of `one` and `many`. */
  readonly choices?: readonly Choice[];
  /** Something else can be said, in own words; they stand under `otherKey`. */
  readonly other?: true;
  readonly relevant?: string;
  readonly constraint?: string;
  readonly constraintMessage?: Words;
  /** Of `calculate`. */
  readonly calculation?: string;
  readonly choiceFilter?: string;
  readonly tells?: Tells;
  /** Numbers and services stand beside it. */
  readonly support?: true;
  /** Its answer names somebody, or how to reach them. */
  readonly identifies?: true;
  /** In somebody's voice, for who does not read. */
  readonly recorded?: RecordedIn;
}

export interface Group {
  readonly is: 'group';
  readonly name: string;
  readonly label: Words;
  readonly relevant?: string;
  /** Asked anew for each of several: how often at most. Not within another that is. */
  readonly repeat?: number;
  readonly items: readonly Item[];
}

export type Item = Question | Group;

export interface Survey {
  readonly title: Words;
  readonly intro: Words;
  readonly languages: readonly Language[];
  readonly items: readonly Item[];
  /** It takes a code to answer: the key that signs for what codes are changed for, SPKI in base64url. */
  readonly codes?: string;
  /** It is an open call, and whoever answers applies. */
  readonly call?: CallTerms;
}

/** A survey that is a call. */
export type Call = Survey & { readonly call: CallTerms };
export const isCall = (survey: Survey): survey is Call => survey.call !== undefined;

export const SURVEY_LIMITS = {
  /** Bytes of a survey as it is written. */
  bytes: 120 * 1024,
  questions: 500,
  /** Groups within each other. */
  depth: 8,
  choices: 400,
  repeat: 20,
  /** Characters. */
  name: 64,
  label: 2000,
  choiceLabel: 300,
  expression: 2000,
  codes: 600,
  /** Sounds of one survey: a question has one in each language. */
  sounds: 120,
  /** Bytes of one: a minute of speech over a poor network. */
  sound: 256 * 1024,
} as const;

/** A choice that every question with `other` has. */
export const OTHER = 'other';
export const otherKey = (name: string): string => `${name}_other`;
export const isName = (text: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text) && text.length <= SURVEY_LIMITS.name;

/** Every question, with the groups around it, outermost first. */
export function* questionsOf(
  items: readonly Item[],
  around: readonly Group[] = [],
): Generator<{ readonly question: Question; readonly around: readonly Group[] }> {
  for (const item of items) {
    if (item.is === 'question') yield { question: item, around };
    else yield* questionsOf(item.items, [...around, item]);
  }
}

/** The sounds that a survey's questions are heard by, each once. */
export const soundsOf = ({ items }: Pick<Survey, 'items'>): string[] => [
  ...new Set(
    [...questionsOf(items)].flatMap(({ question }) =>
      Object.values(question.recorded ?? {}).map(({ sound }) => sound),
    ),
  ),
];

/** How many questions somebody is asked: what is only read or reckoned is none. */
export const askedCount = ({ items }: Pick<Survey, 'items'>): number =>
  [...questionsOf(items)].filter(({ question: { type } }) => type !== 'note' && type !== 'calculate').length;

/** A text, and in which language it stands. */
export interface Spoken {
  readonly text: string;
  readonly language: Language;
}

/**
 * One text of the four: in the language asked for, else in that one of the survey's that its readers most likely read. Empty, in the
 * language asked for, where there is none.
 */
export function spokenIn(words: Words, language: Language, survey: Pick<Survey, 'languages'>): Spoken {
  const found = readingOrder(language).find(
    (each) => words[each] && (each === language || survey.languages.includes(each)),
  );
  return { text: words[found ?? language] ?? '', language: found ?? language };
}

/** The text alone. */
export const wordsIn = (words: Words, language: Language, survey: Pick<Survey, 'languages'>): string =>
  spokenIn(words, language, survey).text;

/** As it is hashed, signed and published. */
export const writeSurvey = (survey: Survey): string => JSON.stringify(survey);

/** Null where it is none, or passes a limit: whoever signed it may have used any program. */
export function readSurvey(text: string): Survey | null {
  const survey = readUnfinished(text);
  return survey === null || [...questionsOf(survey.items)].length === 0 ? null : survey;
}

/** The same of one that is being made: it may ask nothing yet. */
export function readUnfinished(text: string): Survey | null {
  if (text.length > SURVEY_LIMITS.bytes) return null;
  try {
    const value = fieldsOf(JSON.parse(text));
    const languages = listOf(value['languages'], 8).map((each) => {
      const known = LANGUAGES.find((language) => language === each);
      return known ?? stop();
    });
    if (languages.length === 0 || new Set(languages).size !== languages.length) stop();
    const room = { questions: SURVEY_LIMITS.questions, choices: 8 * SURVEY_LIMITS.choices };
    const items = listOf(value['items'], SURVEY_LIMITS.questions).map((each) => itemOf(each, 0, false, room));
    const { codes, call } = value;
    if (soundsOf({ items }).length > SURVEY_LIMITS.sounds) stop();
    return {
      title: wordsOf(value['title'], 300),
      intro: wordsOf(value['intro'], SURVEY_LIMITS.label),
      languages,
      items,
      ...(codes === undefined ? {} : { codes: textOf(codes, SURVEY_LIMITS.codes) }),
      ...(call === undefined ? {} : { call: callOf(call) }),
    };
  } catch (error) {
    if (error instanceof NoSurvey || error instanceof SyntaxError) return null;
    throw error;
  }
}

const nameOf = (value: unknown): string => (typeof value === 'string' && isName(value) ? value : stop());

interface Room {
  questions: number;
  choices: number;
}

/** The optional parts that are there, each read by its reader. */
function parts<T>(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  read: (value: unknown) => T,
): Record<string, T> {
  return Object.fromEntries(
    names.flatMap((name) => (fields[name] === undefined ? [] : [[name, read(fields[name])]])),
  );
}

const expressionOf = (value: unknown): string => textOf(value, SURVEY_LIMITS.expression);

function itemOf(value: unknown, depth: number, repeats: boolean, room: Room): Item {
  const fields = fieldsOf(value);
  room.questions -= 1;
  if (room.questions < 0 || depth > SURVEY_LIMITS.depth) stop();
  const label = wordsOf(fields['label'], SURVEY_LIMITS.label);
  const name = nameOf(fields['name']);
  if (fields['is'] === 'group') {
    const { repeat } = fields;
    if (repeat !== undefined && (repeats || !isWhole(repeat, 1, SURVEY_LIMITS.repeat))) stop();
    const items = listOf(fields['items'], SURVEY_LIMITS.questions).map((each) =>
      itemOf(each, depth + 1, repeats || repeat !== undefined, room),
    );
    return {
      is: 'group',
      name,
      label,
      ...parts(fields, ['relevant'], expressionOf),
      ...(repeat === undefined ? {} : { repeat: repeat as number }),
      items,
    };
  }
  const type = QUESTION_TYPES.find((each) => each === fields['type']) ?? stop();
  const tells = TELLS.find((each) => each === fields['tells']);
  const choices =
    type === 'one' || type === 'many'
      ? { choices: listOf(fields['choices'], SURVEY_LIMITS.choices).map((each) => choiceOf(each, room)) }
      : {};
  return {
    is: 'question',
    name,
    type,
    label,
    ...choices,
    ...parts(fields, ['relevant', 'constraint', 'calculation', 'choiceFilter'], expressionOf),
    ...parts(fields, ['hint', 'constraintMessage'], (each) => wordsOf(each, SURVEY_LIMITS.label)),
    ...parts(fields, ['recorded'], recordedIn),
    ...(fields['other'] === true ? { other: true as const } : {}),
    ...(fields['support'] === true ? { support: true as const } : {}),
    ...(fields['identifies'] === true ? { identifies: true as const } : {}),
    ...(tells === undefined ? {} : { tells }),
  };
}

function choiceOf(value: unknown, room: Room): Choice {
  room.choices -= 1;
  if (room.choices < 0) stop();
  const fields = fieldsOf(value);
  const name = textOf(fields['name'], SURVEY_LIMITS.name);
  if (name === '' || /\s/.test(name)) stop();
  const { marks, picture } = fields;
  return {
    name,
    label: wordsOf(fields['label'], SURVEY_LIMITS.choiceLabel),
    ...(isPicture(picture) ? { picture } : {}),
    ...(marks === undefined
      ? {}
      : {
          marks: Object.fromEntries(
            Object.entries(fieldsOf(marks))
              .slice(0, 20)
              .map(([mark, said]) => [mark, textOf(said, SURVEY_LIMITS.choiceLabel)]),
          ),
        }),
  };
}
