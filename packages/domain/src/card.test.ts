import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { cardOf, codesOf, titleOf } from './card.ts';
import { PACKS } from './packs/index.ts';
import { judgementOf } from './judgement.ts';

const at = Date.UTC(2024, 4, 2);
function record(
  id: string,
  kind: string,
  fields: Record<string, unknown>,
  more: Partial<PlainRecord> = {},
): PlainRecord {
  return { id, kind, deleted: false, fields, created: { by: 'm1', at }, updated: { by: 'm1', at }, ...more };
}

const zaur = (): PlainRecord[] => [
  record('c', 'case', {
    reference: 'K7Q-2MX',
    alias: 'Zaur',
    summary: 'No registration, so no papers and no pension',
    status: 'in-progress',
    channel: 'outreach',
    area: { area: 'az-ganja', detail: 'near the station' },
    opened: { day: '2024-03' },
    owner: 'm2',
    qualified: 'yes',
  }),
  record('p', 'person', {
    role: 'client',
    alias: 'Zaur',
    populations: ['living-with-hiv'],
    codeWord: 'pomegranate',
  }),
  record('w', 'person', { role: 'witness', alias: 'Neighbour', populations: ['migrant'] }),
  record('v', 'violation', { type: 'registration-denied', account: 'Struck off at the police' }),
  record('t1', 'task', { what: 'Call him', due: { day: '2024-05' }, owner: 'm2' }),
  record('t2', 'task', { what: 'Collect papers', due: { day: '2024-05-07' }, owner: 'm3' }),
  record('t3', 'task', { what: 'First visit', due: { day: '2024-03-01' }, done: at }),
];

test('a judgement counts once another than whoever took the act down says so; until then what was said of the whole', () => {
  const head = record('c', 'case', { qualified: 'unclear' });
  const act = (by: string | undefined, qualified = 'yes') =>
    record(
      'v',
      'violation',
      { type: 'evicted', qualified },
      by === undefined ? {} : { writers: { qualified: by } },
    );
  const said = (...records: PlainRecord[]) => codesOf(cardOf('c', [head, ...records]), 'qualification');
  expect(said()).toEqual(['unclear']);
  expect(said(act('m1'))).toEqual(['unclear']);
  expect(said(act(undefined))).toEqual(['unclear']);
  expect(said(act('another'))).toEqual(['yes']);
  expect(said(act('another'), { ...act('another', 'no'), id: 'w' })).toEqual(['yes', 'no']);
  expect(judgementOf(act('m1'))).toEqual({ answer: 'yes', by: 'm1', counts: false });
  expect(judgementOf({ ...act('x'), fields: {} })).toBeNull();
});

test('the card carries what the list shows', () => {
  const card = cardOf('c', zaur());
  expect(card).toMatchObject({
    told: {
      reference: 'K7Q-2MX',
      alias: 'Zaur',
      summary: 'No registration, so no papers and no pension',
    },
    day: '2024-03-01',
    conflict: false,
    updated: at,
  });
  expect(titleOf('case', card)).toBe('Zaur');
  expect(codesOf(card, 'status')).toEqual(['in-progress']);
  expect(codesOf(card, 'owner')).toEqual(['m2']);
  expect(codesOf(card, 'qualification')).toEqual(['yes']);
});

test("populations are the clients', not the witnesses'", () => {
  expect(codesOf(cardOf('c', zaur()), 'population')).toEqual(['living-with-hiv']);
});

test('a violation counts under its own code and under its first level', () => {
  expect(codesOf(cardOf('c', zaur()), 'violation')).toEqual(['documents', 'registration-denied']);
});

test('the nearest open task is what is due, and a month is due on its last day', () => {
  const card = cardOf('c', zaur());
  expect(card.due).toBe('2024-05-07');
  expect(card.tasks.map((task) => [task.record, task.due])).toEqual([
    ['t2', '2024-05-07'],
    ['t1', '2024-05-31'],
  ]);
});

test('a place is found under everything that holds it', () => {
  const areas = cardOf('c', zaur()).facets.filter(([name]) => name === 'area');
  expect(areas).toEqual([
    ['area', 'az-ganja'],
    ['area', 'az-r-ganja-dashkasan'],
    ['area', 'az'],
  ]);
});

test('search finds words of every live record and no codes, nor the code word', () => {
  const { text } = cardOf('c', zaur());
  expect(text).toContain('K7Q-2MX');
  expect(text).toContain('Struck off at the police');
  expect(text).toContain('near the station');
  expect(text).not.toContain('registration-denied');
  expect(text).not.toContain('pomegranate');
});

test('deleted records leave no trace on the card', () => {
  const records = zaur().map((r) => (r.id === 'c' ? r : { ...r, deleted: true, conflict: true }));
  const card = cardOf('c', records);
  expect(card).toMatchObject({ tasks: [], due: '', conflict: false });
  expect(codesOf(card, 'population')).toEqual([]);
  expect(codesOf(card, 'violation')).toEqual([]);
  expect(card.text).not.toContain('Struck off');
});

