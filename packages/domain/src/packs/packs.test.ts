import { expect, test } from 'vitest';
import { areasIn, areaWithAncestors, PACKS, packOf } from './index.ts';

const chosen = (country: 'az' | 'tj', level: string): number =>
  PACKS[country].areas.filter((area) => area.level === level).length;

test('Azerbaijan has 11 cities and 76 rayons in 13 economic regions beside Baku', () => {
  expect([chosen('az', 'city'), chosen('az', 'district'), chosen('az', 'region')]).toEqual([11, 76, 13]);
  expect(areasIn('az-baku')).toHaveLength(12);
});

test('Tajikistan has 18 cities with the capital, 47 districts and 4 of the capital, in four regions', () => {
  expect([chosen('tj', 'city'), chosen('tj', 'district'), chosen('tj', 'region')]).toEqual([18, 51, 4]);
});

test('every area leads up to its country', () => {
  for (const pack of Object.values(PACKS)) {
    const codes = pack.areas.map((area) => area.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(areaWithAncestors(code).at(-1)).toBe(pack.country);
  }
});

test('every country says whom to call at once, and names only its own areas as cut off', () => {
  for (const pack of Object.values(PACKS)) {
    expect(pack.emergency.map(({ help }) => help)).toEqual(['rescue', 'ambulance', 'police']);
    for (const { number } of pack.emergency) expect(number).toMatch(/^\d{2,4}$/);
    for (const area of pack.noRoadTo) expect(pack.areas.map(({ code }) => code)).toContain(area);
  }
});

test('an unknown area stands alone', () => {
  expect(areaWithAncestors('zz-1')).toEqual(['zz-1']);
  expect(areaWithAncestors('')).toEqual([]);
  expect(packOf('toString')).toBeUndefined();
});
