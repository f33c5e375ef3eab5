import { weighed } from './escalation.ts';
import { byClock } from './order.ts';
import { answerFields, INSTRUMENTS } from './risk/index.ts';
import { addDays } from './day.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { codeList, isCode } from './code-lists/index.ts';
import { fieldOf, kindOf } from './kinds/index.ts';
import { openTasks } from './open-tasks.ts';
import { PACKS } from './packs/index.ts';
import { TASK_RULES_DATA } from './task-rules/index.ts';
import { mootTasks, tasksDue } from './tasks-due.ts';

const { az } = PACKS;
const at = (day: string): number => Date.parse(day);
const record = (
  id: string,
  kind: string,
  fields: Record<string, unknown>,
  day = '2026-02-02',
): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: at(day) },
  updated: { by: 'm', at: at(day) },
});
/** Every question about what threatens was asked, and answered "no". */
const ALL_DENIED = answerFields(
  INSTRUMENTS.defender,
  Object.fromEntries(INSTRUMENTS.defender.questions.map(({ question }) => [question, 'no'])),
);
const asTask = (
  rule: string,
  about: string,
  more: Record<string, unknown> = {},
  id = `${rule} ${about}`,
): PlainRecord => record(id, 'task', { what: 'x', rule, about, ...more });
/** Where everybody had seen what their clock says was written before. */
const seen = (records: readonly PlainRecord[]) => weighed(records, byClock);
const short = (records: PlainRecord[]) =>
  tasksDue(seen(records), az).map(({ rule, about, due }) => [rule, about, due]);

test.each([
  [
    'a threat that nobody answered is due the day it is written down',
    record('t', 'threat', {}),
    ['threat-act', 't', '2026-02-02'],
  ],
  [
    'a high danger is acted on the same day',
    record('r', 'risk', { level: 'high', nextReview: { day: '2027' } }),
    ['risk-act', 'r', '2026-02-02'],
  ],
  [
    'a sent referral is asked about after three working days',
    record('x', 'referral', { sent: at('2026-02-05') }),
    ['referral-answer', 'x', '2026-02-10'],
  ],
  [
    'an accepted one after two weeks',
    record('x', 'referral', { accepted: at('2026-02-01') }),
    ['referral-follow-up', 'x', '2026-02-15'],
  ],
  [
    'a withdrawal that nobody confirmed, the next day',
    record('x', 'referral', { revoked: at('2026-02-05') }),
    ['referral-revoked', 'x', '2026-02-06'],
  ],
  [
    'a promise on its day',
    record('c', 'contact', { promisedBy: { day: '2026-02' } }),
    ['promise-due', 'c', '2026-02-28'],
  ],
  [
    'a paper on the day on which it expires',
    record('d', 'document-need', { state: 'has', validUntil: { day: '2026-03-01' } }),
    ['document-expires', 'd', '2026-03-01'],
  ],
  [
    'a cost that waits, after a working day',
    record('k', 'cost', { askedAt: at('2026-02-06') }),
    ['cost-decide', 'k', '2026-02-09'],
  ],
])('%s', (_what, made, expected) => {
  expect(short([made])).toContainEqual(expected);
});

test('a complaint without an answer is overdue after fifteen working days, and a lawyer must check it', () => {
  const matter = record('m', 'matter', { type: 'complaint', filed: { day: '2026-01-05' } });
  expect(tasksDue([matter], az)).toEqual([
    {
      rule: 'matter-overdue',
      about: 'm',
      kind: 'matter',
      due: '2026-01-27',
      estimated: false,
      checkWithLawyer: true,
    },
  ]);
  expect(tasksDue([{ ...matter, fields: { ...matter.fields, answer: 'granted' } }], az)).toEqual([]);
});

