import type { RecordView } from '@dayaq/vault/client';
import { expect, it } from 'vitest';
import { hasBegun } from './counselling.ts';

const record = (id: string, kind: string, by: string): RecordView => ({
  id,
  kind,
  deleted: false,
  fields: {},
  created: { by, at: 1 },
  updated: { by, at: 1 },
});

it('a counsellor begins notes of their own, also where a colleague has named them a reader of theirs', () => {
  const theirs = { id: 'n', records: [record('n', 'counselling', 'murad'), record('x', 'note', 'elza')] };
  expect(hasBegun([], 'elza')).toBe(false);
  expect(hasBegun([theirs], 'elza')).toBe(false);
  expect(hasBegun([theirs, { id: 'm', records: [record('m', 'counselling', 'elza')] }], 'elza')).toBe(true);
});
