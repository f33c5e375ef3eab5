import { expect, test } from 'vitest';
import { greatCircleKm, middleOf } from '../../geo.ts';
import { PACKS } from '../index.ts';
import { loadOutlines, type Outlines, placeIn } from './index.ts';

const countries = Object.keys(PACKS) as (keyof typeof PACKS)[];
/** Drawn as dots at their middles, because the source does not have them; of Tajikistan it has regions alone. */
const DOTS_AZ = ['az-aghdara'];

async function outlinesOf(country: string): Promise<Outlines> {
  const outlines = await loadOutlines(country);
  if (outlines === undefined) throw new Error(`no outlines of ${country}`);
  return outlines;
}

/** Corners of a path's box, in units of the picture. */
function box(path: string): { left: number; right: number; top: number; bottom: number } {
  const points: [number, number][] = [];
  for (const ring of path.split('z').filter((part) => part !== '')) {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    for (let i = 0; i < numbers.length; i += 2) {
      x += numbers[i] ?? 0;
      y += numbers[i + 1] ?? 0;
      points.push([x, y]);
    }
  }
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

test('every area has an outline, is part of a city that has one, or stands on the list of dots', async () => {
  const { shapes } = await outlinesOf('az');
  const bare = PACKS.az.areas
    .filter(({ code, level, parent }) => level !== 'region' && !(code in shapes) && !(parent in shapes))
    .map(({ code }) => code);
  expect(bare).toEqual(DOTS_AZ);
  const tj = await outlinesOf('tj');
  const regions = PACKS.tj.areas.filter(({ parent }) => parent === 'tj').map(({ code }) => code);
  expect(Object.keys(tj.shapes).sort()).toEqual(regions.sort());
});

test.each(countries)('every outline of %s is of an area that the pack knows', async (country) => {
  const known = new Set(PACKS[country].areas.map(({ code }) => code));
  expect(Object.keys((await outlinesOf(country)).shapes).filter((code) => !known.has(code))).toEqual([]);
});

test.each(countries)('every outline of %s lies where its area is', async (country) => {
  const outlines = await outlinesOf(country);
  for (const [area, path] of Object.entries(outlines.shapes)) {
    const { left, right, top, bottom } = box(path);
    const middle = middleOf(area);
    if (middle === undefined) throw new Error(`${area} has no middle`);
    const drawn = {
      north: outlines.north - (top + bottom) / 2 / outlines.perNorth,
      east: outlines.west + (left + right) / 2 / outlines.perEast,
    };
    // A district is about 40 km across, a region of Tajikistan up to 400; the rough middle stands for where people live.
    const most = Math.max(35, ((right - left) / outlines.perEast) * 55);
    expect([area, greatCircleKm(middle, drawn) < most]).toEqual([area, true]);
  }
});

test.each(countries)('every middle in %s lies within the picture', async (country) => {
  const outlines = await outlinesOf(country);
  const outside = PACKS[country].areas.filter(({ code }) => {
    const middle = middleOf(code);
    if (middle === undefined) return true;
    const { x, y } = placeIn(outlines, middle);
    return x < 0 || y < 0 || x > outlines.width || y > outlines.height;
  });
  expect(outside).toEqual([]);
});

test('a country that nobody drew has no outlines', async () => {
  expect(await loadOutlines('zz')).toBeUndefined();
});
