import { type Dimension, NOT_KNOWN, NOT_SAID, type Question, SEVERAL } from '@dayaq/domain/count';
import type { Cell, Drawn } from './drawn.ts';

/** One series for each that the other side of a table says, all over the same months or years. */
export interface Multiples {
  readonly time: Dimension;
  readonly group: Dimension;
  readonly names: readonly string[];
  readonly series: readonly { readonly of: string; readonly cells: readonly Cell[] }[];
  /** Groups that are not drawn, as there are too many: the table has them. */
  readonly more: number;
}

/** Beyond that nobody compares them by eye. */
export const MOST_SERIES = 24;

const isTime = ({ by }: Dimension): boolean => by === 'month' || by === 'year';
const isNoTime = (name: string): boolean => [NOT_SAID, SEVERAL, NOT_KNOWN].includes(name);

/** A table by a time and something else as series side by side; null of any other. The largest are drawn where there are many. */
export function multiplesOf({ by }: Question, { rows, columns, cells }: Drawn): Multiples | null {
  const [down, across] = by.slice(-2);
  if (by.length < 2 || down === undefined || across === undefined || isTime(down) === isTime(across))
    return null;
  const isDown = isTime(down);
  const [times, groups] = isDown ? [rows, columns] : [columns, rows];
  const kept = times.flatMap((name, at) => (isNoTime(name) ? [] : [at]));
  if (kept.length === 0) return null;
  const all = groups.map((of, group) => ({
    of,
    cells: kept.map((time) => (isDown ? cells[time]?.[group] : cells[group]?.[time]) ?? null),
  }));
  const sizes = new Map(
    all.map((each) => [each, each.cells.reduce((sum, cell) => sum + (cell?.high ?? 0), 0)]),
  );
  const drawn = [...all].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)).slice(0, MOST_SERIES);
  const series = all.filter((each) => drawn.includes(each));
  return {
    time: isDown ? down : across,
    group: isDown ? across : down,
    names: kept.map((at) => times[at] ?? ''),
    series,
    more: all.length - series.length,
  };
}

/** The highest number of several, at least one: the scale that they share. */
export const highest = (cells: readonly Cell[]): number =>
  Math.max(1, ...cells.map((cell) => cell?.high ?? 0));