test('only the latest assessment of a person is acted on and reviewed', () => {
  const old = record('r1', 'risk', { of: 'p', instrument: 'defender', level: 'critical' }, '2026-01-01');
  const newer = record(
    'r2',
    'risk',
    { of: 'p', instrument: 'defender', level: 'raised', assessed: { day: '2026-01-20' }, ...ALL_DENIED },
    '2026-01-20',
  );
  expect(short([old, newer])).toEqual([['risk-review', 'r2', '2026-02-19']]);
  // By who had not seen it, it takes no place, however late their clock says that it is.
  expect(
    tasksDue(
      weighed([old, newer], () => false),
      az,
    ).map(({ about }) => about),
  ).toContain('r1');
});

test('a new incident asks for a new assessment only where there was one before', () => {
  const violation = record('v', 'violation', {}, '2026-01-10');
  const risk = (day: string) => record('r', 'risk', { level: 'low', nextReview: { day: '2027' } }, day);
  const review = ['risk-review', 'r', '2027-12-31'];
  expect(short([violation])).toEqual([]);
  expect(short([violation, risk('2026-01-05')])).toEqual([['risk-reassess', 'v', '2026-01-11'], review]);
  expect(short([violation, risk('2026-01-12')])).toEqual([review]);
});

test('what is planned for summer is known in winter', () => {
  const plan = record('a', 'response', { planned: { day: '2026-06-30' } });
  expect(short([plan])).toEqual([['response-planned', 'a', '2026-06-30']]);
});

test('a closed case asks only for what outlives it', () => {
  const head = record('c', 'case', { status: 'closed' });
  const sent = record('x', 'referral', { sent: at('2026-02-01'), revoked: at('2026-02-05') });
  const threat = record('t', 'threat', {});
  expect(short([head, sent, threat]).map(([rule]) => rule)).toEqual(['referral-revoked']);
});

const KINDS_WITH_RULES = [...new Set(TASK_RULES_DATA.map(({ kind }) => kind))];
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n));
/** A record whose fields, as far as a rule reads them, hold anything that they may. */
const anyRecord: fc.Arbitrary<PlainRecord> = fc
  .tuple(fc.constantFrom(...KINDS_WITH_RULES), fc.constantFrom('1', '2', '3', '4'), day, fc.boolean())
  .chain(([kind, n, created, deleted]) => {
    const fields: Record<string, fc.Arbitrary<unknown>> = {};
    for (const field of kindOf(kind)?.fields ?? []) {
      const { type } = field;
      if (type.is === 'date') fields[field.name] = day.map((d) => ({ day: d }));
      else if (type.is === 'moment') fields[field.name] = day.map(at);
      else if (type.is === 'code')
        fields[field.name] = fc.constantFrom(...(codeList(type.list)?.codes ?? []).map((c) => c.code));
      else if (type.is === 'text') fields[field.name] = fc.constant('words');
    }
    return fc
      .record(fields, { requiredKeys: [] })
      .map((values) => ({ ...record(`${kind}-${n}`, kind, values, created), deleted }));
  });
/** The same record where two wrote it apart: one field of it as one of them says, and as the other. */
const doubted = anyRecord.chain((one) =>
  anyRecord
    .filter((other) => other.kind === one.kind)
    .chain((other) => {
      const names = (kindOf(one.kind)?.fields ?? []).map(({ name }) => name);
      return fc.constantFrom(...names).map((name) => {
        const versions = { [name]: [one.fields[name], other.fields[name]] };
        const read = (value: unknown): PlainRecord => ({
          ...one,
          deleted: false,
          fields: { ...one.fields, [name]: value },
        });
        return {
          each: [read(one.fields[name]), read(other.fields[name])],
          both: { ...read(other.fields[name]), conflict: true, versions },
        };
      });
    }),
);
const dueKey = ({ rule, about }: { rule: string; about: string }): string => `${rule} ${about}`;
const someCase = fc.uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 12 });

