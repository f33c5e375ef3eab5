import { custodyOf, offersTo, shareOnly, withFiles } from '@dayaq/domain';
import type { Change, RecordView } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { applyChanges } from '../changes-between.ts';
import { plainRecord } from '../record-values.ts';
import { custodyDocument, givingChanges } from './custody-bundle.ts';
import { stepChange, stepsOfAdding } from './custody-steps.ts';

const sealed = (blob: string) => ({
  blob,
  key: 'k',
  size: 3,
  name: 'bruise.jpg',
  mediaType: 'image/jpeg',
  sha256: blob.repeat(64),
});
const WRITER = { me: 'wren', today: '2026-11-20' };
const view = ({ kind, record, fields }: Change, at: number): RecordView => ({
  id: record,
  kind,
  deleted: false,
  fields: Object.fromEntries(
    Object.entries(applyChanges({}, fields)).map(([name, value]) => [
      name,
      { value, by: 'wren', at, alternatives: [] },
    ]),
  ),
  created: { by: 'wren', at },
  updated: { by: 'wren', at },
});
const FILE = view(
  {
    kind: 'file',
    record: 'f',
    fields: {
      role: { set: 'photo' },
      description: { set: 'Her arm' },
      file: { set: sealed('a') },
      workingCopy: { set: sealed('b') },
      sha256: { set: 'a'.repeat(64) },
    },
  },
  1,
);
const adding = stepsOfAdding(
  { file: sealed('a'), workingCopy: sealed('b') },
  { from: 'Her sister', how: 'messenger', sha256: 'a'.repeat(64) },
  WRITER,
).map((values, i) => stepChange(`s${i}`, 'f', values));
const giving = givingChanges([{ file: FILE, copy: 'clean-copy' }], { to: 'The court', why: 'Trial' }, ['g'], {
  me: 'wren',
  today: '2026-11-25',
});
const records = [FILE, ...[...giving, ...adding].map((change) => view(change, 1))];

test('the sheet of a file tells how it came, what was made of it, to whom a copy went, each with its fingerprint', () => {
  const sheet = custodyOf(plainRecord(FILE), records.map(plainRecord));
  expect(sheet.map(({ step, from, to, sha256 }) => [step, from || to, sha256.slice(0, 1)])).toEqual([
    ['received', 'Her sister', 'a'],
    ['copied', '', 'b'],
    ['handed-over', 'The court', 'b'],
  ]);
});

test('where only the clean copy was kept, the sheet still has the fingerprint of what came', () => {
  const steps = stepsOfAdding({ file: sealed('b') }, { from: '', sha256: 'a'.repeat(64) }, WRITER);
  expect(steps.map(({ step, sha256 }) => [step, String(sha256).slice(0, 1)])).toEqual([
    ['received', 'a'],
    ['copied', 'b'],
    ['original-not-kept', 'a'],
  ]);
});

test('a referral carries how a chosen file came, and neither from whom nor to whom else it was given', () => {
  const consent = {
    ...plainRecord(FILE),
    id: 'c',
    kind: 'consent',
    fields: { of: 'p', to: 'sharing', decision: 'yes', parts: ['files'] },
  };
  const person = { ...consent, id: 'p', kind: 'person', fields: { role: 'client' } };
  const shared = (files: string[]) =>
    shareOnly([...records.map(plainRecord), person], consent, withFiles({ p: [] }, files));
  const steps = shared(['f']).filter(({ kind }) => kind === 'custody');
  expect(steps.map(({ fields }) => fields['step']).sort()).toEqual(['copied', 'received']);
  expect(JSON.stringify(steps)).not.toMatch(/sister|court|wren/i);
  expect(shared([])).toEqual([]);
  // It is asked with the file, not field by field.
  expect(
    offersTo([...records.map(plainRecord), person], 'p').filter(({ kind }) => kind === 'custody'),
  ).toEqual([]);
});

test('what a bundle says names nobody unless that was chosen, and always the copies that lie in it', () => {
  const around = {
    records: [FILE, ...adding.map((change) => view(change, 1))],
    reference: 'K7Q-2MX',
    nameOf: () => 'Wren',
  };
  const chosen = [{ file: FILE, copy: 'clean-copy' as const }];
  const quiet = custodyDocument(chosen, giving, { ...around, named: false });
  expect(JSON.stringify(quiet)).not.toMatch(/sister|court|wren|arm|bruise|trial/i);
  expect(quiet.files[0]?.steps.map(({ step }) => step)).toEqual(['received', 'copied', 'handed-over']);
  expect(quiet.files[0]?.inside).toEqual([
    { name: 'files/001-clean-copy.jpg', copy: 'clean-copy', sha256: 'b'.repeat(64) },
  ]);
  const told = JSON.stringify(custodyDocument(chosen, giving, { ...around, named: true }));
  for (const word of ['Her sister', 'The court', 'Wren', 'Her arm', 'Trial']) expect(told).toContain(word);
});

test('a step that names another one than who signed it says both, on paper that names people and on paper that does not', () => {
  const by = (account: string, record: RecordView): RecordView => ({
    ...record,
    created: { ...record.created, by: account },
  });
  const forged = giving.map((change) => by('forger', view(change, 2)));
  const around = {
    records: [FILE, ...adding.map((change) => view(change, 1)), ...forged],
    reference: 'K7Q-2MX',
    nameOf: (account: string) => (account === 'wren' ? 'Wren' : 'Forger'),
  };
  const stepsOf = (named: boolean) =>
    custodyDocument([{ file: FILE, copy: 'clean-copy' }], [], { ...around, named }).files[0]?.steps ?? [];
  expect(stepsOf(true).at(-1)).toMatchObject({ by: 'Wren', signedBy: 'Forger', signedByAnother: true });
  expect(stepsOf(false).at(-1)).toMatchObject({ signedByAnother: true });
  expect(JSON.stringify(stepsOf(false))).not.toMatch(/wren|forger/i);
  expect(stepsOf(true).filter((step) => 'signedBy' in step)).toHaveLength(1);
});
