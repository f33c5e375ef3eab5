import type { Shown } from './counts.ts';

/** A count that is kept back: a cell, or the sum of a row or of a column where the other is null; of all where both are. */
export interface Place {
  readonly row: number | null;
  readonly column: number | null;
}

/**
 * By how much what is kept back of a table could be another number, as far as anybody can tell who has everything that is shown: the
 * other cells, the sums, and that nobody is counted less than never. The table is a network: what is counted flows from the rows to the
 * columns, and through a place of its own into the rows, and out of the columns, whose sums are kept back. A count can be as much more as
 * can be carried round through others that are kept back, which is the largest flow from its one end to the other without it.
 */
export class Slack {
  readonly #height: number;
  readonly #size: number;
  /** From place to place: what stands there, where it is kept back. */
  readonly #counts: readonly (readonly number[])[];
  readonly #hidden: readonly (readonly boolean[])[];
  readonly #rows: readonly Shown[];
  readonly #columns: readonly Shown[];
  readonly #rowSums: readonly number[];
  readonly #columnSums: readonly number[];

  /** `hidden` may change between two questions. */
  constructor(
    counts: readonly (readonly number[])[],
    hidden: readonly (readonly boolean[])[],
    sums: { readonly rows: readonly Shown[]; readonly columns: readonly Shown[] },
  ) {
    this.#counts = counts;
    this.#hidden = hidden;
    this.#rows = sums.rows;
    this.#columns = sums.columns;
    this.#height = counts.length;
    this.#size = counts.length + sums.columns.length + 2;
    this.#rowSums = counts.map((line) => line.reduce((sum, count) => sum + count, 0));
    this.#columnSums = sums.columns.map((_, at) => counts.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  }

  /** The first count kept back that can be reckoned to fewer than `threshold` different numbers; null where there is none. */
  tooClose(threshold: number): Place | null {
    for (const place of this.#keptBack()) if (this.#room(place, threshold - 1) < threshold - 1) return place;
    return null;
  }

  *#keptBack(): Generator<Place> {
    for (const [row, line] of this.#hidden.entries())
      for (const [column, isHidden] of line.entries()) if (isHidden) yield { row, column };
    for (const [row, sum] of this.#rows.entries()) if (sum === null) yield { row, column: null };
    for (const [column, sum] of this.#columns.entries()) if (sum === null) yield { row: null, column };
  }

  /** How much less plus how much more it could be, as far as `enough`. */
  #room({ row, column }: Place, enough: number): number {
    const from =
      row !== null && column !== null ? row : row === null ? this.#height + (column ?? 0) : this.#size - 2;
    const to = column !== null && row !== null ? this.#height + column : row === null ? this.#size - 1 : row;
    const count = this.#standing(from, to) ?? 0;
    const more = this.#flow(to, from, enough, [from, to]);
    if (more >= enough) return more;
    return more + Math.min(count, this.#flow(from, to, enough - more, [from, to]));
  }

  /** What stands on the way from one place to another, where that is kept back; null where there is no such way. */
  #standing(from: number, to: number): number | null {
    const [intoRows, outOfColumns] = [this.#size - 2, this.#size - 1];
    if (from < this.#height && to >= this.#height && to < intoRows) {
      const column = to - this.#height;
      return this.#hidden[from]?.[column] === true ? (this.#counts[from]?.[column] ?? 0) : null;
    }
    if (from === intoRows && to < this.#height)
      return this.#rows[to] === null ? (this.#rowSums[to] ?? 0) : null;
    if (to === outOfColumns && from >= this.#height && from < intoRows) {
      const column = from - this.#height;
      return this.#columns[column] === null ? (this.#columnSums[column] ?? 0) : null;
    }
    return null;
  }

  /** As much as can be carried from one place to another, as far as `enough`, without one way. */
  #flow(source: number, target: number, enough: number, without: readonly [number, number]): number {
    const carried = new Map<number, number>();
    for (let flow = 0; flow < enough; flow += 1) {
      const way = this.#way(source, target, without, carried);
      if (way === null) return flow;
      for (let at = 1; at < way.length; at += 1) {
        const [a = 0, b = 0] = [way[at - 1], way[at]];
        carried.set(a * this.#size + b, (carried.get(a * this.#size + b) ?? 0) + 1);
        carried.set(b * this.#size + a, (carried.get(b * this.#size + a) ?? 0) - 1);
      }
    }
    return enough;
  }

  /** One way on which one more can be carried: along a way without end, back along it as much as stands there. */
  #way(
    source: number,
    target: number,
    [a, b]: readonly [number, number],
    carried: ReadonlyMap<number, number>,
  ): number[] | null {
    const before = new Map<number, number>([[source, -1]]);
    const queue = [source];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (at === target) {
        const way: number[] = [];
        for (let step = at; step >= 0; step = before.get(step) ?? -1) way.unshift(step);
        return way;
      }
      for (let next = 0; next < this.#size; next += 1) {
        if (before.has(next) || (at === a && next === b) || (at === b && next === a)) continue;
        const along = this.#standing(at, next) !== null;
        const back = this.#standing(next, at) ?? 0;
        if (!along && back - (carried.get(at * this.#size + next) ?? 0) <= 0) continue;
        before.set(next, at);
        queue.push(next);
      }
    }
    return null;
  }
}
