import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { institutionsOf } from './institutions.ts';

const TODAY = '2026-11-22';
let made = 0;
const record = (kind: string, fields: Record<string, Value>): ListedRecord => ({
  record: `r${made++}`,
  dossier: `d${made}`,
  kind,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  conflict: false,
  case: { reference: 'K7-Q2M', alias: '', status: 'new' },
  restricted: false,
});
const gather = (records: ListedRecord[]) =>
  institutionsOf(records, ({ fields }) => String(fields.forum ?? ''), TODAY);

test('contacts and matters of several cases meet under one institution, whatever the case of its letters', () => {
  const [one, ...rest] = gather([
    record('contact', { institution: 'AİDS Mərkəzi', date: { day: '2026-11-01' } }),
    record('contact', { institution: 'aids  mərkəzi ', date: { day: '2026-11-10' } }),
    record('contact', { institution: 'Aids mərkəzi', date: { day: '2026-11-12' } }),
    record('matter', { type: 'complaint', forumName: 'Aids mərkəzi' }),
  ]);
  expect(one?.name).toBe('Aids mərkəzi');
  expect(one).toMatchObject({ last: '2026-11-12', matters: { length: 1 }, contacts: { length: 3 } });
  expect(rest).toEqual([]);
});

test('whoever is late with a promise comes first', () => {
  const found = gather([
    record('contact', { institution: 'Court', date: { day: '2026-11-20' } }),
    record('contact', {
      institution: 'Clinic',
      date: { day: '2026-10-01' },
      promised: 'A place',
      promisedBy: { day: '2026-11-01' },
    }),
  ]);
  expect(found.map(({ name, overdue, openPromises }) => [name, overdue, openPromises])).toEqual([
    ['Clinic', true, 1],
    ['Court', false, 0],
  ]);
});

test('a matter without a name of its own stands under the kind of its forum', () => {
  expect(gather([record('matter', { type: 'complaint', forum: 'police' })])[0]?.name).toBe('police');
});
