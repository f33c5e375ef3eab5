import type { DossierView, RecordView } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { aRecord } from '../../cases/testing/records.ts';
import { heldThere } from './caseload.ts';

/** A case that "leyla" holds, with what else is in it. */
function held(root: Parameters<typeof aRecord>[1], ...others: RecordView[]) {
  const head = aRecord('case', { owner: 'leyla', status: 'new', alias: 'Zeynab', ...root });
  const view: Partial<DossierView> = {
    id: head.id,
    kind: 'case',
    records: [head, ...others],
    restricted: false,
  };
  return heldThere(view as DossierView, 'leyla');
}

test('what is handed on says how dangerous it is', () => {
  expect(held({ danger: 'high' })?.danger).toBe('high');
  expect(held({}, aRecord('threat', { type: ['kill'], credible: 'likely' }))?.danger).toBe('critical');
  expect(held({ danger: 'some' })).toMatchObject({ title: 'Zeynab', danger: null });
});

test('a case that somebody else leads is told apart from those that they lead', () => {
  const response = aRecord('response', { type: 'escort', owner: 'leyla', planned: { day: '2026-12-01' } });
  expect(held({}, response)).toMatchObject({ leads: true, things: 2 });
  expect(held({ owner: 'nigar' }, response)).toMatchObject({ leads: false, things: 1 });
});