test('no task is asked for twice: once made, done or deleted, it does not come back', () => {
  fc.assert(
    fc.property(someCase, fc.constantFrom('open', 'done', 'deleted'), (records, fate) => {
      const asked = tasksDue(seen(records), az);
      const keys = asked.map(({ rule, about }) => `${rule} ${about}`);
      expect(new Set(keys).size).toBe(keys.length);
      const made = asked.map(({ rule, about }) => ({
        ...asTask(rule, about, fate === 'done' ? { done: 1 } : {}),
        deleted: fate === 'deleted',
      }));
      expect(tasksDue(seen([...records, ...made]), az)).toEqual([]);
      expect(mootTasks(seen([...records, ...made]), az)).toEqual([]);
    }),
  );
});

test('what is asked for depends neither on the order of the records nor on records that are deleted', () => {
  const shuffled = someCase.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(shuffled, ([records, other]) => {
      const inTime = (all: readonly PlainRecord[]) =>
        seen([...all].sort((a, b) => a.created.at - b.created.at));
      const asked = tasksDue(inTime(records), az);
      expect(tasksDue(inTime(other), az)).toEqual(asked);
      // One that was deleted by who had not seen a danger stands again, and is none of them.
      expect(
        tasksDue(
          inTime(records).filter((each) => !each.deleted),
          az,
        ),
      ).toEqual(asked);
    }),
  );
});

test('of two versions of anything the one that keeps a task counts, and the nearer day', () => {
  fc.assert(
    fc.property(someCase, doubted, (records, { each, both }) => {
      const others = records.filter(({ id }) => id !== both.id);
      const asked = new Map(tasksDue(seen([...others, both]), az).map((due) => [dueKey(due), due.due]));
      for (const one of each)
        for (const due of tasksDue(seen([...others, one]), az)) {
          // An act about whose people all is asked by now is not asked about beside them.
          if (due.rule === 'treatment-ask' && due.kind === 'violation') continue;
          expect([...asked.keys()]).toContain(dueKey(due));
          expect((asked.get(dueKey(due)) ?? '') <= due.due).toBe(true);
        }
    }),
    { numRuns: 400 },
  );
});

test('a case that one device closed and another did not is not closed, and what the closer had not seen is asked for', () => {
  const head = record('c', 'case', { status: 'closed' });
  const doubt: PlainRecord = { ...head, conflict: true, versions: { status: ['open', 'closed'] } };
  const matter = record('m', 'matter', { type: 'complaint', deadline: { day: '2026-03-01' } });
  const rules = (records: PlainRecord[], knew: boolean) =>
    tasksDue(
      weighed(records, () => knew),
      az,
    ).map(({ rule }) => rule);
  expect(rules([head, matter], true)).toEqual([]);
  expect(rules([doubt, matter], true)).toContain('matter-deadline');
  expect(rules([head, matter], false)).toContain('matter-deadline');
});

test('an assessment by who had not seen the refusal, by whatever clock, is no assessment after it', () => {
  const refused = record('p', 'response', { type: 'protection', result: 'refused' });
  const later = record('r', 'risk', { level: 'low', nextReview: { day: '2027' } }, '2026-06-01');
  const rules = (knew: boolean) =>
    tasksDue(
      weighed([refused, later], () => knew),
      az,
    ).map(({ rule }) => rule);
  expect(rules(true)).not.toContain('risk-reassess');
  expect(rules(false)).toContain('risk-reassess');
});

test('a task that one device has done and another has not stays in sight', () => {
  const done: PlainRecord = {
    ...record('k', 'task', { what: 'Call her', done: 5 }),
    conflict: true,
    versions: { done: [undefined, 5] },
  };
  expect(openTasks([done], az).map(({ record }) => record)).toEqual(['k']);
});

test('a task whose reason is gone is settled; of two that were made apart the older stays; one by hand is left alone', () => {
  const answered = record('x', 'referral', { sent: at('2026-02-01'), accepted: at('2026-02-02') });
  expect(mootTasks([answered, asTask('referral-answer', 'x')], az)).toEqual([
    { task: 'referral-answer x', why: 'settled' },
  ]);
  const waiting = record('x', 'referral', { sent: at('2026-02-01') });
  const older = { ...asTask('referral-answer', 'x', {}, 'b'), created: { by: 'a', at: 1 } };
  const younger = { ...asTask('referral-answer', 'x', {}, 'a'), created: { by: 'b', at: 2 } };
  expect(mootTasks([waiting, younger, older], az)).toEqual([{ task: 'a', why: 'twice' }]);
  expect(mootTasks([asTask('by-hand', 'x'), asTask('re-contact', '')], az)).toEqual([]);
});

