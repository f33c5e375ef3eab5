import { PACKS } from '@dayaq/domain';
import { loadOutlines } from '@dayaq/domain/outlines';
import { expect, test } from 'vitest';
import { DOT, type MapPicture, mapPicture } from './map-picture.ts';

async function pictureOf(country: 'az' | 'tj'): Promise<MapPicture> {
  const outlines = await loadOutlines(country);
  if (outlines === undefined) throw new Error(`no outlines of ${country}`);
  return mapPicture(country, outlines);
}

test.each(['az', 'tj'] as const)(
  'every district of %s is drawn once: as a shape, a dot, or with its city',
  async (country) => {
    const { shapes, dots, within } = await pictureOf(country);
    const drawn = [...shapes, ...dots].map(({ area }) => area);
    expect(new Set(drawn).size).toBe(drawn.length);
    const inCities = within.reduce((sum, { count }) => sum + count, 0);
    const all = PACKS[country].areas.filter(({ level }) => level !== 'region');
    expect(drawn.length + inCities).toBe(all.length);
  },
);

test.each(['az', 'tj'] as const)('no dot of %s covers another or leaves the picture', async (country) => {
  const { dots, width, height } = await pictureOf(country);
  const problems = dots.flatMap((a, i) => [
    ...(a.x < DOT || a.y < DOT || a.x > width - DOT || a.y > height - DOT ? [a.area] : []),
    ...dots
      .slice(i + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 2 * DOT)
      .map((b) => `${a.area} ${b.area}`),
  ]);
  expect(problems).toEqual([]);
});

test('Azerbaijan is drawn by districts, Tajikistan by dots on its regions', async () => {
  const az = await pictureOf('az');
  expect([az.shapes.length, az.dots.map(({ area }) => area), az.ground]).toEqual([74, ['az-aghdara'], []]);
  expect(az.within).toEqual([{ city: 'az-baku', count: 12 }]);
  const tj = await pictureOf('tj');
  expect([tj.ground.length, tj.shapes.map(({ area }) => area)]).toEqual([4, ['tj-dushanbe']]);
});
