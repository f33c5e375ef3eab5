import { CENTROIDS } from './packs/centroids.ts';
import { areaOf, areasIn, areaWithAncestors, packOf } from './packs/index.ts';

export interface Point {
  north: number;
  east: number;
}

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres along the great circle between two points in degrees. The road is longer. */
export function greatCircleKm(a: Point, b: Point): number {
  const half = (x: number): number => Math.sin(radians(x) / 2) ** 2;
  const h =
    half(b.north - a.north) + Math.cos(radians(a.north)) * Math.cos(radians(b.north)) * half(b.east - a.east);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const middles = new Map<string, Point | undefined>();

/** Roughly the middle of an area; of a region, the mean of what it holds. Undefined where no pack knows the area. */
export function middleOf(area: string): Point | undefined {
  if (middles.has(area)) return middles.get(area);
  const known = Object.hasOwn(CENTROIDS, area) ? CENTROIDS[area] : undefined;
  let middle: Point | undefined;
  if (known !== undefined) middle = { north: known[0], east: known[1] };
  else {
    const inside = areasIn(area).flatMap(({ code }) => middleOf(code) ?? []);
    const mean = (pick: (point: Point) => number): number =>
      inside.reduce((sum, point) => sum + pick(point), 0) / inside.length;
    if (inside.length > 0) middle = { north: mean((p) => p.north), east: mean((p) => p.east) };
  }
  middles.set(area, middle);
  return middle;
}

const isCountry = (area: string): boolean => packOf(area) !== undefined;

/** The middles are known to about 10 km, so no distance claims more. */
export const DISTANCE_STEP_KM = 10;

const distances = new Map<string, Map<string, number | undefined>>();

/**
 * About how far apart two areas are: 0 where they are the same or one lies in the other; else kilometres rounded to
 * 10, at least 10. Undefined where the place of one is not known, or is no more than a country.
 */
export function areaDistanceKm(a: string, b: string): number | undefined {
  // The packs' areas are few and asked about again and again; what no pack knows is not kept.
  if (areaOf(a) === undefined || areaOf(b) === undefined) return undefined;
  let from = distances.get(a);
  if (from === undefined) distances.set(a, (from = new Map()));
  if (!from.has(b)) from.set(b, reckon(a, b));
  return from.get(b);
}

/** The part of the country in which an area lies, where no road within the country leads from there to the rest. */
function cutOff(area: string): string | undefined {
  const chain = areaWithAncestors(area);
  const apart = packOf(chain.at(-1) ?? '')?.noRoadTo ?? [];
  return chain.find((at) => apart.includes(at));
}

/** Whether one can drive from one area to the other without leaving the country; true where nothing is known against it. */
export function isRoadBetween(a: string, b: string): boolean {
  if (a === '' || b === '' || isCountry(a) || isCountry(b)) return true;
  return cutOff(a) === cutOff(b);
}

function reckon(a: string, b: string): number | undefined {
  const [from, to] = [middleOf(a), middleOf(b)];
  if (from === undefined || to === undefined || isCountry(a) || isCountry(b)) return undefined;
  if (areaWithAncestors(a).includes(b) || areaWithAncestors(b).includes(a)) return 0;
  const steps = Math.round(greatCircleKm(from, to) / DISTANCE_STEP_KM);
  return Math.max(1, steps) * DISTANCE_STEP_KM;
}