test('every rule speaks of kinds, fields, codes and deadlines that exist, and every code has its rule', () => {
  for (const rule of TASK_RULES_DATA) {
    expect(isCode('task-rules', rule.rule), rule.rule).toBe(true);
    if (rule.from !== 'created') expect(['date', 'moment']).toContain(fieldOf(rule.kind, rule.from)?.type.is);
    const others = [...(rule.beside === undefined ? [] : [rule.beside]), ...(rule.without ?? [])];
    for (const { kind, by } of others)
      if (by !== undefined) expect(fieldOf(kind, by)?.type.is, `${kind}.${by}`).toBe('reference');
    const own = [...(rule.when ?? []), ...(rule.unless ?? [])].map((has) => ({ ...has, kind: rule.kind }));
    for (const { kind, field, in: codes } of [...own, ...others]) {
      const type = fieldOf(kind, field)?.type;
      if (type?.is !== 'code' && type?.is !== 'codes') throw new Error(`${kind}.${field} has no list`);
      for (const code of codes) expect(isCode(type.list, code), code).toBe(true);
    }
    for (const field of [...(rule.empty ?? []), ...(rule.filled ?? [])])
      expect(fieldOf(rule.kind, field), `${rule.kind}.${field}`).toBeDefined();
    if ('deadline' in rule.due)
      for (const pack of Object.values(PACKS))
        expect(pack.deadlines.map((d) => d.rule)).toContain(rule.due.deadline);
  }
  const ruled = new Set(TASK_RULES_DATA.map(({ rule }) => rule));
  const byIntake = ['by-hand', 're-contact', 're-contact-urgent', 're-contact-soon'];
  expect(
    codeList('task-rules')
      ?.codes.map((c) => c.code)
      .filter((c) => !ruled.has(c)),
  ).toEqual(byIntake);
});

test('a danger asks for somebody until one who knew of it protected the person, whatever the clocks say', () => {
  const stamped = (id: string, kind: string, fields: Record<string, unknown>, at: number): PlainRecord => ({
    id,
    kind,
    deleted: false,
    fields,
    created: { by: 'm', at },
    updated: { by: 'm', at },
  });
  const threat = stamped(
    't',
    'threat',
    { type: ['kill'], credible: 'likely', date: { day: '2026-11-01' } },
    5,
  );
  const shelter = { type: 'shelter', done: { day: '2026-11-02' }, safe: 'for-now', note: 'She is inside.' };
  const rules = (records: readonly PlainRecord[], knew: boolean) =>
    tasksDue(
      weighed(records, () => knew),
      az,
    ).map(({ rule }) => rule);
  for (const at of [1, 9]) {
    const deed = stamped('r', 'response', shelter, at);
    expect(rules([threat, deed], true)).not.toContain('threat-act');
    expect(rules([threat, deed], false)).toContain('threat-act');
  }
  const food = stamped('r', 'response', { ...shelter, type: 'food' }, 9);
  expect(rules([threat, food], true)).toContain('threat-act');
});

test('the hours after sexual violence are a task of the same day, until it is written down what became of them', () => {
  const act = (fields: Record<string, unknown>, written = '2026-02-02') =>
    record('v', 'violation', { type: 'sexual-violence', ...fields }, written);
  const asked = [['rape-hours', 'v', '2026-02-01']];
  expect(short([act({ date: { day: '2026-02-01' } })])).toEqual(asked);
  expect(short([act({ date: { day: '2026-02-01' }, urgentCare: 'got' })])).toEqual([]);
  // What is told so late that nothing of it helps any more is no hurry; the fifth day may still be in time.
  expect(short([act({ date: { day: '2026-02-01' } }, '2026-02-06')])).toEqual(asked);
  expect(short([act({ date: { day: '2026-02-01' } }, '2026-02-07')])).toEqual([]);
  expect(short([act({ date: { day: '2019' } })])).toEqual([]);
});

