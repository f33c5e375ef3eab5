import { type Axis, axis } from './axis.ts';
import type { Facts } from './facts.ts';
import type { Question } from './question.ts';
import { type Mode, Selection } from './selection.ts';

/** How many: as surely known, and as many as there may be where some are only estimated or told. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A table of up to three sides, for the eyes of those who may read what it counts: what leaves is made by `give`. */
export interface Count {
  readonly question: Question;
  /** Names of the rows of each side: codes, months (YYYY-MM), years; `NOT_SAID`, `SEVERAL` and `NOT_KNOWN`. */
  readonly sides: readonly (readonly string[])[];
  /** The last side runs fastest. One number where there is no side. */
  readonly cells: readonly number[];
  /** As `Range.high`; the same numbers where nothing is estimated. */
  readonly most: readonly number[];
  /** All of it, each once. */
  readonly all: Range;
  /** Something stands in more than one place of the table. */
  readonly overlaps: boolean;
  /** Would be in it if their date fell in the period, and it is not known closely enough to say. */
  readonly perhaps: number;
  /** Have no date, and are not in it. */
  readonly undated: number;
  /** Would be in it if those whom they concern had agreed. */
  readonly withheld: number;
}

/** Cells of a table beyond which none is made: more than anybody reads. */
export const MOST_COUNTED = 400_000;

/**
 * What is asked of the facts; null where the table would be too large.
 * @param today YYYY-MM-DD: months that have not begun are rows only where something stands in them
 */
export function count(facts: Facts, question: Question, today: string): Count | null {
  const selection = new Selection(facts, question);
  const axes = question.by.map((dimension) => axis(facts, question, selection, dimension, today));
  const size = axes.reduce((cells, { names }) => cells * names.length, 1);
  if (size > MOST_COUNTED) return null;
  const table = new Tally(axes, size);
  const agreed = question.who === 'agreed';
  let [perhaps, undated, withheld] = [0, 0, 0];
  const each = (selects: (mode: Mode, agreed: boolean) => boolean, low: number, high: number): void => {
    if (selects('within', agreed)) {
      table.add(low, high);
      return;
    }
    if (agreed && selects('within', false)) withheld += 1;
    else if (selection.hasPeriod)
      if (selects('overlap', agreed)) perhaps += 1;
      else if (selects('none', agreed)) undated += 1;
  };
  const { unit } = question;
  const { high, low, here } = facts;
  if (unit === 'cases')
    for (let at = 0; at < here.length; at += 1) {
      if (selection.mayFall('case', at)) each((mode, agreed) => selection.ofCase(at, mode, agreed), 1, 1);
    }
  else if (unit === 'acts')
    for (let row = 0; row < high.length; row += 1) {
      if (selection.mayFall('act', row)) each((mode, agreed) => selection.ofAct(row, mode, agreed), 1, 1);
    }
  else {
    const asVictim = unit === 'victims';
    for (let who = 0; who < selection.derived.starts.length - 1; who += 1)
      each((mode, agreed) => selection.ofPerson(who, mode, agreed, asVictim), 1, 1);
    if (asVictim)
      for (let row = 0; row < high.length; row += 1)
        if ((high.data[row] as number) > 0)
          each(
            (mode, agreed) => selection.ofGroup(row, mode, agreed),
            low.data[row] as number,
            high.data[row] as number,
          );
  }
  return { question, ...table.made(), perhaps, undated, withheld };
}

/** Adds up where what is selected stands. */
class Tally {
  readonly #axes: readonly Axis[];
  readonly #cells: Float64Array;
  readonly #most: Float64Array;
  #low = 0;
  #high = 0;
  #overlaps = false;
  readonly #found: number[] = [];

  constructor(axes: readonly Axis[], size: number) {
    this.#axes = axes;
    this.#cells = new Float64Array(size);
    this.#most = new Float64Array(size);
  }

  add(low: number, high: number): void {
    this.#low += low;
    this.#high += high;
    for (const [side, axis] of this.#axes.entries()) {
      const found = axis.read();
      this.#found[side] = found;
      if (found > 1) this.#overlaps = true;
    }
    this.#put(0, 0, low, high);
  }

  #put(side: number, cell: number, low: number, high: number): void {
    const axis = this.#axes[side];
    if (axis === undefined) {
      this.#cells[cell] = (this.#cells[cell] as number) + low;
      this.#most[cell] = (this.#most[cell] as number) + high;
      return;
    }
    const found = this.#found[side] as number;
    for (let i = 0; i < found; i += 1)
      this.#put(side + 1, cell * axis.names.length + (axis.found[i] as number), low, high);
  }

  /** The table without rows in which nothing stands; months in between stay. */
  made(): Pick<Count, 'sides' | 'cells' | 'most' | 'all' | 'overlaps'> {
    const kept = this.#axes.map((axis, side) => this.#used(axis, side));
    const sizes = this.#axes.map(({ names }) => names.length);
    const cells: number[] = [];
    const most: number[] = [];
    const walk = (side: number, cell: number): void => {
      const rows = kept[side];
      if (rows === undefined) {
        cells.push(this.#cells[cell] as number);
        most.push(this.#most[cell] as number);
        return;
      }
      for (const row of rows) walk(side + 1, cell * (sizes[side] as number) + row);
    };
    walk(0, 0);
    return {
      sides: kept.map((rows, side) => rows.map((row) => this.#axes[side]?.names[row] ?? '')),
      cells,
      most,
      all: { low: this.#low, high: this.#high },
      overlaps: this.#overlaps,
    };
  }

  #used({ names, runs }: Axis, side: number): number[] {
    const behind = this.#axes.slice(side + 1).reduce((size, each) => size * each.names.length, 1);
    const used = new Uint8Array(names.length);
    for (let cell = 0; cell < this.#most.length; cell += 1)
      if ((this.#most[cell] as number) > 0) used[Math.floor(cell / behind) % names.length] = 1;
    // Behind the last two stand those of several at once and of nothing said.
    const end = names.length - 2;
    const found = used.subarray(0, end).indexOf(1);
    const first = runs?.fromStart === true ? 0 : found === -1 ? end : found;
    const last = Math.max(used.lastIndexOf(1, end - 1), Math.min(runs?.through ?? -1, end - 1));
    return [...names.keys()].filter(
      (row) => used[row] === 1 || (runs !== undefined && row < end && row >= first && row <= last),
    );
  }
}
