import type { RecordView } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { conflictsOf, settle, together } from './conflicts.ts';

const stamp = { by: 'r', at: 1 };
const versions = [
  { value: 'waiting', by: 'n', at: 20 },
  { value: 'closed', by: 'r', at: 10 },
];
const record = (id: string, fields: RecordView['fields'], deleted = false): RecordView => ({
  id,
  kind: 'case',
  deleted,
  fields,
  created: stamp,
  updated: stamp,
});
const torn = { status: { value: 'waiting', by: 'n', at: 20, alternatives: versions } };

describe('two versions of a field', () => {
  it('are shown oldest first, with who and when', () => {
    const [conflict] = conflictsOf([record('c', torn)]);
    expect(conflict?.versions.map((v) => [v.value, v.by])).toEqual([
      ['closed', 'r'],
      ['waiting', 'n'],
    ]);
  });

  it('are settled by setting the field, even to the version that was shown', () => {
    const [conflict] = conflictsOf([record('c', torn)]);
    expect(conflict && settle(conflict, 'waiting')).toEqual({
      kind: 'case',
      record: 'c',
      fields: { status: { set: 'waiting' } },
    });
  });

  it('of a deleted record ask only whether it stays deleted', () => {
    const deletion = {
      value: true,
      by: 'n',
      at: 20,
      alternatives: [
        { value: true, by: 'n', at: 20 },
        { value: false, by: 'r', at: 21 },
      ],
    };
    const found = conflictsOf([record('c', { ...torn, deleted: deletion }, true)]);
    expect(found.map((c) => c.field)).toEqual(['deleted']);
    expect(found[0] && settle(found[0], false)).toEqual({
      kind: 'case',
      record: 'c',
      fields: {},
      deleted: false,
    });
  });

  it('are settled together in one change a record', () => {
    const changes = together([
      { kind: 'case', record: 'c', fields: { status: { set: 'new' } } },
      { kind: 'case', record: 'c', fields: { alias: { set: 'Z.' } } },
      { kind: 'note', record: 'n', fields: {}, deleted: false },
    ]);
    expect(changes).toEqual([
      { kind: 'case', record: 'c', fields: { status: { set: 'new' }, alias: { set: 'Z.' } } },
      { kind: 'note', record: 'n', fields: {}, deleted: false },
    ]);
  });
});
