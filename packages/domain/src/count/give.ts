import { MOST_CELLS, protectCounts, protectTable, type Shown, THRESHOLD } from '../disclosure/index.ts';
import type { Count } from './count.ts';
import { readQuestion, type Question, writeQuestion } from './question.ts';

/**
 * One table of a figure that leaves; of a figure by three things there is one for each that the first of them says, without rows
 * where that is kept back.
 */
export interface GivenTable {
  /** What the first of three sides says; null of other figures. */
  readonly of: string | null;
  readonly rows: readonly string[];
  /** One, empty, where the figure is by one thing alone. */
  readonly columns: readonly string[];
  /** Null: kept back. */
  readonly cells: readonly (readonly Shown[])[];
  /** Of everything that stands in a row or a column; what stands in several is in several. Empty by one thing alone. */
  readonly rowSums: readonly Shown[];
  readonly columnSums: readonly Shown[];
}

/** Why nothing of a figure can leave. */
export type Refusal =
  /** It counts people who did not agree to be in statistics. */
  | 'not-agreed'
  /** So few that even their number would tell of single people. */
  | 'too-few'
  /** More cells than can be looked through. */
  | 'too-large';

const MAKE = Symbol('only by the gate');

/**
 * A figure of which everything may leave: files, prints and what others of the space read are made of this and of nothing else. Only
 * `give` makes it of a count, and `readGiven` of what it was written down as.
 */
export class Given {
  readonly question: Question;
  readonly tables: readonly GivenTable[];
  /** All of it, each once; the higher number takes in what is only estimated or told. */
  readonly all: { readonly low: Shown; readonly high: Shown };
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

/** What may leave of a count, as of a day. */
export function give(count: Count, day: string): Given | Refusal {
  const { question, sides, cells, all, overlaps } = count;
  if (question.who !== 'agreed') return 'not-agreed';
  const low = alone(all.low);
  if (low === null) return 'too-few';
  const tables = sides.length === 3 ? slices(sides, cells) : oneTable(null, sides, cells);
  if (tables === null) return 'too-large';
  // What is estimated beyond what is known is a number of its own.
  const high = alone(all.high - all.low) === null ? null : all.high;
  return new Given(MAKE, {
    question,
    tables,
    all: { low, high },
    overlaps,
    perhaps: alone(count.perhaps),
    undated: alone(count.undated),
    withheld: alone(count.withheld),
    day,
  });
}

function oneTable(
  of: string | null,
  sides: readonly (readonly string[])[],
  cells: readonly number[],
): GivenTable[] | null {
  const [rows, columns] = sides;
  if (rows === undefined) return [];
  if (columns === undefined)
    return [
      {
        of,
        rows,
        columns: [''],
        cells: protectCounts(cells).map((shown) => [shown]),
        rowSums: [],
        columnSums: [],
      },
    ];
  if (rows.length * columns.length > MOST_CELLS) return null;
  const counts = rows.map((_, row) => cells.slice(row * columns.length, (row + 1) * columns.length));
  const table = protectTable(counts);
  // Where only the margins can be shown, the cells are kept back, all of them.
  const hidden = counts.map((line) => line.map((): Shown => null));
  const sums = counts.map((line) => line.reduce((sum, each) => sum + each, 0));
  const across = columns.map((_, at) => counts.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  return [
    {
      of,
      rows,
      columns,
      cells: table?.cells ?? hidden,
      rowSums: table?.rowSums ?? protectCounts(sums),
      columnSums: table?.columnSums ?? protectCounts(across),
    },
  ];
}

/** Of those whose number is kept back there is no table: it would say the number. */
function slices(sides: readonly (readonly string[])[], cells: readonly number[]): GivenTable[] | null {
  const [first = [], ...rest] = sides;
  const size = rest.reduce((product, side) => product * side.length, 1);
  const parts = first.map((_, at) => cells.slice(at * size, (at + 1) * size));
  const shown = protectCounts(parts.map((part) => part.reduce((sum, each) => sum + each, 0)));
  const made: GivenTable[] = [];
  for (const [at, part] of parts.entries()) {
    if (shown[at] === null) {
      made.push({ of: first[at] ?? '', rows: [], columns: [], cells: [], rowSums: [], columnSums: [] });
      continue;
    }
    const table = oneTable(first[at] ?? '', rest, part);
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

/** Null where it is no figure that was given. */
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
  if (typeof question !== 'string' || typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  if (!Array.isArray(tables) || !tables.every(isTable)) return null;
  if (typeof all !== 'object' || all === null) return null;
  const { low, high } = all as Record<string, unknown>;
  if (![low, high, perhaps, undated, withheld].every(isShown)) return null;
  return new Given(MAKE, {
    question: readQuestion(question).question,
    tables,
    all: { low: low as Shown, high: high as Shown },
    overlaps: overlaps === true,
    perhaps: perhaps as Shown,
    undated: undated as Shown,
    withheld: withheld as Shown,
    day,
  });
}
