import { bandsOf } from './bands.ts';
import type { Placed, Prepared } from './prepared.ts';
import { answersTo, wordsSaid } from './sheet.ts';
import { type Answer, type Answers, MARKS } from './standing.ts';
import { OTHER } from './model.ts';

/** What stands for a question that a person was never asked. */
export const NOT_ASKED = '(not asked)';
const markName = (mark: string): string => `(${mark})`;
const MARK_ROWS: readonly string[] = [...MARKS.map(markName), NOT_ASKED];

/** How often a question was answered with what. Of a question of several choices the counts exceed the sheets. */
export interface Tally {
  /** Choices in the survey's order, or numbers and days in stretches of theirs; then the marks, and who was not asked. */
  readonly rows: readonly { readonly answer: string; readonly count: number }[];
  readonly sheets: number;
}

/** Whether a question's answers are counted; words are read instead. */
export const isCounted = ({ question: { type } }: Placed): boolean =>
  type === 'one' || type === 'many' || type === 'integer' || type === 'decimal' || type === 'date';

/** Each person stands once in every row that they chose. */
export function rowsOf(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [NOT_ASKED];
  return 'mark' in answer ? [markName(answer.mark)] : answer.said;
}

/** In the order of a table: as the survey has them, marks behind. */
export function rowNames({ question }: Placed, said: Iterable<string>): string[] {
  const choices = (question.choices ?? []).map(({ name }) => name);
  const known =
    question.choices === undefined ? [] : [...choices, ...(question.other === true ? [OTHER] : [])];
  const further = [...new Set(said)].filter((each) => !known.includes(each) && !MARK_ROWS.includes(each));
  return [...known, ...further.sort(), ...MARK_ROWS];
}

export function tally(prepared: Prepared, sheets: readonly Answers[], name: string): Tally {
  const placed = prepared.byName.get(name);
  if (placed === undefined) return { rows: [], sheets: sheets.length };
  const said = sheets.map((sheet) => answersTo(prepared, sheet, name));
  const bands = bandsOf(
    placed,
    said.flatMap((answers) =>
      answers.flatMap((answer) => (answer !== undefined && 'said' in answer ? answer.said : [])),
    ),
  );
  const rowsIn = (answer: Answer | undefined): readonly string[] =>
    bands !== null && answer !== undefined && 'said' in answer
      ? answer.said.map(bands.rowOf)
      : rowsOf(answer);
  const counts = new Map<string, number>();
  for (const answers of said)
    for (const row of new Set(answers.flatMap(rowsIn))) counts.set(row, (counts.get(row) ?? 0) + 1);
  const names = bands === null ? rowNames(placed, counts.keys()) : [...bands.rows, ...MARK_ROWS];
  return {
    rows: names.map((answer) => ({ answer, count: counts.get(answer) ?? 0 })),
    sheets: sheets.length,
  };
}

/** What stands for words that nobody has put under a topic. */
export const NO_TOPIC = '(no topic)';

/**
 * How many people said something of each topic, in their own words to one question. Whoever said several things stands under each;
 * `sheets` is how many said anything.
 * @param topicsOf the topics of a sheet, by its place; others than those of `topics` are left out
 */
export function tallyTopics(
  prepared: Prepared,
  sheets: readonly Answers[],
  name: string,
  topics: readonly string[],
  topicsOf: (sheet: number) => readonly string[],
): Tally {
  const spoke = [...new Set(wordsSaid(prepared, sheets, name).map(({ sheet }) => sheet))];
  const under = spoke.map((sheet) => topicsOf(sheet).filter((topic) => topics.includes(topic)));
  return {
    rows: [
      ...topics.map((answer) => ({ answer, count: under.filter((each) => each.includes(answer)).length })),
      { answer: NO_TOPIC, count: under.filter((each) => each.length === 0).length },
    ],
    sheets: spoke.length,
  };
}

export interface Cross {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly counts: readonly (readonly number[])[];
}

/** Whether a question stands in a cross table: each person in exactly one row, so that margins are sums. */
export const isCrossed = ({ question: { type }, repeat }: Placed): boolean =>
  type === 'one' && repeat === null;

/** How often the answers to two questions came together. */
export function cross(prepared: Prepared, sheets: readonly Answers[], down: string, across: string): Cross {
  const [first, second] = [prepared.byName.get(down), prepared.byName.get(across)];
  if (first === undefined || second === undefined || !isCrossed(first) || !isCrossed(second))
    return { rows: [], columns: [], counts: [] };
  const pairs = sheets.map(
    (sheet) => [rowsOf(sheet.get(down))[0] ?? '', rowsOf(sheet.get(across))[0] ?? ''] as const,
  );
  const rows = rowNames(
    first,
    pairs.map(([row]) => row),
  );
  const columns = rowNames(
    second,
    pairs.map(([, column]) => column),
  );
  const counts = rows.map(() => columns.map(() => 0));
  for (const [row, column] of pairs) {
    const line = counts[rows.indexOf(row)];
    const at = columns.indexOf(column);
    if (line !== undefined) line[at] = (line[at] ?? 0) + 1;
  }
  return { rows, columns, counts };
}
