import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import {
  type Answer,
  answersIn,
  type Danger,
  dangersOf,
  escalate,
  ESCALATION,
  levelBefore,
  speakerOf,
} from './escalation.ts';
import { byClock, inOrder } from './order.ts';
import { answerFields, assess, INSTRUMENTS } from './risk/index.ts';

const HOUR = 3_600_000;
const danger: fc.Arbitrary<Danger> = fc.record({
  record: fc.constantFrom('r1', 'r2', 'r3'),
  level: fc.constantFrom('high', 'critical'),
  at: fc.integer({ min: 0, max: 100 }).map((h) => h * HOUR),
});
const answer: fc.Arbitrary<Answer> = fc.record({
  by: fc.constantFrom('a', 'b', 'c', 'z'),
  at: fc.integer({ min: 0, max: 200 }).map((h) => h * HOUR),
  what: fc.constantFrom('taken', 'protected'),
  knew: fc.subarray(['r1', 'r2', 'r3']),
});
const order = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 });
const now = fc.integer({ min: 0, max: 400 * HOUR });
const critical: Danger = { record: 'r', level: 'critical', at: 0 };

test('an unanswered danger moves from one person to the next until all have been told, and then all stay told', () => {
  const at = (hours: number) => escalate([critical], [], ['a', 'b', 'c'], hours * HOUR);
  expect(at(0)).toMatchObject({ state: 'open', who: 'a', told: ['a'], nextAt: 2 * HOUR, next: 'b' });
  expect(at(2)).toMatchObject({ who: 'b', told: ['a', 'b'], nextAt: 4 * HOUR });
  expect(at(5)).toMatchObject({ who: 'c', told: ['a', 'b', 'c'], nextAt: 6 * HOUR, next: null });
  expect(at(500)).toMatchObject({ who: 'c', told: ['a', 'b', 'c'] });
});

test('one record speaks for a danger, whatever order the records come in and whoever took which of them', () => {
  const at = (record: string, hours: number): Danger => ({ record, level: 'critical', at: hours * HOUR });
  const dangers = [
    at('case', 0),
    at('risk', 1),
    at('met', 2),
    at('silent', 3),
    at('first', 4),
    at('later', 5),
  ];
  const threat = (id: string, words: string) => ({ id, kind: 'threat', fields: { words } });
  const said = [
    threat('later', 'Later'),
    threat('met', 'Met'),
    { id: 'case', kind: 'case', fields: {} },
    threat('silent', ' '),
    threat('first', 'First'),
    { id: 'risk', kind: 'risk', fields: {} },
    threat('other', 'No danger of this level'),
  ];
  const safe: Answer = { by: 'a', at: 9 * HOUR, what: 'protected', knew: ['met'] };
  const takenFirst: Answer = { by: 'a', at: 9 * HOUR, what: 'taken', knew: ['first'] };
  fc.assert(
    fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (records) => {
      expect(speakerOf(dangers, [safe, takenFirst], 'critical', records)?.id).toBe('first');
    }),
  );
  const without = said.filter(({ kind }) => kind !== 'threat');
  expect(speakerOf(dangers, [safe], 'critical', without)?.id).toBe('risk');
  expect(speakerOf(dangers, [safe], 'high', said)).toBeUndefined();
});

test('taking it keeps it still for a time; if nothing is done, it goes on after the taker', () => {
  const taken: Answer = { by: 'b', at: HOUR, what: 'taken', knew: ['r'] };
  const at = (hours: number) => escalate([critical], [taken], ['a', 'b', 'c'], hours * HOUR);
  expect(at(2)).toMatchObject({
    state: 'taken',
    by: 'b',
    since: HOUR,
    until: 13 * HOUR,
    next: 'c',
  });
  expect(at(13)).toMatchObject({ state: 'open', who: 'c', since: 13 * HOUR });
  expect(at(15)).toMatchObject({ told: ['c', 'a'], next: 'b' });
  const alone = escalate([critical], [taken], ['b'], 2 * HOUR);
  expect(alone).toMatchObject({ state: 'taken', next: null });
});

test('acting answers what was known, and nothing else, whatever the clocks say', () => {
  const acted: Answer = { by: 'a', at: 5 * HOUR, what: 'protected', knew: ['r'] };
  expect(escalate([critical], [acted], ['a'], 9 * HOUR)).toEqual({ state: 'answered' });
  const unknown: Danger = { ...critical, record: 'unknown' };
  expect(escalate([critical, unknown], [acted], ['a'], 9 * HOUR)).toMatchObject({ danger: unknown });
  expect(escalate([{ ...critical, at: 8 * HOUR }], [acted], ['a'], 9 * HOUR)).toEqual({ state: 'answered' });
});

