import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { institutionsOf } from './institutions.ts';

const TODAY = '2026-11-22';
const KNOWN = new Map([['p', 'AIDS Centre']]);
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
  institutionsOf(records, ({ fields }) => String(fields.forum ?? ''), KNOWN, TODAY);

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

test('what leads to one institution adds up, in whatever language it was written down: three broken promises are three', () => {
  const broken = (institution: string) =>
    record('contact', {
      institution,
      institutionIs: 'p',
      date: { day: '2026-11-01' },
      promised: 'A place',
      kept: 'broken',
    });
  const [one, ...rest] = gather([
    broken('AİDS Mərkəzi'),
    broken('Центр СПИД'),
    broken('Маркази СПИД'),
    record('matter', { type: 'advocacy', forumName: 'Centre', forumIs: 'p' }),
  ]);
  expect(one).toMatchObject({ id: 'p', name: 'AIDS Centre', broken: 3, matters: { length: 1 } });
  expect(rest).toEqual([]);
});

test('a link to somebody whom this person may not see says nothing: the name that was said stands', () => {
  const [one] = gather([
    record('contact', { institution: 'Clinic', institutionIs: 'hidden', date: { day: '2026-11-20' } }),
  ]);
  expect(one).toMatchObject({ id: null, name: 'Clinic' });
});
