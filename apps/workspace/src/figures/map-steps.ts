import { areaWithAncestors } from '@dayaq/domain';
import { type Dimension, PLACE_DIMENSION, type Question } from '@dayaq/domain/count';
import type { MapPicture } from '../coverage/map-picture.ts';
import type { Cell, Drawn } from './drawn.ts';

/** A step of shade: all numbers from the first to the last of these. */
export interface Step {
  readonly from: number;
  readonly to: number;
}
export const MOST_STEPS = 4;

/**
 * How a place is drawn: by the number of a step; `kept` back; `parts`: its districts stand in the table each by itself; `none`:
 * nothing was counted there; `other`: not asked for.
 */
export type Look = number | 'kept' | 'parts' | 'none' | 'other';

/** One place of the drawing, with the row of the table that it shows. */
export interface Painted {
  readonly area: string;
  readonly row: string | null;
  readonly look: Look;
}

export interface Painting {
  readonly steps: readonly Step[];
  readonly places: ReadonlyMap<string, Painted>;
  /** Rows of the table that no place of the drawing shows. */
  readonly beside: readonly string[];
}

/** Whether a figure is drawn as a map: by place and nothing else. */
export const isByPlace = ([first, ...more]: readonly Dimension[]): boolean =>
  first?.by === PLACE_DIMENSION && more.length === 0;

/** Numbers by size in at most four steps, in each about as many different ones; nothing between them is claimed. */
export function stepsOf(cells: readonly Cell[]): Step[] {
  const numbers = [...new Set(cells.flatMap((cell) => (cell !== null && cell.high > 0 ? [cell.high] : [])))];
  numbers.sort((a, b) => a - b);
  const count = Math.min(MOST_STEPS, numbers.length);
  return Array.from({ length: count }, (_, at) => ({
    from: numbers[Math.floor((at * numbers.length) / count)] ?? 0,
    to: numbers[Math.floor(((at + 1) * numbers.length) / count) - 1] ?? 0,
  }));
}

/** What each place of a drawing shows of a table by place: only what stands in the table. */
export function paint(question: Question, { rows, cells }: Drawn, picture: MapPicture): Painting {
  const first = cells.map(([cell = null]) => cell);
  const steps = stepsOf(first);
  const isFine = question.by[0]?.fine === true || question.area !== null;
  const cellOf = new Map(rows.map((row, at) => [row, first[at] ?? null]));
  const divided = new Set(rows.flatMap((row) => areaWithAncestors(row).slice(1)));
  const look = (row: string): Look => {
    const cell = cellOf.get(row) ?? null;
    if (cell === null) return 'kept';
    return cell.high === 0 ? 'none' : steps.findIndex(({ to }) => cell.high <= to);
  };
  const painted = (area: string): Painted => {
    const chain = areaWithAncestors(area);
    if (question.area !== null && !chain.includes(question.area)) return { area, row: null, look: 'other' };
    if (isFine && divided.has(area)) return { area, row: null, look: 'parts' };
    const row = (isFine ? [area] : chain).find((each) => cellOf.has(each)) ?? null;
    return { area, row, look: row === null ? 'none' : look(row) };
  };
  // The ground is drawn by itself where no district of it is.
  const ground = picture.ground.map(({ area }) =>
    isFine ? { ...painted(area), look: 'other' as const } : painted(area),
  );
  const within = isFine ? picture.dots.map(({ area }) => painted(area)) : [];
  const places = [...ground, ...picture.shapes.map(({ area }) => painted(area)), ...within];
  const shown = new Set(places.flatMap(({ row, look }) => (row === null || look === 'other' ? [] : [row])));
  return {
    steps,
    places: new Map(places.map((place) => [place.area, place])),
    beside: rows.filter((row) => !shown.has(row)),
  };
}
