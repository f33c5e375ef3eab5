import type { RecordView, Value } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { editOps, lacking, overtaken } from './record-state.ts';

const stamp = { by: 'r', at: 1 };
const person = (values: Record<string, Value>): RecordView => ({
  id: 'p',
  kind: 'person',
  deleted: false,
  created: stamp,
  updated: stamp,
  fields: Object.fromEntries(
    Object.entries(values).map(([k, value]) => [k, { value, by: 'r', at: 1, alternatives: [] }]),
  ),
});

describe('an edit', () => {
  const before = { alias: 'Zeinab', safeHours: 'evenings', populations: ['sex-work'] };

  it('sends only the fields that the person changed', () => {
    expect(editOps('person', before, { ...before, safeHours: 'mornings' })).toEqual({
      safeHours: { set: 'mornings' },
    });
    expect(editOps('person', before, before)).toEqual({});
  });

  it('tells when a colleague changed the same field while the dialog was open', () => {
    const ops = editOps('person', before, {
      ...before,
      safeHours: 'mornings',
      populations: ['sex-work', 'migrant'],
    });
    expect(overtaken(ops, before, person({ ...before, safeHours: 'never' }))).toEqual(['safeHours']);
  });

  it('does not ask when a colleague changed something else, wrote the same, or added to a set', () => {
    const ops = editOps('person', before, { ...before, safeHours: 'mornings', populations: ['migrant'] });
    expect(overtaken(ops, before, person({ ...before, alias: 'Z.' }))).toEqual([]);
    expect(overtaken(ops, before, person({ ...before, safeHours: 'mornings' }))).toEqual([]);
    expect(overtaken(ops, before, person({ ...before, populations: ['trans'] }))).toEqual([]);
  });

  it('asks only for what must be there and is shown', () => {
    expect(lacking('violation', {}, undefined)).toEqual(['type']);
    expect(lacking('violation', {}, ['account'])).toEqual([]);
    expect(lacking('violation', { type: 'evicted' }, undefined)).toEqual([]);
  });
});
