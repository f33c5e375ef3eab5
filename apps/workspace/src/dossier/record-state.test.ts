import type { RecordView, Value } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import {
  editOps,
  lacking,
  NOTHING_WRITTEN,
  overtaken,
  readWritten,
  tooLong,
  written,
} from './record-state.ts';

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

describe('what is written and not saved', () => {
  const opened = { alias: 'Zeinab', safeHours: 'evenings', populations: ['sex-work'] };
  const offered = { ...opened, role: 'client' };

  it('is only what the person touched, beside what stood there when they began', () => {
    const next = { ...offered, safeHours: 'mornings', codeWord: 'linden' };
    expect(written(NOTHING_WRITTEN, opened, offered, next)).toEqual({
      after: { safeHours: 'mornings', codeWord: 'linden' },
      before: { safeHours: 'evenings', codeWord: null },
    });
    expect(written(NOTHING_WRITTEN, opened, offered, offered)).toEqual({ after: {}, before: {} });
  });

  it('remembers over a lock what a field held before, so that a colleague is not overwritten unseen', () => {
    const kept = { ...NOTHING_WRITTEN, before: { safeHours: 'evenings' }, after: { safeHours: 'mornings' } };
    const now = person({ ...opened, safeHours: 'never' });
    const again = readWritten(kept, 'person', now, [now]);
    expect(again).toMatchObject({ after: { safeHours: 'mornings' } });
    const before = { ...opened, safeHours: 'never', ...again?.before };
    const ops = editOps('person', before, { ...before, ...again?.after });
    expect(overtaken(ops, before, now)).toEqual(['safeHours']);
    // Typing on does not forget it.
    const more = written(kept, { ...opened, safeHours: 'never' }, opened, { ...opened, safeHours: 'noon' });
    expect(more.before).toEqual({ safeHours: 'evenings' });
    // Nor that a field was empty then.
    const empty = { ...NOTHING_WRITTEN, before: { codeWord: null }, after: { codeWord: 'linden' } };
    const now2 = { ...opened, codeWord: 'elm' };
    expect(written(empty, now2, now2, { ...now2, codeWord: 'lime' }).before).toEqual({ codeWord: null });
  });

  it('is not offered again once it stands in the record, whoever wrote it there', () => {
    const kept = { ...NOTHING_WRITTEN, before: { safeHours: 'evenings' }, after: { safeHours: 'mornings' } };
    const now = person({ ...opened, safeHours: 'mornings' });
    expect(readWritten(kept, 'person', now, [now])).toBeNull();
    const fresh = { ...NOTHING_WRITTEN, id: 'p', after: { alias: 'Zeinab' } };
    expect(readWritten(fresh, 'person', null, [now])).toBeNull();
    expect(readWritten(fresh, 'person', null, [])).toMatchObject({ id: 'p' });
  });

  it('is nothing where something else lies in its place', () => {
    for (const kept of [
      null,
      'x',
      [],
      {},
      { id: 1, before: {}, after: {} },
      { id: 'p', before: [], after: {} },
    ])
      expect(readWritten(kept, 'person', null, [])).toBeNull();
  });

  it('tells which texts do not fit their field', () => {
    expect(tooLong('note', { text: 'a'.repeat(10_000) })).toEqual([]);
    expect(tooLong('note', { text: 'a'.repeat(10_001) })).toEqual(['text']);
    expect(tooLong('person', { alias: 'a'.repeat(500), note: null })).toEqual(['alias']);
  });
});
