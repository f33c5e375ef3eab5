import type { RecordView, Value } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { handOnChanges, heldIn, keptBecause, takeBackChanges } from './hand-on.ts';

const AT = 1000;

function record(
  id: string,
  kind: string,
  values: Record<string, Value>,
  updated = { by: 'leyla', at: AT },
): RecordView {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, by: updated.by, at: updated.at, alternatives: [] },
    ]),
  );
  return { id, kind, deleted: false, fields, created: { by: 'leyla', at: AT }, updated };
}

const RECORDS = [
  record('c', 'case', { owner: 'leyla', status: 'in-progress' }),
  record('open', 'task', { owner: 'leyla', taken: 5 }),
  record('done', 'task', { owner: 'leyla', done: 7 }),
  record('other', 'task', { owner: 'rena' }),
  record('planned', 'response', { owner: 'leyla', planned: { day: '2026-12-01' } }),
  record('deed', 'response', { owner: 'leyla', done: { day: '2026-11-01' } }),
  record('matter', 'matter', { owner: 'leyla' }),
  record('declined', 'referral', { owner: 'leyla', declined: 3 }),
  record('cost', 'cost', { askedBy: 'leyla' }),
  { ...record('gone', 'task', { owner: 'leyla' }), deleted: true },
];

describe('what somebody holds', () => {
  it('is what waits to be gone on with; what they ended or asked for stays theirs', () => {
    expect(heldIn({ records: RECORDS }, 'leyla').map(({ id }) => id)).toEqual([
      'c',
      'open',
      'planned',
      'matter',
    ]);
    const closed = [record('c', 'case', { owner: 'leyla', status: 'closed' })];
    expect(heldIn({ records: closed }, 'leyla')).toEqual([]);
  });

  it('goes to a colleague, who has not said yet that they take it', () => {
    const changes = handOnChanges({ records: RECORDS }, 'leyla', 'rena');
    expect(changes.map(({ record: id, fields }) => [id, fields])).toEqual([
      ['c', { owner: { set: 'rena' } }],
      ['open', { owner: { set: 'rena' }, taken: { set: null } }],
      ['planned', { owner: { set: 'rena' } }],
      ['matter', { owner: { set: 'rena' } }],
    ]);
  });

  it('is not given to whom the client does not want near', () => {
    const records = [
      ...RECORDS,
      record('p', 'person', { role: 'client', exclusions: 'not Rena Mammadova, please' }),
    ];
    const open = { kind: 'case', restricted: false, readers: [], leftOut: [] };
    expect(keptBecause({ ...open, records }, { account: 'rena', name: 'RENA MAMMADOVA' })).toBe('excluded');
    expect(keptBecause({ ...open, records }, { account: 'nigar', name: 'Nigar' })).toBeNull();
    const byId = [...RECORDS, record('p', 'person', { role: 'client', excludedIds: ['nigar'] })];
    expect(keptBecause({ ...open, records: byId }, { account: 'nigar', name: 'Anything' })).toBe('excluded');
    const office = [...RECORDS, record('p', 'person', { role: 'client', exclusions: 'Tural’s office' })];
    expect(keptBecause({ ...open, records: office }, { account: 'nigar', name: 'Turalov' })).toBe('doubt');
  });

  it('opens nothing whose readers were named one by one, and asks where somebody was left out', () => {
    const to = (account: string) => ({ account, name: 'Somebody' });
    const closed = { records: RECORDS, restricted: true, readers: ['leyla', 'rena'], leftOut: ['zaur'] };
    for (const kind of ['complaint', 'counselling']) {
      expect(keptBecause({ ...closed, kind }, to('nigar'))).toBe('named-readers');
      expect(keptBecause({ ...closed, kind }, to('rena'))).toBeNull();
    }
    expect(keptBecause({ ...closed, kind: 'case' }, to('nigar'))).toBeNull();
    expect(keptBecause({ ...closed, kind: 'case' }, to('zaur'))).toBe('doubt');
  });
});

describe('what was handed on', () => {
  const mine = { by: 'me', at: AT + 10 };
  const given = { records: ['c', 'open'], from: 'leyla', to: 'rena' };
  const handed = [
    record('c', 'case', { owner: 'rena', status: 'new' }, mine),
    record('open', 'task', { owner: 'rena', taken: null }, mine),
  ];

  it('is taken back while it stands so', () => {
    const back = takeBackChanges({ records: handed }, given);
    expect(back.map(({ record: id, fields }) => [id, fields])).toEqual([
      ['c', { owner: { set: 'leyla' } }],
      ['open', { owner: { set: 'leyla' } }],
    ]);
  });

  it('stays with whom somebody gave it since', () => {
    const [root, task] = handed as [RecordView, RecordView];
    const moved = { ...task, fields: { owner: { value: 'zaur', by: 'rena', at: AT, alternatives: [] } } };
    const back = takeBackChanges({ records: [root, moved] }, given);
    expect(back.map(({ record: id }) => id)).toEqual(['c']);
  });
});
