import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { consentGaps, consentState as stateOfMarked, standingShares as sharesOfMarked } from './consent.ts';
import { byClock, inOrder } from './order.ts';

const consentState = (records: readonly PlainRecord[], person?: string) =>
  stateOfMarked(inOrder(records, byClock), person);
const standingShares = (records: readonly PlainRecord[], person: string) =>
  sharesOfMarked(inOrder(records, byClock), person);

let clock = 1000;
function record(
  id: string,
  kind: string,
  fields: Record<string, unknown>,
  more: Partial<PlainRecord> = {},
): PlainRecord {
  clock += 1;
  return {
    id,
    kind,
    deleted: false,
    fields,
    created: { by: 'm', at: clock },
    updated: { by: 'm', at: clock },
    ...more,
  };
}
const client = (id: string, more: Record<string, unknown> = {}) =>
  record(id, 'person', { role: 'client', ...more });
const consent = (id: string, of: string, to: string, more: Record<string, unknown> = {}) =>
  record(id, 'consent', { of, to, decision: 'yes', ...more });

test('what was not asked is neither yes nor no', () => {
  expect(consentState([client('p')])).toEqual({
    service: 'not-asked',
    sharing: 'not-asked',
    statistics: 'not-asked',
    story: 'not-asked',
  });
});

test('the last decision counts', () => {
  const records = [
    client('p'),
    consent('1', 'p', 'statistics'),
    consent('2', 'p', 'statistics', { decision: 'no' }),
  ];
  expect(consentState(records).statistics).toBe('no');
});

test('a withdrawal outlasts the yes before it', () => {
  const records = [client('p'), consent('1', 'p', 'story', { withdrawn: { day: '2024-05-02' } })];
  expect(consentState(records).story).toBe('withdrawn');
});

test('of several clients the strictest decides for the case, and each stands alone', () => {
  const records = [client('p'), client('q'), consent('1', 'p', 'service')];
  expect(consentState(records).service).toBe('not-asked');
  expect(consentState(records, 'p').service).toBe('yes');
});

test('a witness is not asked for the clients', () => {
  const records = [client('p'), record('w', 'person', { role: 'witness' }), consent('1', 'p', 'service')];
  expect(consentState(records).service).toBe('yes');
});

test('sharing is decided for each recipient', () => {
  const records = [
    client('p'),
    consent('1', 'p', 'sharing', { recipient: 'Shelter', parts: ['contact'] }),
    consent('2', 'p', 'sharing', { recipient: 'Lawyer', parts: ['what-happened'] }),
    consent('3', 'p', 'sharing', { recipient: 'Shelter', decision: 'no' }),
  ];
  expect(consentState(records).sharing).toBe('yes');
  expect(standingShares(records, 'p')).toEqual([
    { record: '2', recipient: 'Lawyer', parts: ['what-happened'] },
  ]);
});

test('two decisions that disagree unseen allow nothing', () => {
  const records = [client('p'), { ...consent('1', 'p', 'statistics'), conflict: true }];
  expect(consentState(records).statistics).toBe('no');
});

test('for a minor somebody must be named as having decided', () => {
  const child = client('p', { ageBand: '14-17' });
  expect(consentGaps([child, consent('1', 'p', 'service')], 2024)).toEqual([
    { record: '1', gap: 'minor-who-decided' },
  ]);
  expect(consentGaps([child, consent('1', 'p', 'service', { givenBy: 'parent' })], 2024)).toHaveLength(1);
  expect(
    consentGaps([child, consent('1', 'p', 'service', { givenBy: 'parent', decidedBy: 'her mother' })], 2024),
  ).toEqual([]);
});

test('who decides for an adult says why', () => {
  const adult = client('p', { ageBand: '25-34' });
  expect(consentGaps([adult, consent('1', 'p', 'service')], 2024)).toEqual([]);
  expect(consentGaps([adult, consent('1', 'p', 'service', { givenBy: 'guardian' })], 2024)).toEqual([
    { record: '1', gap: 'adult-decided-for' },
  ]);
});
