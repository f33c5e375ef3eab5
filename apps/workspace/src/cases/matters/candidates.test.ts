import type { ListedRecord } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { candidatesFor } from './candidates.ts';
import type { Institution } from './institutions.ts';

const said = (restricted: boolean): ListedRecord => ({
  record: 'r',
  dossier: 'd',
  kind: 'contact',
  fields: {},
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  conflict: false,
  case: null,
  restricted,
});
const institution = (name: string, id: string | null = null, restricted = false): Institution => ({
  key: id ?? name,
  id,
  name,
  contacts: [said(restricted)],
  matters: [],
  last: '',
  openPromises: 0,
  broken: 0,
  overdue: false,
  open: false,
});
const KNOWN = [
  { id: 'p', name: 'AİDS Mərkəzi', names: ['AİDS Mərkəzi', 'Центр СПИД', 'AIDS Centre'] },
  { id: 'q', name: 'Ədliyyə Nazirliyi', names: ['Ədliyyə Nazirliyi'] },
];

test('whoever has a name that sounds so stands first, in whatever alphabet it was written', () => {
  for (const name of ['Центр СПИД', 'aids mərkəzi', 'АИДС Мяркязи', 'AIDS Centre']) {
    const [first, second] = candidatesFor(institution(name), KNOWN, [], '');
    expect([name, first?.id, first?.isLike, second?.isLike]).toEqual([name, 'p', true, false]);
  }
});

test('others that go by their name alone are offered too, and none to itself', () => {
  const others = [institution('Polis idarəsi'), institution('Полис идареси'), institution('Known', 'p')];
  const found = candidatesFor(others[0] ?? institution(''), [], others, '');
  expect(found.map(({ name, isLike }) => [name, isLike])).toEqual([['Полис идареси', true]]);
});

test('a name that was said only where some may read is not offered to be put into the directory', () => {
  const others = [institution('Polis'), institution('Полис', null, true)];
  expect(candidatesFor(others[0] ?? institution(''), [], others, '')).toEqual([]);
});

test('what is typed narrows them', () => {
  expect(candidatesFor(institution('x'), KNOWN, [], 'Адлийя').map(({ id }) => id)).toEqual(['q']);
});
