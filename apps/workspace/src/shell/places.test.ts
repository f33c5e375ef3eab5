import { expect, test } from 'vitest';
import { isAt, PLACES, placeAt } from './places.ts';

const hereOf = (path: string): string[] =>
  PLACES.filter((place) => isAt(place, path)).map(({ href }) => href);

test.each([
  ['/', '/today'],
  ['/today', '/today'],
  ['/cases', '/cases'],
  ['/cases/abc/plan', '/cases'],
  ['/cases/new', '/cases/new'],
  ['/services/match', '/services'],
  ['/services/abc', '/services'],
  ['/coverage', '/services'],
  ['/referrals/abc', '/referrals'],
  ['/waiting', '/waiting'],
])('at %s one place says that one is there', (path, href) => {
  expect(hereOf(path)).toEqual([href]);
});

test('an address that is nowhere is in no place', () => {
  expect(placeAt('/casesx')).toBeUndefined();
});
