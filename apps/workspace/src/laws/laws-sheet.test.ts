import { createTranslator, loadMessages } from '@dayaq/locale';
import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { lawsSheet } from './laws-sheet.ts';

const around = {
  translator: createTranslator('en', await loadMessages('en')),
  members: [],
  country: 'az',
  records: [],
};
const stamp = { by: 'leyla', at: 1000 };
const row = (
  record: string,
  dossier: string,
  kind: string,
  fields: Record<string, Value>,
  restricted = false,
): ListedRecord => ({
  record,
  dossier,
  kind,
  fields,
  created: stamp,
  updated: stamp,
  conflict: false,
  case: null,
  restricted,
});
const RECORDS = [
  row('c', 'c', 'law', { name: 'A convention', type: 'convention', silentAfter: 6, note: 'ours alone' }),
  row('s', 'c', 'law-step', {
    stage: 'signed',
    date: { day: '2026-01' },
    voice: 'state',
    source: 'A gazette',
  }),
  row('p1', 'c', 'penalty', {
    article: '190-2',
    words: 'Selling sex',
    wanted: 'lower',
    ended: { day: '2026-05' },
  }),
  row('p2', 'c', 'penalty', {
    article: '190-1',
    words: 'Standing at a corner',
    penalty: 'a fine of 100',
    wanted: 'abolish',
  }),
  row('p3', 'q', 'penalty', { article: 'quiet article', words: 'quiet', wanted: 'abolish' }, true),
  row('q', 'q', 'law', { name: 'A quiet draft', type: 'law' }, true),
  row('t', 'q', 'law-step', { stage: 'drafted', date: { day: '2026' }, voice: 'ours' }, true),
];

test('where laws stand goes on paper, without our notes, and without those that are open to some of us alone', () => {
  const sheet = lawsSheet(RECORDS, around, '2026-11-30');
  expect(sheet.keptBack).toBe(1);
  expect(sheet.lines).toMatchObject([
    { name: 'A convention', stands: 'Signed (January 2026)', silence: 'Silent: no step for 9 months' },
  ]);
  // What is to be abolished stands before what is over.
  expect(sheet.lines[0]?.penalties).toMatchObject([
    { article: '190-1', words: ['Standing at a corner', 'a fine of 100'] },
    { article: '190-2', wanted: 'over: May 2026' },
  ]);
  expect(JSON.stringify(sheet)).not.toMatch(/ours alone|quiet/i);
});
