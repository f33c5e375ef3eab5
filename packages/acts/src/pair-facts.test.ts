import type { RecordView, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { pairFacts } from './pair-facts.ts';

const AT = { by: 'leyla', at: 1 };
function record(
  id: string,
  kind: string,
  values: Record<string, Value>,
  doubt: Record<string, Value[]> = {},
): RecordView {
  const fields = Object.entries(values).map(([name, value]) => [
    name,
    { value, ...AT, alternatives: (doubt[name] ?? []).map((each) => ({ value: each, ...AT })) },
  ]);
  return { id, kind, deleted: false, fields: Object.fromEntries(fields), created: AT, updated: AT };
}
const end = (id: string, records: RecordView[]) => ({ view: { id, records }, person: `${id}-p` });

test('what is needed to say whether two are one stands beside each other, and where they differ is marked', () => {
  const one = end('a', [
    record('a', 'case', { oldNumber: '17/2025' }),
    record('a-p', 'person', {
      role: 'client',
      safeContact: '+992 90 123-45-67',
      genderIdentity: 'woman',
      birthYear: 1990,
    }),
    record('a-v', 'violation', { type: 'beating', date: { day: '2026-03-01' } }),
  ]);
  const other = end('b', [
    record('b', 'case', { area: 'tj-dushanbe' }),
    record('b-p', 'person', {
      role: 'client',
      safeContact: '901234567',
      genderIdentity: 'man',
      birthYear: 1990,
    }),
    record('b-x', 'person', { role: 'dependant', genderIdentity: 'woman' }),
    record('b-v', 'violation', { type: 'beating', date: { day: '2026-03-02' } }),
  ]);
  const rows = pairFacts(one, other);
  expect(rows.map(({ field, differs }) => [field, differs])).toEqual([
    ['oldNumber', false],
    ['safeContact', false],
    ['genderIdentity', true],
    ['birthYear', false],
    ['area', false],
    ['date', true],
    ['type', false],
  ]);
});

test('of a field in doubt every version is told, and one that fits is enough', () => {
  const doubted = end('a', [
    record('a-p', 'person', { role: 'client', birthYear: 1990 }, { birthYear: [1990, 1991] }),
  ]);
  const sure = end('b', [record('b-p', 'person', { role: 'client', birthYear: 1991 })]);
  const [row] = pairFacts(doubted, sure);
  expect(row?.one.map(({ value }) => value)).toEqual([1990, 1991]);
  expect(row?.differs).toBe(false);
});