test('whoever asked for protection and was refused it is assessed anew the same day, and so is whoever was threatened', () => {
  const refused = record('p', 'response', {
    type: 'protection',
    result: 'refused',
    done: { day: '2026-02-02' },
  });
  const asked = [['risk-reassess', 'p', '2026-02-02']];
  expect(short([refused])).toEqual(asked);
  const before = record('r', 'risk', { level: 'low', nextReview: { day: '2027' } }, '2026-01-02');
  expect(short([before, refused]).filter(([rule]) => rule === 'risk-reassess')).toEqual(asked);
  const after = record('r', 'risk', { level: 'low', nextReview: { day: '2027' } }, '2026-02-03');
  expect(short([refused, after]).filter(([rule]) => rule === 'risk-reassess')).toEqual([]);
  const act = record('v', 'violation', { type: 'protection-refused' });
  expect(short([before, act])).toContainEqual(['risk-reassess', 'v', '2026-02-02']);
  expect(
    short([record('p', 'response', { type: 'food', result: 'refused', done: { day: '2026-02-02' } })]),
  ).toEqual([]);
});

const withdrawn = record('s', 'consent', {
  of: 'p',
  to: 'service',
  decision: 'yes',
  withdrawn: { day: '2026-02-01' },
});

test('who no longer wants our help is got in touch with by no rule, and what is dangerous is asked for all the same', () => {
  const client = record('p', 'person', { role: 'client' });
  const assessed = record('r', 'risk', { of: 'p', level: 'raised', assessed: { day: '2026-01-01' } });
  const threat = record('t', 'threat', {});
  const asked = (...records: PlainRecord[]) => tasksDue(seen(records), az).map(({ rule }) => rule);
  expect(asked(client, assessed, threat)).toContain('risk-review');
  expect(asked(client, assessed, threat, withdrawn)).toEqual(['threat-act']);
  const refused = record('d', 'response', { type: 'protection', result: 'refused' });
  const today = record('v', 'violation', { type: 'sexual-violence', date: { day: '2026-02-02' } });
  expect(asked(client, refused, today, withdrawn).sort()).toEqual(['rape-hours', 'risk-reassess']);
  const again = record('z', 'consent', { of: 'p', to: 'service', decision: 'yes' }, '2026-02-03');
  expect(asked(client, assessed, threat, { ...withdrawn, replaced: true }, again)).toContain('risk-review');
});

test('what somebody wrote down to get in touch stays in sight, with the word that it is not wanted', () => {
  const call = record('k', 'task', { what: 'Call her', rule: 're-contact' });
  const court = record('m', 'task', { what: 'Take the file', rule: 'matter-hearing' });
  const tasks = openTasks([record('p', 'person', { role: 'client' }), call, court, withdrawn], az);
  expect(tasks.map(({ record: id, unwanted }) => [id, unwanted])).toEqual([
    ['k', true],
    ['m', undefined],
  ]);
});

test('the time against a fine runs from its day, one without a day asks for it, and a refused protection order can be appealed', () => {
  const fine = (fields: Record<string, unknown>) =>
    record('m', 'matter', { type: 'administrative-fine', ...fields });
  expect(short([fine({ filed: { day: '2026-02-02' } })])).toEqual([['matter-appeal', 'm', '2026-02-12']]);
  expect(short([fine({})])).toEqual([['matter-choose-day', 'm', '2026-02-02']]);
  expect(short([fine({ deadline: { day: '2026-02-09' } })])).toEqual([
    ['matter-deadline', 'm', '2026-02-09'],
  ]);
  const order = record('o', 'matter', {
    type: 'protection-order',
    filed: { day: '2026-01-02' },
    answered: { day: '2026-02-02' },
    answer: 'refused',
  });
  expect(short([order])).toEqual([['matter-appeal', 'o', '2026-03-02']]);
});
