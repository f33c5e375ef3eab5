import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { advocacyOf } from './advocacy.ts';

const matter = (record: string, dossier: string, fields: Record<string, Value>): ListedRecord => ({
  record,
  dossier,
  kind: 'matter',
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  conflict: false,
  case: { reference: 'M9-ZNB', alias: '', status: 'new' },
  restricted: false,
});

test('a case knows the advocacy matters of other cases that gather it, and the open ones that it could join', () => {
  const matters = [
    matter('gathers', 'other', { type: 'advocacy', cases: 'M9-ZNB\nK7-Q2M\n' }),
    matter('could', 'other', { type: 'advocacy', cases: 'M9-ZNB' }),
    matter('over', 'other', { type: 'advocacy', cases: 'M9-ZNB', result: 'no-remedy' }),
    matter('own', 'mine', { type: 'advocacy', cases: 'K7-Q2M' }),
    matter('complaint', 'other', { type: 'complaint', cases: 'K7-Q2M' }),
    matter('alike', 'third', { type: 'advocacy', cases: 'K7-Q2MX' }),
  ];
  const { gathering, open } = advocacyOf(matters, 'K7-Q2M', 'mine', '2026-11-22');
  expect(gathering.map(({ record }) => record)).toEqual(['gathers']);
  expect(open.map(({ record }) => record)).toEqual(['could', 'alike']);
});