test('whoever takes one danger has not taken another that they did not know of', () => {
  const taken: Answer = { by: 'b', at: HOUR, what: 'taken', knew: ['r'] };
  const unknown: Danger = { ...critical, record: 'unknown' };
  expect(escalate([critical, unknown], [taken], ['a', 'b'], HOUR)).toMatchObject({
    state: 'open',
    danger: unknown,
    who: 'a',
  });
});

test('a case is silent only when there is no danger, or somebody took or answered it', () => {
  fc.assert(
    fc.property(fc.array(danger), fc.array(answer), order, now, (dangers, answers, members, at) => {
      const result = escalate(dangers, answers, members, at);
      if (result.state === 'answered')
        for (const d of dangers)
          expect(answers.some((a) => a.what === 'protected' && a.knew.includes(d.record))).toBe(true);
      if (result.state === 'taken') {
        expect(answers).toContainEqual(expect.objectContaining({ by: result.by, what: 'taken' }));
        expect(result.until).toBeGreaterThan(at);
      }
      if (dangers.length > 0 && answers.length === 0) expect(result.state).toBe('open');
    }),
  );
});

test('an open danger always has a person to act and a next time, and it comes later', () => {
  fc.assert(
    fc.property(fc.array(danger), fc.array(answer), order, now, (dangers, answers, members, at) => {
      const result = escalate(dangers, answers, members, at);
      if (result.state !== 'open') return;
      expect(members).toContain(result.who);
      expect(new Set(result.told).size).toBe(result.told.length);
      expect(result.nextAt).toBeGreaterThan(at);
    }),
  );
});

test('every device comes to the same answer, in whatever order the records arrived', () => {
  const shuffled = fc
    .array(danger)
    .chain((dangers) =>
      fc
        .array(answer)
        .chain((answers) =>
          fc.tuple(
            fc.constant(dangers),
            fc.constant(answers),
            fc.shuffledSubarray(dangers, { minLength: dangers.length }),
            fc.shuffledSubarray(answers, { minLength: answers.length }),
          ),
        ),
    );
  fc.assert(
    fc.property(shuffled, order, now, ([dangers, answers, dangers2, answers2], members, at) => {
      expect(escalate(dangers2, answers2, members, at)).toEqual(escalate(dangers, answers, members, at));
    }),
  );
});

test('time alone never takes anybody off the list of those told', () => {
  fc.assert(
    fc.property(danger, order, now, fc.nat(50), (d, members, at, hours) => {
      const first = escalate([d], [], members, at);
      const later = escalate([d], [], members, at + hours * HOUR);
      if (first.state !== 'open' || later.state !== 'open') throw new Error('nobody answered it');
      expect(later.told.slice(0, first.told.length)).toEqual(first.told);
    }),
  );
});

test('a clock that is a day ahead cannot take a danger off, nor make it lose its turn', () => {
  const ahead: Answer = { by: 'a', at: 30 * HOUR, what: 'taken', knew: ['r'] };
  expect(escalate([critical], [ahead], ['a', 'b'], 6 * HOUR).state).toBe('open');
  const fromTheFuture = { ...critical, at: 30 * HOUR };
  expect(escalate([fromTheFuture], [], ['a', 'b'], 6 * HOUR)).toMatchObject({ state: 'open', who: 'a' });
});

test('with no members at all the case is still not silent', () => {
  expect(escalate([critical], [], [], HOUR)).toMatchObject({ state: 'open', who: null });
});

test('the more dangerous a case, the sooner it moves on', () => {
  for (const part of ['first', 'every', 'hold'] as const)
    expect(ESCALATION.critical[part]).toBeLessThan(ESCALATION.high[part]);
});

const record = (id: string, kind: string, fields: Record<string, unknown>, at = 0): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at },
  updated: { by: 'm', at },
});

const allAnswered = (answer: 'no' | 'unknown') =>
  answerFields(
    INSTRUMENTS.defender,
    Object.fromEntries(INSTRUMENTS.defender.questions.map(({ question }) => [question, answer])),
  );

