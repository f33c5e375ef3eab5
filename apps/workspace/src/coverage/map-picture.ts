import { type Area, middleOf, packOf } from '@dayaq/domain';
import { type Outlines, placeIn } from '@dayaq/domain/outlines';

export interface Dot {
  area: string;
  x: number;
  y: number;
}

export interface MapPicture {
  width: number;
  height: number;
  /** Regions, drawn under the dots and without a colour of their own. */
  ground: readonly { area: string; path: string }[];
  shapes: readonly { area: string; path: string }[];
  /** Districts of which there is no shape, at their rough middles, moved apart where they would cover each other. */
  dots: readonly Dot[];
  /** Districts of a city that is drawn as a whole: the city, and how many of them. */
  within: readonly { city: string; count: number }[];
}

/** In units of the picture, which is 1000 across. */
export const DOT = 11;
const APART = 2 * DOT + 2;
const ROUNDS = 200;

export function mapPicture(country: string, outlines: Outlines): MapPicture {
  const areas = packOf(country)?.areas ?? [];
  const pathOf = (area: string): string | undefined => outlines.shapes[area];
  const drawn = (wanted: (area: Area) => boolean) =>
    areas.filter(wanted).flatMap(({ code }) => {
      const path = pathOf(code);
      return path === undefined ? [] : [{ area: code, path }];
    });
  const level = new Map(areas.map((area) => [area.code, area.level]));
  const dots: Dot[] = [];
  const within = new Map<string, number>();
  for (const area of areas) {
    if (area.level === 'region' || pathOf(area.code) !== undefined) continue;
    const middle = middleOf(area.code);
    if (pathOf(area.parent) !== undefined && level.get(area.parent) === 'city')
      within.set(area.parent, (within.get(area.parent) ?? 0) + 1);
    else if (middle !== undefined) dots.push({ area: area.code, ...placeIn(outlines, middle) });
  }
  return {
    width: outlines.width,
    height: outlines.height,
    ground: drawn((area) => area.level === 'region'),
    shapes: drawn((area) => area.level !== 'region'),
    dots: spread(dots, outlines),
    within: [...within].map(([city, count]) => ({ city, count })),
  };
}

/** Pushes dots apart until none covers another, as little as that takes; the same dots end in the same places. */
function spread(dots: readonly Dot[], { width, height }: Pick<Outlines, 'width' | 'height'>): Dot[] {
  const moved = dots.map((dot) => ({ ...dot }));
  for (let round = 0; round < ROUNDS; round++) {
    let isCalm = true;
    for (const [i, a] of moved.entries())
      for (const b of moved.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const apart = Math.hypot(dx, dy);
        if (apart >= APART) continue;
        isCalm = false;
        const push = (APART - apart) / 2 + 0.1;
        // Two at one place part sideways.
        const [along, down] = apart === 0 ? [1, 0] : [dx / apart, dy / apart];
        a.x -= along * push;
        a.y -= down * push;
        b.x += along * push;
        b.y += down * push;
      }
    for (const dot of moved) {
      dot.x = Math.min(width - DOT, Math.max(DOT, dot.x));
      dot.y = Math.min(height - DOT, Math.max(DOT, dot.y));
    }
    if (isCalm) break;
  }
  return moved.map(({ area, x, y }) => ({ area, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
}
