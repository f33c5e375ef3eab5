import { isName, otherKey, SURVEY_LIMITS } from './model.ts';
import type { Prepared } from './prepared.ts';
import { type Answer, ANSWER_LIMITS, type Answers, kept, keyOf, MARKS } from './standing.ts';

/** How answers travel and are stored: said as texts, a mark as its place in `MARKS`. */
export type WrittenAnswers = Readonly<Record<string, readonly string[] | number>>;

export const SHEET_LIMITS = {
  answers: 4 * SURVEY_LIMITS.questions,
  /** Characters of all that is said on one sheet. */
  characters: 60_000,
} as const;

export function writeAnswers(answers: Answers): WrittenAnswers {
  return Object.fromEntries(
    [...answers].map(([key, answer]) => [key, 'said' in answer ? answer.said : MARKS.indexOf(answer.mark)]),
  );
}

/** Whatever fits the shape; the rest is left out. */
export function readAnswers(value: unknown): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return answers;
  let room: number = SHEET_LIMITS.characters;
  for (const [key, each] of Object.entries(value).slice(0, SHEET_LIMITS.answers)) {
    const [name = '', turn, ...rest] = key.split('#');
    if (!isName(name) || rest.length > 0 || (turn !== undefined && !/^[1-9]\d?$/.test(turn))) continue;
    if (typeof each === 'number') {
      const mark = MARKS[each];
      if (mark !== undefined) answers.set(key, { mark });
    } else if (Array.isArray(each) && each.length <= SURVEY_LIMITS.choices && each.every(isSaid)) {
      room -= each.reduce((sum, text) => sum + text.length, 0);
      if (room < 0) break;
      answers.set(key, { said: each });
    }
  }
  return answers;
}

const isSaid = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= ANSWER_LIMITS.text;

/** A sheet as it is stored: what the sender's program sent, as far as the survey asks for it. Null where it says nothing at all. */
export function sheetOf(prepared: Prepared, raw: unknown, today: string): string | null {
  const answers = kept(prepared, readAnswers(raw), today);
  if (answers.size === 0) return null;
  const text = JSON.stringify(writeAnswers(answers));
  return text.length <= 2 * SHEET_LIMITS.characters ? text : null;
}

/** A stored sheet's answers. */
export function readSheet(text: string): Map<string, Answer> {
  try {
    return readAnswers(JSON.parse(text));
  } catch {
    return new Map();
  }
}

/** Everything that one question was answered with on a sheet; several where it was asked several times. */
export function answersTo(prepared: Prepared, answers: Answers, name: string): (Answer | undefined)[] {
  const repeat = prepared.byName.get(name)?.repeat ?? null;
  if (repeat === null) return [answers.get(name)];
  const found: Answer[] = [];
  for (let turn = 1; turn <= (repeat.repeat ?? 1); turn += 1) {
    const answer = answers.get(keyOf(name, turn));
    if (answer !== undefined) found.push(answer);
  }
  return found;
}

/** What somebody said in their own words. */
export interface Said {
  /** Whose, by the place of their sheet among those that were given. */
  readonly sheet: number;
  readonly text: string;
}

/** What one question was answered with in words, or what stands beside its "other": of all sheets, sorted, so that no order of coming is left. */
export function wordsSaid(prepared: Prepared, sheets: readonly Answers[], name: string): Said[] {
  const question = prepared.byName.get(name)?.question;
  const wanted = question?.type === 'text' ? name : otherKey(name);
  const found = sheets.flatMap((answers, sheet) =>
    [...answers].flatMap(([key, answer]) =>
      'said' in answer && key.split('#')[0] === wanted ? answer.said.map((text) => ({ sheet, text })) : [],
    ),
  );
  return found.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}
