import { codeList } from '../code-lists/index.ts';
import { dayNumber } from '../day.ts';
import { areaOf, PACKS } from '../packs/index.ts';
import { ACTS, CASES, COUNTED, NOT_KNOWN, NOT_SAID, rolledUp, SEVERAL } from './declared.ts';
import { type Column, type Facts, NO_DAY, type Table } from './facts.ts';
import type { Ints, Lists } from './ints.ts';
import { type Dimension, DIMENSIONS, PLACE_DIMENSION, type Question } from './question.ts';
import { placeColumn, type Selection } from './selection.ts';

/** One side of a table: its rows by name, and in which of them stands what a selection holds. */
export interface Axis {
  readonly names: readonly string[];
  /** Numbers of rows, each once, in `found`; answers how many. Nothing said, or several where each is counted once, are rows too. */
  read(): number;
  readonly found: Int32Array;
  /**
   * Rows that follow each other without gaps, also where nothing stands in them: from the beginning of a period, and up to where it
   * ends or to what has begun. A month that has not begun is no month in which nothing was done.
   */
  readonly runs?: { readonly fromStart: boolean; readonly through: number };
}

/** What fills an axis: calls back with the number of each row, perhaps several times. */
type Fill = (put: (row: number) => void) => void;

/** @param rows names in their order, before those of what is not said and of several at once */
function axisOf(rows: readonly string[], basis: Question['basis'], fill: Fill): Axis {
  const names = [...rows, SEVERAL, NOT_SAID];
  const found = new Int32Array(names.length);
  const seen = new Int32Array(names.length);
  const [several, nothing] = [rows.length, rows.length + 1];
  let turn = 0;
  let count = 0;
  const put = (row: number): void => {
    if (seen[row] === turn) return;
    seen[row] = turn;
    found[count++] = row;
  };
  return {
    names,
    found,
    read: () => {
      turn += 1;
      count = 0;
      fill(put);
      if (count === 0) found[count++] = nothing;
      else if (count > 1 && basis === 'one') {
        found[0] = several;
        count = 1;
      }
      return count;
    },
  };
}

export function axis(
  facts: Facts,
  question: Question,
  selection: Selection,
  { by, fine }: Dimension,
  today: string,
): Axis {
  if (by === PLACE_DIMENSION) return placeAxis(facts, question, selection, fine === true);
  const field = DIMENSIONS.get(by);
  if (field === undefined) return timeAxis(facts, question, selection, by === 'year', today);
  const { kind, index } = field;
  const table = facts.table(kind);
  const roll = (code: string): string => rolledUp(field.field, code, fine === true);
  const { counts, fields } = COUNTED.find((each) => each.kind === kind) ?? CASES;
  const once = counts.one?.[field.field.name];
  const instead = question.basis === 'one' ? fields.findIndex(({ name }) => name === once) : -1;
  const columns = [table.columns[index], table.columns[instead]].filter((each) => each !== undefined);
  const order = listOrder(field.field.list);
  const names = rowNames(columns, roll, order);
  const [own, first] = columns.map((column) => reader(column, names, roll));
  const read = (row: number, put: (row: number) => void): void => {
    if (first !== undefined && first(row, put)) return;
    own?.(row, put);
  };
  return axisOf(names, question.basis, fillFrom(facts, selection, kind, read));
}

type Read = (row: number, put: (row: number) => void) => unknown;

/** Reads rows of the kind that a selection holds: its own, or those who have a part in its acts. */
function fillFrom(facts: Facts, selection: Selection, kind: string, read: Read): Fill {
  const as = COUNTED.find((each) => each.kind === kind)?.counts.as;
  if (as !== undefined) return fillOf(selection[as], read);
  const { starts, values } = facts.linked.get(kind) as Lists;
  return fillOf(selection.acts, (act, put) => {
    const to = starts.data[act + 1] as number;
    for (let i = starts.data[act] as number; i < to; i += 1) read(values.data[i] as number, put);
  });
}

const fillOf =
  (rows: Ints, read: Read): Fill =>
  (put) => {
    for (let i = 0; i < rows.length; i += 1) read(rows.data[i] as number, put);
  };

/** Puts the rows of what a column says; answers whether it says anything. */
function reader(
  { lists: { starts, values }, codes }: Column,
  names: readonly string[],
  roll: (code: string) => string,
): (row: number, put: (row: number) => void) => boolean {
  const rows = Int32Array.from(codes, (code) => names.indexOf(roll(code)));
  return (row, put) => {
    const from = starts.data[row] as number;
    const to = starts.data[row + 1] as number;
    for (let i = from; i < to; i += 1) put(rows[values.data[i] as number] as number);
    return to > from;
  };
}

