import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectCounts, type Shown } from './counts.ts';
import { type ProtectedTable, protectTable } from './table.ts';

/** What somebody can find out who has everything that is shown: the least and the most that each cell kept back could be. */
class Attacker {
  readonly #table: ProtectedTable;
  readonly #found: { least: number; most: number }[][];
  readonly #enough: number;
  #steps = 400_000;

  constructor(table: ProtectedTable, enough: number) {
    this.#table = table;
    this.#enough = enough;
    this.#found = table.cells.map((line) =>
      line.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY })),
    );
  }

  /** Tries every table of whole numbers that agrees with what is shown, until each cell was seen to be wide enough. */
  narrowest(): number {
    const { cells, columnSums, total } = this.#table;
    const width = cells[0]?.length ?? 0;
    this.#fill(
      0,
      0,
      cells.map((line) => line.map((cell) => cell ?? 0)),
      total ?? 0,
      columnSums.map((sum) => sum ?? Number.POSITIVE_INFINITY),
      width,
    );
    // Sums that are kept back are found out as sums of what is found out: linear equations see them below.
    let narrowest = Number.POSITIVE_INFINITY;
    // Not all tried: nothing was shown by it.
    if (this.#steps < 0) return narrowest;
    for (const [row, line] of cells.entries())
      for (const [column, cell] of line.entries()) {
        const seen = this.#found[row]?.[column];
        if (cell === null && seen !== undefined) narrowest = Math.min(narrowest, seen.most - seen.least + 1);
      }
    return narrowest;
  }

  #isDone(): boolean {
    return this.#table.cells.every((line, row) =>
      line.every((cell, column) => {
        const seen = this.#found[row]?.[column];
        return cell !== null || (seen !== undefined && seen.most - seen.least + 1 >= this.#enough);
      }),
    );
  }

  #fill(
    row: number,
    column: number,
    filled: number[][],
    left: number,
    columns: number[],
    width: number,
  ): void {
    this.#steps -= 1;
    if (this.#steps < 0 || left < 0 || this.#isDone()) return;
    const { cells, rowSums, columnSums } = this.#table;
    if (row === cells.length) {
      const agrees = left === 0 && columnSums.every((sum, at) => sum === null || columns[at] === 0);
      if (!agrees) return;
      for (const [i, line] of filled.entries())
        for (const [j, value] of line.entries()) {
          const seen = this.#found[i]?.[j];
          if (seen === undefined) continue;
          seen.least = Math.min(seen.least, value);
          seen.most = Math.max(seen.most, value);
        }
      return;
    }
    const line = filled[row] ?? [];
    if (column === width) {
      const sum = line.reduce((so, value) => so + value, 0);
      if (rowSums[row] === null || rowSums[row] === sum) this.#fill(row + 1, 0, filled, left, columns, width);
      return;
    }
    const shown = cells[row]?.[column] ?? null;
    const room = Math.min(
      left,
      columns[column] ?? 0,
      (rowSums[row] ?? Number.POSITIVE_INFINITY) - line.slice(0, column).reduce((so, value) => so + value, 0),
    );
    const [from, to] = shown === null ? [0, room] : [shown, Math.min(shown, room)];
    for (let value = from; value <= to; value += 1) {
      line[column] = value;
      columns[column] = (columns[column] ?? 0) - value;
      this.#fill(row, column + 1, filled, left - value, columns, width);
      columns[column] = (columns[column] ?? 0) + value;
    }
    line[column] = shown ?? 0;
  }
}

