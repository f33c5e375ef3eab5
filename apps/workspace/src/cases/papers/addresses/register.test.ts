import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { bySuiting, maySuit, placesLeft } from './register.ts';

const TODAY = '2026-11-22';
const address = (fields: Record<string, Value>, record = 'a'): ListedRecord => ({
  record,
  dossier: 'register',
  kind: 'address',
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  conflict: false,
  case: null,
  restricted: false,
});

test('each case that uses an address takes one of its places, and more than there are are said, not hidden', () => {
  const usedBy = ['case-1', 'case-2'];
  expect(placesLeft(address({ places: 3, usedBy }))).toBe(1);
  expect(placesLeft(address({ places: 1, usedBy }))).toBe(-1);
  expect(placesLeft(address({ usedBy }))).toBeNull();
});

test('a case that is not named there takes a place where it is known, and a deleted one gives its place back', () => {
  const full = address({ places: 2, usedBy: ['case-1', 'case-2'] });
  expect(placesLeft(full, { unnamed: 1, gone: 0 })).toBe(-1);
  expect(placesLeft(full, { unnamed: 0, gone: 1 })).toBe(1);
});

test('an address that is full, refused or over is not offered', () => {
  expect(maySuit(address({}), TODAY)).toBe(true);
  expect(maySuit(address({ willing: 'no' }), TODAY)).toBe(false);
  expect(maySuit(address({ places: 1, usedBy: ['case-1'] }), TODAY)).toBe(false);
  expect(maySuit(address({ until: { day: '2026-11-21' } }), TODAY)).toBe(false);
  expect(maySuit(address({ until: { day: '2026-11' } }), TODAY)).toBe(true);
});

test('whoever said yes comes before whoever said that it depends', () => {
  const [yes, depends, unknown] = [
    address({ willing: 'yes' }, 'c'),
    address({ willing: 'depends' }, 'b'),
    address({}, 'a'),
  ];
  expect([unknown, depends, yes].sort(bySuiting).map(({ record }) => record)).toEqual(['c', 'b', 'a']);
});
