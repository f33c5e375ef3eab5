import { createTranslator, loadMessages } from '@dayaq/locale';
import type { LinkEnd, RecordView } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { record } from '../plans/testing/records.ts';
import { consultationSheet } from './consultation-sheet.ts';

const around = {
  translator: createTranslator('en', await loadMessages('en')),
  members: [],
  country: 'az',
  records: [],
};
const sheetOf = (...records: RecordView[]) => {
  const [root] = records;
  if (root === undefined) throw new Error('no root');
  return consultationSheet(root, { records, about: [] }, around, '2026-11-30');
};
const root = record('c', 'consultation', {
  name: 'The draft plan',
  type: 'draft-discussed',
  note: 'ours alone',
});

test('whoever is not to be named leaves no word by which they could be told, and is counted', () => {
  const sheet = sheetOf(
    root,
    record('a', 'consulted', {
      name: 'Quiet house',
      nameHidden: true,
      side: 'partner',
      told: 'yes',
      heard: 'yes',
      said: 'We of Quiet house ask…',
      source: 'a letter of Quiet house',
      reason: 'Quiet house was late',
    }),
  );
  expect(JSON.stringify(sheet)).not.toContain('Quiet house');
  expect(sheet.count.steps.told.yes).toBe(1);
  expect(sheet.who[0]?.name).toBe('');
});

test('our notes, who of us follows a proposal, and who made it are not in it', () => {
  const sheet = sheetOf(
    root,
    record('a', 'consulted', { name: 'Lantern', side: 'partner' }),
    record('p', 'proposal', {
      words: 'A shelter in each region',
      by: ['a'],
      owner: 'alice',
      to: 'The ministry',
    }),
  );
  const all = JSON.stringify({ ...sheet, who: [] });
  for (const kept of ['ours alone', 'alice', 'Lantern']) expect(all).not.toContain(kept);
  expect(all).toContain('The ministry');
});

test('that a proposal has no answer by the promised day stands on paper, and which plan it was about', () => {
  const plan = (id: string, name: string, restricted: boolean): LinkEnd => ({
    id,
    kind: 'framework',
    dossier: id,
    root: 'framework',
    mention: { reference: '', alias: '', status: '', summary: '', violations: [] },
    fields: { name },
    restricted,
  });
  const records = [
    root,
    record('late', 'proposal', { words: 'A shelter', to: 'The ministry', answerBy: { day: '2026-06' } }),
    record('waits', 'proposal', { words: 'A lawyer', answerBy: { day: '2026-12' } }),
    record('none', 'proposal', { words: 'A clinic' }),
    record('said', 'proposal', { words: 'A line', fate: 'refused', answerBy: { day: '2026-06' } }),
  ];
  const about = [plan('p', 'The Action Plan', false), plan('q', 'A quiet plan', true)];
  const sheet = consultationSheet(root, { records, about }, around, '2026-11-30');
  expect(sheet.proposals.map(({ state }) => state)).toEqual(['late', 'waits', 'no-day', 'answered']);
  expect(sheet.about).toEqual(['The Action Plan']);
  // What some of us alone may read is not named, and the person who prints is told so.
  expect(sheet.aboutKeptBack).toBe(true);
  expect(JSON.stringify(sheet)).not.toContain('quiet');
});