/** Whether linear equations alone settle one of the unknown: the rank does not grow when it is added as an equation. */
function isSettled(table: ProtectedTable): boolean {
  const unknown = new Map<string, number>();
  const named = (name: string): number =>
    unknown.get(name) ?? (unknown.set(name, unknown.size), unknown.size - 1);
  const equations: number[][] = [];
  const equation = (names: readonly string[]): void => {
    const places = names.map(named);
    equations.push(places);
  };
  const hiddenIn = (line: readonly Shown[], name: (at: number) => string): string[] =>
    line.flatMap((cell, at) => (cell === null ? [name(at)] : []));
  for (const [row, line] of table.cells.entries())
    equation([
      ...hiddenIn(line, (column) => `${row} ${column}`),
      ...(table.rowSums[row] === null ? [`row ${row}`] : []),
    ]);
  for (const [column, sum] of table.columnSums.entries())
    equation([
      ...hiddenIn(
        table.cells.map((line) => line[column] ?? null),
        (row) => `${row} ${column}`,
      ),
      ...(sum === null ? [`column ${column}`] : []),
    ]);
  equation(hiddenIn(table.rowSums, (row) => `row ${row}`));
  equation(hiddenIn(table.columnSums, (column) => `column ${column}`));
  const matrix: number[][] = equations.map((places) =>
    Array.from({ length: unknown.size }, (_, at) => (places.includes(at) ? 1 : 0)),
  );
  // Margins stand on the other side of their equations.
  for (const line of matrix)
    for (const [name, at] of unknown)
      if (/^(row|column)/.test(name) && line.some((value, i) => value !== 0 && i !== at))
        line[at] = -(line[at] ?? 0);
  const rank = rankOf(matrix);
  return [...unknown.values()].some(
    (at) => rankOf([...matrix, Array.from({ length: unknown.size }, (_, i) => (i === at ? 1 : 0))]) === rank,
  );
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [a, b] = [left[rank] ?? [], left[pivot] ?? []];
    left[rank] = b;
    left[pivot] = a;
    for (const [at, row] of left.entries()) {
      if (at === rank) continue;
      const by = (row[column] ?? 0) / (b[column] ?? 1);
      if (by !== 0) for (let i = column; i < row.length; i += 1) row[i] = (row[i] ?? 0) - by * (b[i] ?? 0);
    }
    rank += 1;
  }
  return rank;
}

const tables = (most: number, count: number) =>
  fc.tuple(fc.integer({ min: 2, max: most }), fc.integer({ min: 2, max: most })).chain(([height, width]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: count })), {
        minLength: width,
        maxLength: width,
      }),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  );

describe('counts whose sum is known', () => {
  it('show none that is small, and keep none back alone', () => {
    expect(protectCounts([40, 3, 12])).toEqual([40, null, null]);
    expect(protectCounts([40, 3, 4, 12])).toEqual([40, null, null, 12]);
    // Two ones could only be one each.
    expect(protectCounts([40, 1, 1, 12])).toEqual([40, null, null, null]);
    expect(protectCounts([40, 0, 12])).toEqual([40, 0, 12]);
    expect(protectCounts([3, 1])).toEqual([null, null]);
  });

  it('tell no small one to anybody who takes the others from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const shown = protectCounts(counts);
        expect(shown.every((count) => count === null || count === 0 || count >= 5)).toBe(true);
        const hidden = counts.filter((_, at) => shown[at] === null);
        if (hidden.length > 0 && counts.length > 1) expect(hidden.length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('a table with its margins', () => {
  it('keeps a small cell back with others that could hold what it holds', () => {
    const table = protectTable([
      [20, 3, 17],
      [30, 15, 25],
      [18, 12, 40],
    ]);
    expect(table?.cells[0]?.[1]).toBeNull();
    expect(table?.cells.flat().filter((cell) => cell === null).length).toBeGreaterThanOrEqual(4);
    expect(table?.total).toBe(180);
  });

  it('lets nobody reckon a cell kept back, who tries every table that agrees with what is shown', () => {
    fc.assert(
      fc.property(tables(3, 5), (counts) => {
        const table = protectTable(counts, 3);
        if (table === null) return;
        expect(table.cells.flat().every((cell) => cell === null || cell === 0 || cell >= 3)).toBe(true);
        expect(new Attacker(table, 3).narrowest()).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing that linear equations settle, in larger tables too', () => {
    fc.assert(
      fc.property(tables(7, 40), (counts) => {
        const table = protectTable(counts);
        if (table !== null) expect(isSettled(table)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('agrees in its margins with what is shown of each question alone', () => {
    const counts = [
      [9, 1, 30],
      [2, 2, 8],
    ];
    const table = protectTable(counts);
    expect(table?.rowSums).toEqual(protectCounts([40, 12]));
    expect(table?.columnSums).toEqual(protectCounts([11, 3, 38]));
  });
});
