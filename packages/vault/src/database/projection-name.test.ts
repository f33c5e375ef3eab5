import { KINDS } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { projectionName } from './projection-name.ts';

const name = (kinds: object, rules = 'r', tables = 't') => projectionName(tables, kinds, rules);
const { case: known, ...others } = KINDS;

test('the projection is the same for as long as tables, kinds and rules are', () => {
  expect(name(KINDS)).toBe(name(structuredClone(KINDS)));
});

test.each([
  ['a table', name(KINDS, 'r', 'other')],
  ['a rule', name(KINDS, 'other')],
  ['a field', name({ ...others, case: { ...known, fields: known.fields.slice(1) } })],
  ['a filter', name({ ...others, case: { ...known, card: { ...known.card, facets: [] } } })],
  ['a title', name({ ...others, case: { ...known, title: [...known.title].reverse() } })],
])('%s that changes has it made again', (_, changed) => {
  expect(changed).not.toBe(name(KINDS));
});
