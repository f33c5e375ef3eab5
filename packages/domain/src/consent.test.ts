import { describe, expect, test } from 'vitest';
import { isCode } from './code-lists/index.ts';
import { packOf } from './packs/index.ts';
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
  expect(consentGaps([child, consent('1', 'p', 'service')], 'az', 2024)).toEqual([
    { record: '1', gap: 'minor-who-decided' },
  ]);
  expect(consentGaps([child, consent('1', 'p', 'service', { givenBy: 'parent' })], 'az', 2024)).toHaveLength(
    1,
  );
  expect(
    consentGaps(
      [child, consent('1', 'p', 'service', { givenBy: 'parent', decidedBy: 'her mother' })],
      'az',
      2024,
    ),
  ).toEqual([]);
});

test('who decides for an adult says why', () => {
  const adult = client('p', { ageBand: '25-34' });
  expect(consentGaps([adult, consent('1', 'p', 'service')], 'az', 2024)).toEqual([]);
  expect(consentGaps([adult, consent('1', 'p', 'service', { givenBy: 'guardian' })], 'az', 2024)).toEqual([
    { record: '1', gap: 'adult-decided-for' },
  ]);
});

describe.each(['az', 'tj'])('who decides for a child, by the rule of %s', (country) => {
  const gapsOf = (ageBand: string, given: Record<string, unknown>, ...more: PlainRecord[]) =>
    consentGaps([client('p', { ageBand }), consent('1', 'p', 'service', given), ...more], country, 2026).map(
      ({ gap }) => gap,
    );
  const family = record('x', 'perpetrator', { type: 'family' });
  const father = { givenBy: 'parent', decidedBy: 'her father' };

  test('at 0–13 their own yes alone is not enough, at 14–17 it is', () => {
    expect(gapsOf('0-13', { givenBy: 'self' })).toEqual(['minor-alone']);
    expect(gapsOf('14-17', { givenBy: 'self' })).toEqual([]);
  });

  test('a parent decides, unless the family did the harm or threatens it; then somebody writes why it still may', () => {
    expect(gapsOf('0-13', father)).toEqual([]);
    expect(gapsOf('0-13', father, family)).toEqual(['minor-by-family']);
    expect(gapsOf('14-17', father, record('t', 'threat', { byWhom: 'family' }))).toEqual(['minor-by-family']);
    expect(
      gapsOf('0-13', { ...father, decidedWhy: 'It was her uncle; her father left with her.' }, family),
    ).toEqual([]);
    expect(gapsOf('14-17', { givenBy: 'self' }, family)).toEqual([]);
  });

  test('another adult whom the child trusts may decide, with the reason why no parent did', () => {
    const aunt = { givenBy: 'trusted-adult', decidedBy: 'her aunt' };
    expect(gapsOf('0-13', aunt)).toEqual(['minor-other-decider']);
    expect(gapsOf('0-13', { ...aunt, decidedWhy: 'Her parents threw her out.' }, family)).toEqual([]);
  });

  test('where a birth year leaves two ages open, the younger one counts', () => {
    const gaps = consentGaps(
      [client('p', { birthYear: 2012 }), consent('1', 'p', 'service', { givenBy: 'self' })],
      country,
      2026,
    );
    expect(gaps.map(({ gap }) => gap)).toEqual(['minor-alone']);
  });

  test('the rule covers every age under 18 once, names its laws, and says that no lawyer has checked it', () => {
    const rule = packOf(country)?.minors;
    expect(rule?.bands.map(({ from }) => from)).toEqual([
      0,
      ...(rule?.bands ?? []).slice(0, -1).map(({ to }) => to + 1),
    ]);
    expect(rule?.bands.at(-1)?.to).toBe(17);
    for (const giver of rule?.bands.flatMap(({ mayDecide }) => mayDecide) ?? [])
      expect(isCode('consent-givers', giver)).toBe(true);
    expect([rule?.source === '', rule?.checkWithLawyer]).toEqual([false, true]);
  });
});

test('in a country whose rule nobody wrote down yet, only who decided is asked', () => {
  const child = client('p', { ageBand: '0-13' });
  expect(consentGaps([child, consent('1', 'p', 'service', { givenBy: 'self' })], 'xx', 2026)).toEqual([]);
});

test('where two versions say how old somebody is, or who harmed them, the child and the family are what a consent is held against', () => {
  const yes = (more: object = {}) =>
    record('k', 'consent', { of: 'p', to: 'service', decision: 'yes', givenBy: 'self', ...more });
  const person = (fields: object, versions: Record<string, unknown[]> = {}) =>
    record('p', 'person', { role: 'client', ...fields }, { conflict: true, versions });
  for (const doubted of [
    person({ birthYear: 2006 }, { birthYear: [2006, 2013] }),
    person({ minor: 'no' }, { minor: ['no', 'yes'] }),
    person({ ageBand: '18-24' }, { ageBand: ['18-24', '0-13'] }),
  ])
    expect(consentGaps([doubted, yes()], 'az', 2026)).toHaveLength(1);
  expect(consentGaps([person({ birthYear: 2000 }, { alias: ['a', 'b'] }), yes()], 'az', 2026)).toEqual([]);
  const child = person({ minor: 'yes', birthYear: 2016 });
  const byParent = yes({ givenBy: 'parent', decidedBy: 'Mother' });
  const doubtful = record(
    'd',
    'perpetrator',
    { type: 'police' },
    { versions: { type: ['police', 'family'] } },
  );
  expect(consentGaps([child, byParent, doubtful], 'az', 2026)).toMatchObject([{ gap: 'minor-by-family' }]);
});
