import { isDay } from '../fuzzy-date.ts';
import { MOST_CELLS, protectCounts, protectTable, type Shown, THRESHOLD } from '../disclosure/index.ts';
import type { SaidBefore } from './before.ts';
import type { Count } from './count.ts';
import type { GivenNumbers, GivenTable } from './given-table.ts';
import { readQuestion, type Question, writeQuestion } from './question.ts';
import type { Part } from './statement.ts';

/** Why nothing of a figure can leave. */
export type Refusal =
  /** It counts people who did not agree to be in statistics. */
  | 'not-agreed'
  /** So few that even their number would tell of single people. */
  | 'too-few'
  /** More cells than can be looked through. */
  | 'too-large'
  /** Taken together with what was given before, it would tell of single people. */
  | 'with-before';

const MAKE = Symbol('only by the gate');

/**
 * A figure of which everything may leave: files, prints and what others of the space read are made of this and of nothing else. Only
 * `give` makes it of a count, and `readGiven` of what it was written down as.
 */
export class Given implements GivenNumbers {
  readonly question: Question;
  readonly tables: readonly GivenTable[];
  readonly all: GivenNumbers['all'];
  readonly overlaps: boolean;
  readonly perhaps: Shown;
  readonly undated: Shown;
  readonly withheld: Shown;
  /** The day that it is as of, YYYY-MM-DD. */
  readonly day: string;

  constructor(made: typeof MAKE, parts: { readonly [K in keyof Given]: Given[K] }) {
    if (made !== MAKE) throw new Error('made by the gate alone');
    this.question = parts.question;
    this.tables = parts.tables;
    this.all = parts.all;
    this.overlaps = parts.overlaps;
    this.perhaps = parts.perhaps;
    this.undated = parts.undated;
    this.withheld = parts.withheld;
    this.day = parts.day;
  }
}

const alone = (count: number): Shown => (count > 0 && count < THRESHOLD ? null : count);

/** Whether a number of a table would tell of single people, together with what was said before: null stands for all of a side. */
type Tells = (names: readonly (string | null)[], count: number, part?: Part) => boolean;

/**
 * What may leave of a count, as of a day, beside all that left before. A number that would tell of single people together with an
 * earlier one is kept back, and others with it; nothing leaves where that is not enough.
 */
export function give(count: Count, day: string, before: SaidBefore): Given | Refusal {
  const { question, all } = count;
  if (question.who !== 'agreed') return 'not-agreed';
  const low = alone(all.low);
  if (low === null) return 'too-few';
  const tells: Tells = (...said) => before.tellsBy(question, ...said);
  if (tells([], low)) return 'with-before';
  // Where that is not enough, what was kept back before stays so.
  const tellsNew: Tells = (names, number, part) =>
    tells(names, number, part) || !before.knows(question, names, part);
  for (const kept of [tells, tellsNew]) {
    const given = giveWithout(kept, count, low, day);
    if (given === 'too-large' || !before.tellsWith(given)) return given;
  }
  return 'with-before';
}

function giveWithout(tells: Tells, count: Count, low: number, day: string): Given | 'too-large' {
  const { question, sides, cells, all, overlaps } = count;
  // What stands in several places is no number of anything in a sum.
  const hasSums = !overlaps || question.basis === 'one';
  const tables =
    sides.length === 3 ? slices(sides, cells, tells, hasSums) : oneTable(null, sides, cells, tells, hasSums);
  if (tables === null) return 'too-large';
  // What is estimated beyond what is known is a number of its own.
  const beside = (count: number, part: Part): Shown => (tells([], count, part) ? null : alone(count));
  const high = beside(all.high - all.low, 'beyond') === null ? null : all.high;
  return new Given(MAKE, {
    question,
    tables,
    all: { low, high },
    overlaps,
    perhaps: beside(count.perhaps, 'perhaps'),
    undated: beside(count.undated, 'undated'),
    withheld: beside(count.withheld, 'withheld'),
    day,
  });
}

const placesOf = (length: number, tells: (at: number) => boolean): Set<number> =>
  new Set([...Array(length).keys()].filter(tells));

