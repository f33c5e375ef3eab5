import { expect, test } from 'vitest';
import { backFrom, isAt, PLACES, placeAt, placesOf } from './places.ts';

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
  ['/coverage', '/coverage'],
  ['/inbox/abc', '/inbox'],
  ['/protection', '/settings'],
  ['/waiting', '/waiting'],
])('at %s one place says that one is there', (path, href) => {
  expect(hereOf(path)).toEqual([href]);
});

test('an address that is nowhere is in no place', () => {
  expect(placeAt('/casesx')).toBeUndefined();
});

test.each([
  ['/costs', '/more'],
  ['/matters', '/more'],
  ['/services', '/more'],
  ['/people', '/more'],
  ['/services/match', '/services'],
  ['/protection', '/settings'],
  ['/cases/new', '/cases'],
])('back from %s leads to %s', (path, back) => {
  expect(backFrom(path)).toBe(back);
});

test.each(['/today', '/cases', '/inbox', '/more', '/services/abc'])(
  '%s names no way back by itself',
  (path) => {
    expect(backFrom(path)).toBeNull();
  },
);

test('who may only read is offered nothing to write', () => {
  expect(placesOf('new', false)).toEqual([]);
  expect(placesOf('new', true)).toHaveLength(1);
  expect(placesOf('bar', false)).toEqual(placesOf('bar', true));
});
