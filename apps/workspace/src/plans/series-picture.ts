import { type FuzzyDate, fuzzyRange, seriesOf } from '@dayaq/domain';
import type { SheetView } from './indicators.ts';

export const WIDTH = 320;
export const HEIGHT = 132;
const LEFT = 8;
const RIGHT = 12;
const TOP = 12;
const FOOT = 20;
const DAY = 86_400_000;
/** Around a single day, so that it lies on a scale at all. */
const ALONE = 183 * DAY;

interface Point {
  id: string;
  x: number;
  /** Of the greater end. */
  top: number;
  /** Of the lesser end; the same where it is known exactly. */
  bottom: number;
  middle: number;
}

/** A series as it is drawn; numbers are in units of the picture, from its upper left. */
export interface SeriesPicture {
  /** Each of one sheet: nothing leads from one to the other. */
  lines: readonly (readonly Point[])[];
  baselines: readonly Point[];
  targets: readonly Point[];
  /** Where another definition begins to count. */
  changes: readonly number[];
  years: readonly { year: number; x: number }[];
  /** What the upper edge stands for; the lower one is nothing. */
  most: number;
  floor: number;
}

const middleOf = (date: FuzzyDate): number => {
  const { from, to } = fuzzyRange(date);
  return (Date.parse(from) + Date.parse(to)) / 2;
};

/** Draws what was measured of all by sheets of one unit. Null where there is nothing to draw. */
export function drawSeries(sheets: readonly SheetView[]): SeriesPicture | null {
  const whole = seriesOf(
    sheets,
    sheets.flatMap(({ measured }) => measured),
  ).filter(({ of }) => of === '');
  const baselines = sheets.flatMap(({ baseline, id }) =>
    baseline === null ? [] : [{ ...baseline, id, at: middleOf(baseline.date) }],
  );
  const targets = sheets.flatMap((sheet) =>
    sheet.targets.map(({ id, amount, by }) => ({
      id,
      least: amount,
      most: amount,
      at: Date.parse(fuzzyRange(by).to),
    })),
  );
  const points = whole.flatMap((series) =>
    series.points.map((each) => ({ ...each, at: middleOf(each.date) })),
  );
  const all = [...points, ...baselines, ...targets];
  if (all.length === 0) return null;
  const days = all.map(({ at }) => at);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [begin, end] = first === last ? [first - ALONE, last + ALONE] : [first, last];
  const most = niceAbove(Math.max(...all.map((each) => each.most)));
  const floor = HEIGHT - FOOT;
  const x = (at: number): number => LEFT + ((at - begin) / (end - begin)) * (WIDTH - LEFT - RIGHT);
  const y = (amount: number): number => floor - (amount / most) * (floor - TOP);
  const placed = (each: { id: string; at: number; least: number; most: number }): Point => ({
    id: each.id,
    x: x(each.at),
    top: y(each.most),
    bottom: y(each.least),
    middle: (y(each.most) + y(each.least)) / 2,
  });
  return {
    lines: whole.map((series) =>
      series.points.map((point) => placed({ ...point, at: middleOf(point.date) })),
    ),
    baselines: baselines.map(placed),
    targets: targets.map(placed),
    changes: sheets
      .map(({ since }) => Date.parse(fuzzyRange(since).from))
      .filter((at) => at > begin && at < end)
      .map(x),
    years: withRoom(yearsBetween(begin, end).map(({ year, at }) => ({ year, x: x(at) }))),
    most,
    floor,
  };
}

/** At most eight of them have room. */
const MOST_YEARS = 8;

function yearsBetween(begin: number, end: number): { year: number; at: number }[] {
  const [from, to] = [begin, end].map((at) => new Date(at).getUTCFullYear());
  if (from === undefined || to === undefined) return [];
  const step = Math.ceil((to - from + 1) / MOST_YEARS);
  const years: { year: number; at: number }[] = [];
  for (let year = from; year <= to; year += step)
    years.push({ year, at: Math.max(begin, Date.UTC(year, 0, 1)) });
  return years;
}

/** Between the beginnings of two years' names, so that none stands in the other, nor over the edge. */
const NAME = 34;

function withRoom(years: readonly { year: number; x: number }[]): { year: number; x: number }[] {
  // Of two, the one that begins within the picture says where it does.
  return years.filter(({ x }, at) => {
    const next = years[at + 1];
    return x + NAME <= WIDTH && (next === undefined || next.x - x >= NAME || next.x + NAME > WIDTH);
  });
}

/** Steps of a scale that people read at once, before the zeros. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** The next such number that is no less. */
function niceAbove(amount: number): number {
  if (amount <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(amount));
  return (STEPS.find((step) => step * power >= amount) ?? 10) * power;
}
