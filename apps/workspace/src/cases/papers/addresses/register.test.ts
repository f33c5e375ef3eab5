import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { linesOf, withLine } from '../../reference-lines.ts';
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

test('each case that uses an address takes one of its places, and is written once', () => {
  const used = withLine(withLine(withLine(null, 'K7-Q2M'), 'M9-ZNB'), 'K7-Q2M');
  expect(linesOf(used)).toEqual(['K7-Q2M', 'M9-ZNB']);
  expect(placesLeft(address({ places: 3, usedBy: used }))).toBe(1);
  expect(placesLeft(address({ places: 1, usedBy: used }))).toBe(0);
  expect(placesLeft(address({ usedBy: used }))).toBeNull();
});

test('an address that is full, refused or over is not offered', () => {
  expect(maySuit(address({}), TODAY)).toBe(true);
  expect(maySuit(address({ willing: 'no' }), TODAY)).toBe(false);
  expect(maySuit(address({ places: 1, usedBy: 'K7-Q2M' }), TODAY)).toBe(false);
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
