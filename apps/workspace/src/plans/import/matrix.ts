import { fieldOf } from '@dayaq/domain';
import type { Change, FieldOp, Id, RecordView, Value } from '@dayaq/vault/client';
import { textIn } from '@dayaq/acts/record-values';

/**
 * A matrix of recommendations, as the bodies that review states publish it: a table with a row for each, and in between rows of one
 * cell that say what those below are about. Nothing of it is guessed: what each column is, is for a person to say.
 */

/** What a column can be: a field of a commitment, what it is about, or which cycle it is of. */
export const MATRIX_TARGETS = [
  'number',
  'text',
  'name',
  'nameEn',
  'nameAz',
  'nameRu',
  'nameTg',
  'askedBy',
  'answer',
  'place',
  'note',
  'theme',
  'cycle',
] as const;
export type MatrixTarget = (typeof MATRIX_TARGETS)[number];

export interface MatrixMapping {
  /** By the column's place in the file, from 0. A target stands once. */
  columns: ReadonlyMap<number, MatrixTarget>;
  /** What the words of the column of answers mean, as codes of `commitment-answers`. */
  answers: ReadonlyMap<string, string>;
  /** Of a file with several cycles, the one that comes in. */
  cycle: string | null;
}

export type MatrixFault =
  /** Neither its own words nor a name. */
  | 'no-words'
  /** A text is longer than its field takes: nothing is cut. */
  | 'too-long'
  /** What its answer means was not said. */
  | 'answer'
  /** Another row before it has the same number, or where there are none the same words. */
  | 'twice';

/** A row of the file, as what it becomes. */
export interface MatrixRow {
  /** As numbered in the file. */
  row: number;
  theme: string;
  /** The same whenever the same one is brought in: its number, else its words. */
  key: string;
  fields: Readonly<Record<string, string>>;
  faults: readonly MatrixFault[];
  /** The field that is too long. */
  field?: string;
}