test('a dose that somebody held may miss makes the case one of hours, until they are free', () => {
  const held = (fields: Record<string, unknown>) =>
    record('d', 'detention', { where: 'police', treatment: 'ost', ...fields });
  const hours = (...more: PlainRecord[]) => codesOf(cardOf('c', [...zaur(), ...more], PACKS.az), 'hours');
  expect(hours()).toEqual([]);
  expect(hours(held({}))).toEqual(['yes']);
  expect(hours(held({ state: 'kept' }))).toEqual([]);
});

test('a conflict anywhere in the case shows on the card and can be filtered', () => {
  const card = cardOf('c', [...zaur(), record('n', 'note', { text: 'x' }, { conflict: true })]);
  expect(card.conflict).toBe(true);
  expect(card.facets).toContainEqual(['conflict', 'yes']);
});

test('an open case in which nothing is due is silent, a new one too, until a day is set or it is closed', () => {
  const silent = (status: string, ...more: PlainRecord[]) =>
    codesOf(cardOf('c', [record('c', 'case', { reference: 'K7Q-2MX', status }), ...more]), 'silent');
  const task = (fields: Record<string, unknown>) => record('t', 'task', { what: 'Call', ...fields });
  expect(silent('new')).toEqual(['yes']);
  expect(silent('in-progress', task({}))).toEqual(['yes']);
  expect(silent('in-progress', task({ due: { day: '2026-12-01' }, done: 1 }))).toEqual(['yes']);
  expect(silent('in-progress', task({ due: { day: '2026-12-01' } }))).toEqual([]);
  expect(silent('closed')).toEqual([]);
});

test('without its root the card is empty but stands', () => {
  const card = cardOf('c', zaur().slice(1));
  expect(card).toMatchObject({ told: {}, facets: [], day: '2024-05-02' });
  expect(card.text).toContain('Struck off');
});

test('a provider stands in lists by what its kind says: where it is, what it helps with, whether it works', () => {
  const card = cardOf('p', [
    record('p', 'provider', { name: 'Rainbow House', state: 'active', about: 'A door that is open' }),
    record('s', 'service', { serves: ['shelter'] }),
    record('l', 'location', { area: { area: 'az-ganja' } }),
  ]);
  expect(titleOf('provider', card)).toBe('Rainbow House');
  expect(card.told).toEqual({ name: 'Rainbow House', about: 'A door that is open' });
  expect(codesOf(card, 'need')).toEqual(['shelter']);
  expect(codesOf(card, 'area')).toEqual(['az-ganja', 'az-r-ganja-dashkasan', 'az']);
  expect(card.tasks).toEqual([]);
});

test('what rows print in words of a list can be found by them', () => {
  const { printed } = cardOf('c', [...zaur(), record('m', 'matter', { type: 'complaint', forum: 'court' })]);
  expect(printed).toEqual(
    expect.arrayContaining([
      ['statuses', 'in-progress'],
      ['areas', 'az'],
      ['members', 'm2'],
      ['violation-types', 'documents'],
      ['populations', 'living-with-hiv'],
      ['matter-types', 'complaint'],
    ]),
  );
  expect(printed).not.toContainEqual(['forums', 'court']);
});

test('whatever values arrive, the card is made and its facets are there once', () => {
  const anything = fc.dictionary(
    fc.constantFrom('reference', 'area', 'opened', 'populations', 'role', 'type', 'due', 'done', 'what', 'x'),
    fc.anything(),
  );
  const kinds = fc.constantFrom('case', 'person', 'violation', 'task', 'newer-kind', 'constructor');
  const any = fc.array(fc.tuple(kinds, anything, fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(any, (list) => {
      const records = list.map(([kind, fields, deleted], i) => record(String(i), kind, fields, { deleted }));
      const card = cardOf('0', records);
      const keys = card.facets.map((pair) => pair.join(' '));
      expect(new Set(keys).size).toBe(keys.length);
      expect(card.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});

test('what no longer belongs to an answer is neither counted nor found: an outcome of a case that is open again, the words of an "other" that was taken away', () => {
  const records = zaur().map((one) => ({
    ...one,
    fields: {
      ...one.fields,
      ...(one.id === 'c' ? { outcome: 'resolved', closed: { day: '2024-04-01' } } : {}),
      ...(one.id === 'p' ? { populationsOther: 'my husband works there' } : {}),
    },
  }));
  const card = cardOf('c', records);
  expect(codesOf(card, 'outcome')).toEqual([]);
  expect(card.text).not.toContain('husband');
  const closed = records.map((one) =>
    one.id === 'c' ? { ...one, fields: { ...one.fields, status: 'closed' } } : one,
  );
  expect(codesOf(cardOf('c', closed), 'outcome')).toEqual(['resolved']);
});