function rowNames(
  columns: readonly Column[],
  roll: (code: string) => string,
  order: ReadonlyMap<string, number>,
): string[] {
  const names = [...new Set(columns.flatMap(({ codes }) => codes.map(roll)))];
  const at = (name: string): number =>
    name === NOT_KNOWN ? Number.MAX_SAFE_INTEGER : (order.get(name) ?? order.size);
  return names.sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
}

const inOrder = (codes: readonly string[]): ReadonlyMap<string, number> =>
  new Map(codes.map((code, at) => [code, at]));

const listOrder = (list: string | null): ReadonlyMap<string, number> =>
  inOrder((list === null ? undefined : codeList(list))?.codes.map(({ code }) => code) ?? []);

const AREA_ORDER = inOrder(Object.values(PACKS).flatMap(({ areas }) => areas.map(({ code }) => code)));

function placeAxis(facts: Facts, question: Question, selection: Selection, isFine: boolean): Axis {
  const { placed, area } = question;
  // Within a region its districts are meant.
  const fine = isFine || (area !== null && areaOf(area) !== undefined);
  const column = placeColumn(facts, placed);
  const roll = (code: string): string => rolledUp({ list: null }, code, fine);
  const columns = column === null ? [] : [column];
  const names = rowNames(columns, roll, AREA_ORDER);
  const read = column === null ? () => false : reader(column, names, roll);
  return axisOf(names, question.basis, fillOf(placed === 'act' ? selection.acts : selection.cases, read));
}

/** Months that a table has at most: a hundred years. */
const MOST_MONTHS = 1200;
/** No day before it can be said, or after the last of 2199. */
const FIRST_DAY = dayNumber('1900-01-01');
const LAST_DAY = dayNumber('2199-12-31');

/** Of each day since `FIRST_DAY` its month, counted from January 1900. */
let months: Int16Array | null = null;
function monthOf(day: number): number {
  months ??= monthsOfDays();
  return months[Math.min(Math.max(day, FIRST_DAY), LAST_DAY) - FIRST_DAY] as number;
}

function monthsOfDays(): Int16Array {
  const days = new Int16Array(LAST_DAY - FIRST_DAY + 1);
  let from = 0;
  for (let month = 0; from < days.length; month += 1) {
    const next = dayNumber(`${nameOfMonth(month + 1)}-01`) - FIRST_DAY;
    days.fill(month, from, next);
    from = next;
  }
  return days;
}

const year = (month: number): string => String(1900 + Math.floor(month / 12));
const nameOfMonth = (month: number): string => `${year(month)}-${String((month % 12) + 1).padStart(2, '0')}`;

function timeAxis(
  facts: Facts,
  question: Question,
  selection: Selection,
  isYear: boolean,
  today: string,
): Axis {
  const isAct = question.dated === 'act';
  const table = facts.table(isAct ? ACTS.kind : CASES.kind);
  const now = dayNumber(today);
  const [first, last] = span(facts, table, selection, now);
  const step = isYear ? 12 : 1;
  const names: string[] = [];
  for (let month = first - (isYear ? first % 12 : 0); month <= last; month += step)
    names.push(isYear ? year(month) : nameOfMonth(month));
  const base = Math.floor(first / step);
  const unit = (day: number): number => Math.floor(monthOf(day) / step);
  const made = axisOf(
    names,
    question.basis,
    fillOf(isAct ? selection.acts : selection.cases, (row, put) => {
      const [from, to] = [table.from.data[row] as number, table.to.data[row] as number];
      // What is known less closely than to the month stands in none.
      if (from === NO_DAY || from < selection.from || to > selection.to || unit(from) !== unit(to)) return;
      const at = unit(from) - base;
      if (at >= 0 && at < names.length) put(at);
    }),
  );
  const through = unit(Math.min(now, selection.to)) - base;
  return { ...made, runs: { fromStart: question.from !== null, through } };
}

/** The first and last month that anything asked for falls in, today's among them: those of the period where it has ends. */
function span(
  { here }: Facts,
  { from, to, dossier, length }: Table,
  selection: Selection,
  now: number,
): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < length; row += 1) {
    const day = from.data[row] as number;
    if (day === NO_DAY || here.data[dossier.data[row] as number] !== 1) continue;
    if (day < first) first = day;
    if ((to.data[row] as number) > last) last = to.data[row] as number;
  }
  first = Number.isFinite(selection.from) ? selection.from : first;
  last = Number.isFinite(selection.to) ? selection.to : Math.max(last, now);
  if (!(first <= last)) return [0, -1];
  const end = monthOf(last);
  return [Math.max(monthOf(first), end - MOST_MONTHS + 1), end];
}
