import { THRESHOLD } from '../disclosure/counts.ts';
import type { Placed } from './prepared.ts';

/** What stands for an answer in a row of its own where nothing nearer can be said of so few. */
export const SOME_VALUE = '(some value)';
const MOST_BANDS = 8;
const YEAR = 12;

/** Where the answers to a question without choices lie: the row of each, and all rows in their order. */
export interface Bands {
  readonly rowOf: (said: string) => string;
  readonly rows: readonly string[];
}

/** How answers of one type lie on a line of whole steps, and how a stretch of it is written. */
interface Line {
  readonly place: (said: string) => number;
  readonly widths: readonly number[];
  readonly edge: (place: number) => string;
  readonly stretch: (from: number, width: number) => string;
}

const rounds = (first: number): number[] =>
  Array.from(
    { length: 60 },
    (_, at) => first * (([1, 2, 5] as const)[at % 3] ?? 1) * 10 ** Math.floor(at / 3),
  );

const WHOLE: Line = {
  place: Number,
  widths: rounds(1),
  edge: String,
  stretch: (from, width) => (width === 1 ? String(from) : `${from}–${from + width - 1}`),
};
const THOUSANDTHS: Line = {
  place: (said) => Math.floor(Number(said) * 1000),
  widths: rounds(1),
  edge: (place) => String(place / 1000),
  stretch: (from, width) => `${from / 1000}–${(from + width) / 1000}`,
};
const month = (place: number): string =>
  `${Math.floor(place / YEAR)}-${String((place % YEAR) + 1).padStart(2, '0')}`;
const MONTHS: Line = {
  place: (said) => Number(said.slice(0, 4)) * YEAR + Number(said.slice(5, 7)) - 1,
  widths: [1, ...rounds(YEAR)],
  edge: (place) => (place % YEAR === 0 ? String(place / YEAR) : month(place)),
  stretch: (from, width) =>
    width === 1
      ? month(from)
      : width === YEAR
        ? String(from / YEAR)
        : `${from / YEAR}–${(from + width) / YEAR - 1}`,
};

const lineOf = ({ question: { type } }: Placed): Line | null =>
  type === 'integer' ? WHOLE : type === 'decimal' ? THOUSANDTHS : type === 'date' ? MONTHS : null;

/**
 * Numbers and days in round stretches, at most ten: a row for each number would say that somebody of just that age answered, however
 * its count is kept back. Where the stretches begin and end is taken from those in the middle: the fewest at both ends, however far out,
 * are under or over. Of too few for that there is one row. Null for a question with choices. @param said each person's answers
 */
export function bandsOf(placed: Placed, said: readonly string[]): Bands | null {
  const line = lineOf(placed);
  if (line === null) return null;
  const places = said.map(line.place).sort((a, b) => a - b);
  const [low, high] = [places[THRESHOLD - 1], places.at(-THRESHOLD)];
  if (low === undefined || high === undefined || low > high)
    return { rowOf: () => SOME_VALUE, rows: said.length === 0 ? [] : [SOME_VALUE] };
  const width =
    line.widths.find((each) => Math.floor(high / each) - Math.floor(low / each) < MOST_BANDS) ??
    Number.MAX_VALUE;
  const from = Math.floor(low / width) * width;
  const count = Math.floor(high / width) - Math.floor(low / width) + 1;
  const [under, over] = [`< ${line.edge(from)}`, `≥ ${line.edge(from + count * width)}`];
  const between = Array.from({ length: count }, (_, at) => line.stretch(from + at * width, width));
  const rowOf = (each: string): string => {
    const at = Math.floor((line.place(each) - from) / width);
    return at < 0 ? under : (between[at] ?? over);
  };
  return { rowOf, rows: [under, ...between, over] };
}