/** What of a table is read here: rows with their cells, merged ones filled. */
interface Rows {
  columns: readonly { at: number }[];
  rows: readonly { number: number; cells: readonly string[] }[];
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The different texts of the column that is a target, in the order in which they come; rows of one cell have none. */
export function textsOfTarget(
  { columns, rows }: Rows,
  mapping: Pick<MatrixMapping, 'columns'>,
  target: MatrixTarget,
): string[] {
  const at = [...mapping.columns].find(([, each]) => each === target)?.[0];
  if (at === undefined) return [];
  const texts = rows
    .filter((row) => headingOf(row, columns.length) === null)
    .map(({ cells }) => (cells[at] ?? '').trim());
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** A row that is one cell across the whole table, or has one cell alone where there are several columns. */
function headingOf({ cells }: { cells: readonly string[] }, columns: number): string | null {
  if (columns < 2) return null;
  const filled = cells.filter((cell) => cell !== '');
  const isOne = new Set(filled).size === 1 && (filled.length === 1 || filled.length >= columns);
  return isOne ? (filled[0] ?? null) : null;
}

/** Reads every row as it is mapped; rows of other cycles are left out and counted. */
export function readMatrix(table: Rows, mapping: MatrixMapping): { rows: MatrixRow[]; otherCycles: number } {
  const rows: MatrixRow[] = [];
  const seen = new Set<string>();
  let heading = '';
  let otherCycles = 0;
  for (const row of table.rows) {
    const above = headingOf(row, table.columns.length);
    if (above !== null) {
      heading = above;
      continue;
    }
    const said = new Map(
      [...mapping.columns].map(([at, target]) => [target, (row.cells[at] ?? '').trim()] as const),
    );
    const cycle = said.get('cycle') ?? '';
    if (mapping.cycle !== null && cycle !== mapping.cycle) {
      otherCycles += 1;
      continue;
    }
    rows.push(rowOf(row.number, said, heading, mapping, seen));
  }
  return { rows, otherCycles };
}

function rowOf(
  row: number,
  said: ReadonlyMap<MatrixTarget, string>,
  heading: string,
  { answers }: MatrixMapping,
  seen: Set<string>,
): MatrixRow {
  const fields: Record<string, string> = { what: 'recommendation' };
  const faults: MatrixFault[] = [];
  for (const [target, text] of said)
    if (target !== 'theme' && target !== 'cycle' && target !== 'answer' && text !== '') fields[target] = text;
  const words =
    fields['text'] ?? fields['name'] ?? fields['nameEn'] ?? fields['nameAz'] ?? fields['nameRu'] ?? '';
  if (words === '') faults.push('no-words');
  fields['name'] ??= fields['nameEn'] ?? words;
  const answer = said.get('answer') ?? '';
  if (answer !== '') {
    const code = answers.get(answer);
    if (code === undefined) faults.push('answer');
    else fields['answer'] = code;
  }
  const theme = said.get('theme') || heading;
  const long = isTooLong('theme', 'name', theme)
    ? ['theme']
    : Object.entries(fields).find(([field, text]) => isTooLong('commitment', field, text));
  if (long !== undefined) faults.push('too-long');
  const { number } = fields;
  const key = number === undefined ? `words/${folded(words)}` : `number/${folded(number)}`;
  if (seen.has(key)) faults.push('twice');
  seen.add(key);
  return {
    row,
    theme,
    key,
    fields,
    faults,
    ...(long?.[0] === undefined ? {} : { field: long[0] }),
  };
}

function isTooLong(kind: string, field: string, text: string): boolean {
  const type = fieldOf(kind, field)?.type;
  return type?.is === 'text' && text.length > type.max;
}

/** What a row comes to in the plan as it stands. */
export interface MatrixOutcome {
  row: MatrixRow;
  is: 'new' | 'changed' | 'same' | 'fault';
  record: Id;
  /** Of one that is there: what it says now, and what it would say. */
  differs: readonly { field: string; from: string; to: string }[];
}

/** By which names ids are asked for, so that the same row has the same one whoever brings it in. */
export const matrixNames = (plan: Id, rows: readonly MatrixRow[]): string[] => [
  ...rows.map(({ key }) => `matrix/${plan}/${key}`),
  ...themesOf(rows).map((theme) => `matrix/${plan}/theme/${folded(theme)}`),
];

const themesOf = (rows: readonly MatrixRow[]): string[] => [
  ...new Map(
    rows.filter(({ theme }) => theme !== '').map(({ theme }) => [folded(theme), theme] as const),
  ).values(),
];

/**
 * Compares rows with what is there. A row is the one that was brought in before, else the one that bears its number. Nothing that is
 * there is taken away, and what a row does not say stays as it was.
 * @param idOf the id of each of `matrixNames`
 */
export function matrixOutcomes(
  plan: Id,
  rows: readonly MatrixRow[],
  records: readonly RecordView[],
  idOf: (name: string) => Id,
): MatrixOutcome[] {
  const there = records.filter(({ kind, deleted }) => kind === 'commitment' && !deleted);
  const byId = new Map(there.map((record) => [record.id, record]));
  const byNumber = new Map(
    there.toReversed().map((record) => [folded(textIn(record, 'number')), record] as const),
  );
  return rows.map((row) => {
    const own = idOf(`matrix/${plan}/${row.key}`);
    const { number } = row.fields;
    const known = byId.get(own) ?? (number === undefined ? undefined : byNumber.get(folded(number)));
    const record = known?.id ?? own;
    if (row.faults.length > 0) return { row, is: 'fault', record, differs: [] };
    if (known === undefined) return { row, is: 'new', record, differs: [] };
    const differs = Object.entries(row.fields).flatMap(([field, to]) => {
      const from = textIn(known, field);
      return from === to ? [] : [{ field, from, to }];
    });
    return { row, is: differs.length === 0 ? 'same' : 'changed', record, differs };
  });
}

/** One entry: the themes that are not there yet, and each row that is new or changed. */
export function matrixChanges(
  plan: Id,
  outcomes: readonly MatrixOutcome[],
  records: readonly RecordView[],
  idOf: (name: string) => Id,
): Change[] {
  const live = records.filter(({ deleted }) => !deleted);
  const themes = new Map<string, Id>();
  const changes: Change[] = [];
  const wanted = outcomes.filter(({ is }) => is === 'new' || is === 'changed');
  for (const theme of themesOf(wanted.filter(({ is }) => is === 'new').map(({ row }) => row))) {
    const known = live.find(
      (record) => record.kind === 'theme' && folded(textIn(record, 'name')) === folded(theme),
    );
    const id = known?.id ?? idOf(`matrix/${plan}/theme/${folded(theme)}`);
    themes.set(folded(theme), id);
    if (known === undefined) changes.push({ kind: 'theme', record: id, fields: set({ name: theme }) });
  }
  for (const { is, record, row, differs } of wanted) {
    const theme = themes.get(folded(row.theme));
    const said =
      is === 'new'
        ? { ...row.fields, ...(theme === undefined ? {} : { theme }) }
        : Object.fromEntries(differs.map(({ field, to }) => [field, to]));
    changes.push({ kind: 'commitment', record, fields: set(said) });
  }
  return changes;
}

const set = (values: Readonly<Record<string, Value>>): Record<string, FieldOp> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { set: value }]));