test('an assessment whose questions are unanswered lowers nothing, and stays what stood before', () => {
  const head = record('c', 'case', { danger: 'high' });
  const grave = record('r1', 'risk', { of: 'p', instrument: 'defender', level: 'critical' }, 1);
  const open = (fields: Record<string, unknown>) =>
    record('r2', 'risk', { of: 'p', instrument: 'defender', level: 'raised', ...fields }, 2);
  for (const fields of [{}, allAnswered('unknown'), { instrument: 'of-tomorrow' }, { override: 'low' }])
    expect(dangersOf(inOrder([head, open(fields)], byClock)).map(({ record: r }) => r)).toEqual(['c']);
  expect(dangersOf(inOrder([grave, open({})], byClock)).map(({ record: r }) => r)).toEqual(['r1']);
  const judged = open({ override: 'low', overrideWhy: 'He left the country.' });
  expect(dangersOf(inOrder([head, grave, judged], byClock))).toEqual([]);

  const { defender } = INSTRUMENTS;
  expect(levelBefore([])).toBeNull();
  expect(assess(defender, {}, levelBefore([head])).level).toBe('high');
  expect(assess(defender, {}, levelBefore([head, grave])).level).toBe('critical');
  // From whom somebody was protected since, stands before nothing.
  expect(assess(defender, {}, levelBefore([{ ...grave, met: true }])).level).toBe('raised');
});

test('what cannot be taken back is dangerous also where it is only possible, or nobody knows with what', () => {
  for (const type of ['outing', 'forced-return', 'arrest', 'publish-intimate', 'take-children', 'kill'])
    for (const credible of ['possible', 'likely', 'unknown', undefined])
      expect(dangersOf([record('t', 'threat', { type: [type], credible })]), type).toHaveLength(1);
  for (const type of [undefined, [], ['unknown'], ['prefers-not']])
    expect(dangersOf([record('t', 'threat', { type })])).toHaveLength(1);
  expect(dangersOf([record('t', 'threat', { type: ['dismiss'], credible: 'possible' })])).toEqual([]);
  expect(dangersOf([record('t', 'threat', { type: ['outing'], credible: 'unlikely' })])).toEqual([]);
});

test('dangers are the latest assessment, unanswered threats to life, and an intake that said "high"', () => {
  const head = record('c', 'case', { danger: 'high' });
  expect(dangersOf([head])).toEqual([{ record: 'c', level: 'high', at: 0 }]);
  const old = record('r1', 'risk', { of: 'p', instrument: 'defender', level: 'critical' }, 1);
  const newer = record(
    'r2',
    'risk',
    { of: 'p', instrument: 'defender', level: 'raised', ...allAnswered('no') },
    2,
  );
  expect(dangersOf(inOrder([head, old, newer], byClock))).toEqual([]);
  const threat = record('t', 'threat', { type: ['kill'], credible: 'likely' }, 3);
  expect(dangersOf(inOrder([head, old, newer, threat], byClock))).toEqual([
    { record: 't', level: 'critical', at: 3 },
  ]);
  // What was done about it is told there, and nobody is safe by it.
  const told = record('t', 'threat', { ...threat.fields, action: 'Told the police.' });
  expect(dangersOf([told])).toHaveLength(1);
});

test('closing a case answers what was known, not a threat that comes afterwards', () => {
  const head = record('c', 'case', { status: 'closed', closed: { day: '1970-01-05' } }, 5 * HOUR);
  const threat = (at: number) => record('t', 'threat', { type: ['kill'] }, at);
  expect(dangersOf(inOrder([head, threat(2 * HOUR)], byClock))).toEqual([]);
  expect(dangersOf(inOrder([head, threat(9 * HOUR)], byClock))).toHaveLength(1);
});

const threat = record('d', 'threat', { type: ['kill'] });
const answers = (records: PlainRecord[]) => answersIn(records, dangersOf(records), byClock);

const SAFE = {
  type: 'shelter',
  done: { day: '1970-01-01' },
  safe: 'for-now',
  result: 'worked',
  note: 'She and the child sleep there since Monday; he does not know where.',
};

test('only a deed that protects, of which somebody says that the person is safe and why, ends a danger', () => {
  const answersTo = (fields: Record<string, unknown>) =>
    answers([threat, record('x', 'response', { ...SAFE, ...fields }, 5)]);
  expect(answersTo({})).toEqual([{ by: 'm', at: 5, what: 'protected', knew: ['d'] }]);
  expect(answersTo({ result: undefined })).toHaveLength(1);
  for (const type of ['food-goods', 'information', 'counselling', 'primary-legal', 'escort', 'other', 'x'])
    expect(answersTo({ type }), type).toEqual([]);
  for (const safe of ['not-yet', 'unsure', undefined]) expect(answersTo({ safe }), String(safe)).toEqual([]);
  for (const result of ['refused', 'not-possible', 'person-declined', 'no-contact', 'waiting'])
    expect(answersTo({ result }), result).toEqual([]);
  for (const note of ['', '  ', undefined]) expect(answersTo({ note })).toEqual([]);
  expect(answersTo({ done: undefined, planned: { day: '1970-01-01' } })).toEqual([]);
});

