import { answersIn, dangersOf, escalate } from '@dayaq/domain';
import { expect, test } from 'vitest';
import type { Change, RecordView } from '@dayaq/vault/client';
import { plainRecord } from '../detail/consent-state.ts';
import { aRecord } from '../testing/records.ts';
import { takeDanger } from './take-danger.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const by = { me: 'm2', now: NOW + 1000, today: '2026-11-22', what: 'Act', freshId: 'fresh' };

/** The case after the changes, as far as `set` goes. */
function after(records: readonly RecordView[], changes: readonly Change[]): RecordView[] {
  return changes.reduce<RecordView[]>(
    (all, { kind, record, fields }) => {
      const set = Object.fromEntries(
        Object.entries(fields).flatMap(([name, op]) =>
          'set' in op ? [[name, { value: op.set, by: by.me, at: by.now, alternatives: [] }]] : [],
        ),
      );
      const known = all.find(({ id }) => id === record);
      const made = known ?? { ...aRecord(kind, {}, by.now), id: record };
      return [...all.filter(({ id }) => id !== record), { ...made, fields: { ...made.fields, ...set } }];
    },
    [...records],
  );
}
const standing = (records: readonly RecordView[]) => {
  const plain = records.map(plainRecord);
  return escalate(dangersOf(plain), answersIn(plain), ['m1', 'm2'], NOW + 2000);
};

const DANGERS = [
  aRecord('threat', { type: ['kill'], credible: 'likely' }, NOW),
  aRecord('risk', { instrument: 'defender', level: 'high' }, NOW),
  aRecord('case', { danger: 'high' }, NOW),
];

test.each(DANGERS)('whoever takes a danger told by a $kind keeps the case still', (danger) => {
  expect(standing([danger])).toMatchObject({ state: 'open', who: 'm1' });
  expect(standing(after([danger], takeDanger([danger], danger, by)))).toMatchObject({
    state: 'taken',
    by: 'm2',
  });
});

test('taking uses the task that is there already and makes no second one', () => {
  const [, , head] = DANGERS;
  if (head === undefined) throw new Error('no case');
  const task = aRecord('task', { rule: 're-contact-urgent', what: 'Call', owner: 'm1' }, NOW);
  expect(takeDanger([head, task], head, by).map(({ record }) => record)).toEqual([task.id]);
});

test('a task that was done is not taken again', () => {
  const [threat] = DANGERS;
  if (threat === undefined) throw new Error('no threat');
  const done = aRecord('task', { rule: 'threat-act', about: threat.id, done: NOW - 5 }, NOW - 10);
  expect(takeDanger([threat, done], threat, by).map(({ record }) => record)).toEqual(['fresh']);
});
