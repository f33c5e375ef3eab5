import { protectCounts, protectTable, type Shown } from '@dayaq/domain/disclosure';
import {
  type Answers,
  cross,
  type Language,
  isCounted,
  isCrossed,
  MARKS,
  NO_TOPIC,
  NOT_ASKED,
  OTHER,
  type Placed,
  type Prepared,
  SOME_VALUE,
  tally,
  tallyTopics,
  wordsIn,
} from '@dayaq/domain/survey';
import { formatCsv } from '@dayaq/domain/csv';
import { type Topic, topicsOf } from '@dayaq/acts/survey/topics';
import { type Came, topicsOn } from './came.ts';
import type { Cell, Sheet } from '../costs/report/workbook.ts';

/** What the tables are worded with. */
export interface TableWords {
  readonly language: Language;
  readonly marks: Readonly<Record<string, string>>;
  readonly other: string;
  readonly notAsked: string;
  readonly someValue: string;
  /** Behind the name of a question whose answers in words are counted by topic. */
  readonly topics: string;
  readonly noTopic: string;
  readonly hidden: string;
  readonly all: string;
  readonly answer: string;
  readonly people: string;
}

export interface Frequency {
  readonly name: string;
  readonly label: string;
  readonly rows: readonly { readonly answer: string; readonly shown: Shown }[];
}

export const labelOf = (
  { question }: Placed,
  { survey }: Prepared,
  { language }: Pick<TableWords, 'language'>,
): string => wordsIn(question.label, language, survey) || question.name;

/** What a row of a table is called. */
export function answerLabel(placed: Placed, { survey }: Prepared, answer: string, words: TableWords): string {
  if (answer === NOT_ASKED) return words.notAsked;
  if (answer === SOME_VALUE) return words.someValue;
  const mark = MARKS.find((each) => answer === `(${each})`);
  if (mark !== undefined) return words.marks[mark] ?? answer;
  if (answer === OTHER && placed.question.other === true) return words.other;
  const choice = placed.question.choices?.find(({ name }) => name === answer);
  return choice === undefined ? answer : wordsIn(choice.label, words.language, survey) || answer;
}

/** A row that stands there only where somebody is in it: a mark, or those under or over what is told apart. */
const isRowOnlyIfSaid = (answer: string): boolean => /^[(<≥]/.test(answer);

/** How often each question was answered with what, as it may be shown. */
export function frequencies(prepared: Prepared, sheets: readonly Answers[], words: TableWords): Frequency[] {
  return prepared.placed.filter(isCounted).map((placed) => {
    const { rows } = tally(prepared, sheets, placed.question.name);
    const shown = protectCounts(rows.map(({ count }) => count));
    return {
      name: placed.question.name,
      label: labelOf(placed, prepared, words),
      rows: rows.flatMap(({ answer, count }, at) =>
        count === 0 && isRowOnlyIfSaid(answer)
          ? []
          : [{ answer: answerLabel(placed, prepared, answer, words), shown: shown[at] ?? null }],
      ),
    };
  });
}

/**
 * How many people said something of each topic, of every question to which topics were made, as it may be shown. How many said
 * anything beside "other" is told by the question's own table: where that keeps it back, so does this.
 * @param counted the tables of the questions themselves
 */
export function topicTables(
  prepared: Prepared,
  came: readonly Came[],
  topics: readonly Topic[],
  counted: readonly Frequency[],
  words: TableWords,
): Frequency[] {
  const sheets = came.map(({ answers }) => answers);
  return prepared.placed.flatMap((placed) => {
    const { name } = placed.question;
    const names = topicsOf(topics, name);
    if (names.length === 0) return [];
    const { rows } = tallyTopics(prepared, sheets, name, names, (at) =>
      came[at] === undefined ? [] : topicsOn(came[at], name),
    );
    const other = counted
      .find((table) => table.name === name)
      ?.rows.find(({ answer }) => answer === words.other);
    const isKeptBack = other !== undefined && other.shown === null;
    const shown = isKeptBack ? rows.map(() => null) : protectCounts(rows.map(({ count }) => count));
    return [
      {
        name: `${name}/topics`,
        label: `${labelOf(placed, prepared, words)}: ${words.topics}`,
        rows: rows.map(({ answer }, at) => ({
          answer: answer === NO_TOPIC ? words.noTopic : answer,
          shown: shown[at] ?? null,
        })),
      },
    ];
  });
}

/** Questions of which two make a table. */
export const crossable = ({ placed }: Prepared): readonly Placed[] => placed.filter(isCrossed);

/** Rows of two questions together, the first naming the columns; null where nothing of it may be shown. */
export function crossRows(
  prepared: Prepared,
  sheets: readonly Answers[],
  down: string,
  across: string,
  words: TableWords,
): string[][] | null {
  const { rows, columns, counts } = cross(prepared, sheets, down, across);
  const table = protectTable(counts);
  const [first, second] = [prepared.byName.get(down), prepared.byName.get(across)];
  if (table === null || first === undefined || second === undefined) return null;
  const shown = (count: Shown): string => (count === null ? words.hidden : String(count));
  return [
    ['', ...columns.map((each) => answerLabel(second, prepared, each, words)), words.all],
    ...rows.map((each, at) => [
      answerLabel(first, prepared, each, words),
      ...(table.cells[at] ?? []).map(shown),
      shown(table.rowSums[at] ?? null),
    ]),
    [words.all, ...table.columnSums.map(shown), shown(table.total)],
  ];
}

/** The same as sheets of a workbook: the counts of every question, and two questions by each other where they are shown so. */
export function tablesAsSheets(
  tables: readonly Frequency[],
  table: readonly string[][] | null,
  words: TableWords,
  names: { readonly tables: string; readonly crossed: string },
): Sheet[] {
  const strong = (text: string): Cell => ({ text, strong: true });
  const rows = tables.flatMap(({ label, rows: counts }): Cell[][] => [
    [strong(label)],
    [{ text: words.answer }, { text: words.people }],
    ...counts.map(({ answer, shown }): Cell[] => [
      { text: answer },
      shown === null ? { text: words.hidden } : { number: shown },
    ]),
    [],
  ]);
  const crossed = (table ?? []).map((row) =>
    row.map((each): Cell => (/^\d+$/.test(each) ? { number: Number(each) } : { text: each })),
  );
  const [first = []] = crossed;
  return [
    { name: names.tables, rows, widths: [40, 12] },
    ...(table === null ? [] : [{ name: names.crossed, rows: crossed, widths: first.map(() => 20) }]),
  ];
}

/** Everything that is shown as one file: what is shown is what is given. */
export function tablesAsCsv(
  tables: readonly Frequency[],
  table: readonly string[][] | null,
  words: TableWords,
): string {
  const rows = tables.flatMap(({ label, rows: counts }) => [
    [label],
    [words.answer, words.people],
    ...counts.map(({ answer, shown }) => [answer, shown === null ? words.hidden : String(shown)]),
    [],
  ]);
  return `\ufeff${formatCsv([...rows, ...(table ?? [])])}`;
}