test('of two versions of what protected somebody both must say so', () => {
  const between = (versions: PlainRecord['versions']) =>
    answers([threat, { ...record('x', 'response', SAFE), conflict: true, ...(versions && { versions }) }]);
  expect(between({ safe: ['for-now', 'unsure'] })).toEqual([]);
  expect(between({ result: ['worked', 'refused'] })).toEqual([]);
  expect(between({ type: ['shelter', 'food-goods'] })).toEqual([]);
  expect(between({ note: ['She is at her aunt’s.', 'Her aunt took her in.'] })).toHaveLength(1);
});

test('a task taken is a taking, and a task done protects nobody', () => {
  expect(
    answers([
      threat,
      record('t', 'task', { rule: 'risk-act', owner: 'a', taken: 6 }),
      record('u', 'task', { rule: 'by-hand', owner: 'a', taken: 6, done: 7 }),
      record('v', 'task', { rule: 're-contact-urgent', owner: 'a', done: 7 }),
    ]),
  ).toEqual([{ by: 'a', at: 6, what: 'taken', knew: ['d'] }]);
});

const said = (
  kind: string,
  fields: Record<string, unknown>,
  versions?: PlainRecord['versions'],
): PlainRecord => ({
  id: kind,
  kind,
  deleted: false,
  fields,
  created: { by: 'a', at: 0 },
  updated: { by: 'a', at: 0 },
  ...(versions === undefined ? {} : { conflict: true, versions }),
});
const levelsOf = (...records: PlainRecord[]) => dangersOf(records).map(({ level }) => level);

test('of two versions between which nobody decided the graver counts, whichever came later', () => {
  for (const danger of ['none', 'high'])
    expect(levelsOf(said('case', { danger }, { danger: ['high', 'none'] }))).toEqual(['high']);
  expect(levelsOf(said('case', { danger: 'none' }, { danger: ['none', 'possible'] }))).toEqual([]);
  for (const level of ['low', 'critical'])
    expect(levelsOf(said('risk', { level }, { level: ['low', 'critical'] }))).toEqual(['critical']);
  const lowered = { level: 'high', override: 'low', overrideWhy: 'she moved' };
  expect(levelsOf(said('risk', lowered))).toEqual([]);
  expect(levelsOf(said('risk', lowered, { override: ['high', 'low'] }))).toEqual(['high']);
  const threat = { type: ['kill'], credible: 'unlikely' };
  expect(levelsOf(said('threat', threat))).toEqual([]);
  expect(levelsOf(said('threat', threat, { credible: ['unlikely', 'likely'] }))).toEqual(['critical']);
});

test('whoever is said to be in danger is in danger until the lead ends, and who ended it must have known', () => {
  const lead = (fields: Record<string, unknown>, more: Partial<PlainRecord> = {}): PlainRecord => ({
    id: 'l',
    kind: 'lead',
    deleted: false,
    fields: { heard: 'Her brother looks for her.', state: 'open', ...fields },
    created: { by: 'a', at: 10 },
    updated: { by: 'a', at: 10 },
    ...more,
  });
  const dangers = (record: PlainRecord) => dangersOf(inOrder([record], byClock));
  expect(dangers(lead({ danger: 'high' }))).toEqual([{ record: 'l', level: 'high', at: 10 }]);
  expect(dangers(lead({ danger: 'no' }))).toEqual([]);
  for (const state of ['laid-aside', 'became-case']) {
    expect(dangers(lead({ danger: 'high', state }, { updated: { by: 'b', at: 20 } }))).toEqual([]);
    // It was said to be dangerous after, or beside, its end.
    const stamps = { state: [{ by: 'b', at: 5 }], danger: [{ by: 'a', at: 10 }] };
    expect(dangers(lead({ danger: 'high', state }, { stamps }))).toHaveLength(1);
    expect(dangers(lead({ danger: 'high', state }, { conflict: true }))).toHaveLength(1);
  }
});
