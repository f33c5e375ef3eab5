import type { ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { gatherAll, lacksOf } from './lacks.ts';

const TODAY = '2026-11-29';

function listed(
  kind: string,
  record: string,
  dossier: string,
  fields: Record<string, Value>,
  more: Partial<ListedRecord> = {},
): ListedRecord {
  return {
    kind,
    record,
    dossier,
    fields,
    created: { by: 'a', at: 1 },
    updated: { by: 'a', at: 1 },
    conflict: false,
    case: { reference: dossier, alias: '', status: 'in-progress' },
    restricted: false,
    ...more,
  };
}
const lacking = (n: number, fields: Record<string, Value> = {}, more: Partial<ListedRecord> = {}) =>
  listed(
    'document-need',
    `n${n}`,
    `case${String(n).padStart(3, '0')}`,
    {
      document: 'residence-record',
      state: 'missing',
      ...fields,
    },
    more,
  );

test('a hundred cases with the same lack are one barrier, with its causes counted', () => {
  const hundred = Array.from({ length: 104 }, (_, n) =>
    lacking(n, { cause: n < 60 ? 'after-prison' : n < 90 ? 'left-by-family' : null }),
  );
  const [lack, ...others] = lacksOf([...hundred, lacking(3)], [], TODAY);
  expect(others).toEqual([]);
  expect(lack?.cases).toHaveLength(104);
  expect(lack?.causes.slice(0, 2)).toEqual([
    { cause: 'after-prison', count: 60 },
    { cause: 'left-by-family', count: 30 },
  ]);
  const act = gatherAll(lack ?? never(), { me: 'me', today: TODAY, record: 'new' });
  expect(act?.changes).toHaveLength(1);
  expect(act?.changes[0]?.fields).toMatchObject({
    type: { set: 'advocacy' },
    document: { set: 'residence-record' },
    cases: { add: lack?.cases, del: [] },
  });
});

test('what is in hand, closed, restricted or rare is no barrier', () => {
  const needs = [
    lacking(1),
    lacking(2),
    lacking(3, { state: 'has' }),
    lacking(4, {}, { restricted: true }),
    lacking(5, {}, { case: { reference: '5', alias: '', status: 'closed' } }),
  ];
  expect(lacksOf(needs, [], TODAY)).toEqual([]);
});

test('a matter that gathers them already grows by those that it lacks, and a closed one is left alone', () => {
  const needs = [1, 2, 3].map((n) => lacking(n));
  const matter = (more: Record<string, Value>) =>
    listed('matter', 'm', 'case001', {
      type: 'advocacy',
      document: 'residence-record',
      filed: { day: '2026-11-01' },
      cases: ['case001', 'case002'],
      ...more,
    });
  const [lack] = lacksOf(needs, [matter({})], TODAY);
  expect(lack).toMatchObject({ matter: { record: 'm', dossier: 'case001' }, missing: ['case003'] });
  expect(gatherAll(lack ?? never(), { me: 'me', today: TODAY, record: 'new' })).toEqual({
    dossier: 'case001',
    changes: [{ kind: 'matter', record: 'm', fields: { cases: { add: ['case003'], del: [] } } }],
  });
  expect(lacksOf(needs, [matter({ result: 'no-remedy' })], TODAY)[0]?.matter).toBeNull();
});

function never(): never {
  throw new Error('no lack');
}