function oneTable(
  of: string | null,
  sides: readonly (readonly string[])[],
  cells: readonly number[],
  tells: Tells,
  hasSums: boolean,
): GivenTable[] | null {
  const [rows, columns] = sides;
  if (rows === undefined) return [];
  const above = of === null ? [] : [of];
  if (columns === undefined) {
    const also = placesOf(rows.length, (at) => tells([...above, rows[at] ?? ''], cells[at] ?? 0));
    const shown = protectCounts(cells, THRESHOLD, also);
    return [{ of, rows, columns: [''], cells: shown.map((each) => [each]), rowSums: [], columnSums: [] }];
  }
  if (rows.length * columns.length > MOST_CELLS) return null;
  const counts = rows.map((_, row) => cells.slice(row * columns.length, (row + 1) * columns.length));
  // Where only the margins can be shown, the cells are kept back, all of them.
  const hidden = counts.map((line) => line.map((): Shown => null));
  const sums = counts.map((line) => line.reduce((sum, each) => sum + each, 0));
  const across = columns.map((_, at) => counts.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  const also = {
    cells: counts.map((line, row) =>
      placesOf(line.length, (at) => tells([...above, rows[row] ?? '', columns[at] ?? ''], line[at] ?? 0)),
    ),
    rows: placesOf(hasSums ? rows.length : 0, (at) => tells([...above, rows[at] ?? '', null], sums[at] ?? 0)),
    columns: placesOf(hasSums ? columns.length : 0, (at) =>
      tells([...above, null, columns[at] ?? ''], across[at] ?? 0),
    ),
  };
  const table = protectTable(counts, THRESHOLD, also);
  return [
    {
      of,
      rows,
      columns,
      cells: table?.cells ?? hidden,
      rowSums: table?.rowSums ?? protectCounts(sums, THRESHOLD, also.rows),
      columnSums: table?.columnSums ?? protectCounts(across, THRESHOLD, also.columns),
    },
  ];
}

/** Of those whose number is kept back there is no table: it would say the number. */
function slices(
  sides: readonly (readonly string[])[],
  cells: readonly number[],
  tells: Tells,
  hasSums: boolean,
): GivenTable[] | null {
  const [first = [], ...rest] = sides;
  const size = rest.reduce((product, side) => product * side.length, 1);
  const parts = first.map((_, at) => cells.slice(at * size, (at + 1) * size));
  const sums = parts.map((part) => part.reduce((sum, each) => sum + each, 0));
  const also = placesOf(hasSums ? first.length : 0, (at) => tells([first[at] ?? ''], sums[at] ?? 0));
  const shown = protectCounts(sums, THRESHOLD, also);
  const made: GivenTable[] = [];
  for (const [at, part] of parts.entries()) {
    if (shown[at] === null) {
      made.push({ of: first[at] ?? '', rows: [], columns: [], cells: [], rowSums: [], columnSums: [] });
      continue;
    }
    const table = oneTable(first[at] ?? '', rest, part, tells, hasSums);
    if (table === null) return null;
    made.push(...table);
  }
  return made;
}

/** A figure that was given, as a text in which it is kept. */
export function writeGiven({ question, ...given }: Given): string {
  return JSON.stringify({ question: writeQuestion(question), ...given });
}

/** Nothing else has ever left. */
const isShown = (value: unknown): value is Shown =>
  value === null || value === 0 || (Number.isSafeInteger(value) && Number(value) >= THRESHOLD);
const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const areShown = (value: unknown): value is Shown[] => Array.isArray(value) && value.every(isShown);

function isTable(value: unknown): value is GivenTable {
  if (typeof value !== 'object' || value === null) return false;
  const { of, rows, columns, cells, rowSums, columnSums } = value as Record<string, unknown>;
  if (of !== null && typeof of !== 'string') return false;
  if (!areTexts(rows) || !areTexts(columns) || !areShown(rowSums) || !areShown(columnSums)) return false;
  if (!Array.isArray(cells) || cells.length !== rows.length) return false;
  return cells.every((line) => areShown(line) && line.length === columns.length);
}

/**
 * Null where it is no figure that was given, or one of a question that this version does not know whole: its numbers are of something
 * else than what would be said of them.
 */
export function readGiven(text: string): Given | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const { question, tables, all, overlaps, perhaps, undated, withheld, day } = read as Record<
    string,
    unknown
  >;
  if (typeof question !== 'string' || !isDay(day) || day.length !== 10) return null;
  if (!Array.isArray(tables) || !tables.every(isTable)) return null;
  if (typeof all !== 'object' || all === null) return null;
  const { low, high } = all as Record<string, unknown>;
  if (![low, high, perhaps, undated, withheld].every(isShown)) return null;
  const asked = readQuestion(question);
  if (asked.lost.length > 0) return null;
  return new Given(MAKE, {
    question: asked.question,
    tables,
    all: { low: low as Shown, high: high as Shown },
    overlaps: overlaps === true,
    perhaps: perhaps as Shown,
    undated: undated as Shown,
    withheld: withheld as Shown,
    day,
  });
}
