import { expect, test } from 'vitest';
import { isDoneThere, isOwed, openTasks, PACKS, type PlainRecord, TASK_RULES_DATA } from './index.ts';

const ASKED = Date.UTC(2026, 10, 20);
const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'leyla', at: ASKED },
  updated: { by: 'leyla', at: ASKED },
});
const food = record('c', 'cost', {
  purpose: 'food',
  words: 'bread, milk',
  amount: { minor: 2100, currency: 'AZN' },
  askedBy: 'leyla',
  askedAt: ASKED,
  note: 'x'.repeat(2000),
});

test('a thing to do says how much, for what and by whom, and nothing else of the record', () => {
  expect(openTasks([food], PACKS.az)).toMatchObject([
    {
      rule: 'cost-decide',
      kind: 'cost',
      told: {
        purpose: 'food',
        words: 'bread, milk',
        amount: { minor: 2100, currency: 'AZN' },
        askedBy: 'leyla',
        askedAt: ASKED,
      },
    },
  ]);
  expect(Object.keys(openTasks([food], PACKS.az)[0]?.told ?? {})).not.toContain('note');
});

test('a task that somebody took up says the same, and nothing of a record that is gone', () => {
  const taken = record('t', 'task', { rule: 'cost-decide', about: 'c', what: 'Decide' });
  expect(openTasks([food, taken], PACKS.az)).toMatchObject([
    { record: 't', kind: 'cost', told: { purpose: 'food' } },
  ]);
  const byHand = record('t', 'task', { what: 'Call her', about: 'c' });
  expect(openTasks([{ ...food, deleted: true }, byHand], PACKS.az)).toMatchObject([{ kind: '', told: {} }]);
});

test('of long words and many codes a row shows a beginning', () => {
  const many = record('d', 'threat', { type: Array(400).fill('kill'), words: 'a'.repeat(4000) });
  const [task] = openTasks([many], PACKS.az);
  expect(task?.told).toMatchObject({ words: 'a'.repeat(200), type: Array(20).fill('kill') });
});

test('what its record can say is done there; what nobody can see in a record is ticked off', () => {
  expect(
    ['cost-decide', 'referral-answer', 'matter-overdue', 'threat-act', 'risk-act'].map(isDoneThere),
  ).not.toContain(false);
  expect(['', 're-contact', 'by-hand'].map(isDoneThere)).not.toContain(true);
});

test('answers and promises are owed by others; what is ours to do is not', () => {
  const owed = [...new Set(TASK_RULES_DATA.map(({ rule }) => rule))].filter(isOwed);
  expect(owed).toEqual([
    'referral-answer',
    'referral-revoked',
    'matter-overdue',
    'promise-due',
    'proposal-answer',
  ]);
});

test('how the person is safely reached stands beside whatever somebody does who is about to call or write, and nowhere else', () => {
  const person = record('p', 'person', {
    role: 'client',
    safeChannel: ['call'],
    safeContact: '050 000 00 00',
    safeHours: 'after six',
    codeWord: 'pomegranate',
    neverContact: ['at-home'],
    neverContactOther: 'stale',
  });
  const call = record('t', 'task', { what: 'Call her', rule: 'by-hand' });
  const pay = record('c', 'cost', {
    purpose: 'food',
    amount: { minor: 100, currency: 'AZN' },
    askedBy: 'm',
    askedAt: 1,
  });
  const tasks = openTasks([person, call, pay], PACKS.az);
  const reach = {
    safeChannel: ['call'],
    safeHours: 'after six',
    codeWord: 'pomegranate',
    neverContact: ['at-home'],
  };
  expect(tasks.find(({ rule }) => rule === 'by-hand')?.reach).toEqual(reach);
  expect(tasks.find(({ rule }) => rule === 'cost-decide')?.reach).toEqual({});
  // Of two clients nobody knows whom the task means: only what must never be done stands, of both.
  const other = record('q', 'person', { role: 'client', safeHours: 'mornings', neverContact: ['call'] });
  expect(openTasks([person, other, call], PACKS.az)[0]?.reach).toEqual({ neverContact: ['at-home', 'call'] });
});

test('whoever answers a complaint has it among their tasks, by the day that was promised, until it is answered', () => {
  const complaint = (more: Record<string, unknown>) =>
    record('c', 'complaint', {
      about: 'provider',
      provider: 'Night House',
      words: 'They tried to change me.',
      owner: 'leyla',
      due: { day: '2026-12-13' },
      state: 'open',
      ...more,
    });
  expect(openTasks([complaint({})], PACKS.az)).toMatchObject([
    { rule: 'complaint-answer', due: '2026-12-13', owner: 'leyla', kind: 'complaint', about: 'c' },
  ]);
  expect(openTasks([complaint({ answered: { day: '2026-12-01' } })], PACKS.az)).toEqual([]);
});

test('where two say otherwise how somebody may be reached, every no of both stands beside the call, and no way that is disputed', () => {
  const person: PlainRecord = {
    ...record('p', 'person', {
      role: 'client',
      mayLeaveMessage: 'yes',
      neverContact: ['at-home'],
      safeHours: 'after six',
    }),
    conflict: true,
    versions: {
      mayLeaveMessage: ['yes', 'no'],
      neverContact: [['at-home'], ['call']],
      safeHours: ['after six', 'mornings'],
    },
  };
  const call = record('t', 'task', { what: 'Call her', rule: 'by-hand' });
  expect(openTasks([person, call], PACKS.az)[0]?.reach).toEqual({
    mayLeaveMessage: 'no',
    neverContact: ['at-home', 'call'],
  });
});

test('a letter waits by the day that our page says; where whoever looks into it lets that pass, it waits for anybody', () => {
  const letter = (more: Record<string, unknown>) =>
    record('l', 'letter', {
      words: 'They took my papers.',
      received: { day: '2026-11-28' },
      answerBy: { day: '2026-12-01' },
      state: 'open',
      ...more,
    });
  const waiting = (more: Record<string, unknown>) =>
    openTasks([letter(more)], PACKS.az).map(({ rule, due, owner }) => [rule, due, owner]);
  expect(waiting({})).toEqual([['letter-answer', '2026-12-01', '']]);
  expect(waiting({ owner: 'leyla' })).toEqual([
    ['letter-answer', '2026-12-01', 'leyla'],
    ['letter-late', '2026-12-02', ''],
  ]);
  for (const state of ['answered', 'became-case', 'put-away']) expect(waiting({ state })).toEqual([]);
});

test('what is to be prepared stands there some days before, and is late only after its own day', () => {
  const hearing = record('m', 'matter', { type: 'lawsuit', hearing: { day: '2026-12-20' } });
  const day = (records: PlainRecord[]) => openTasks(records, PACKS.az).map(({ due, opens }) => [opens, due]);
  expect(day([hearing])).toEqual([['2026-12-17', '2026-12-20']]);
  const taken = { rule: 'matter-hearing', about: 'm', due: { day: '2026-12-20' } };
  expect(day([hearing, record('t', 'task', taken)])).toEqual([['2026-12-17', '2026-12-20']]);
  // By hand moved to another day, it is that day that counts.
  const moved = record('t', 'task', { ...taken, due: { day: '2026-12-10' } });
  expect(day([hearing, moved])).toEqual([['2026-12-07', '2026-12-10']]);
  // What somebody wrote down without a rule opens on its day, and what has none never opens.
  expect(day([record('t', 'task', { what: 'x', due: { day: '2026-12' } })])).toEqual([
    ['2026-12-31', '2026-12-31'],
  ]);
  expect(day([record('t', 'task', { what: 'x' })])).toEqual([['', '']]);
});

test('no reminder is called late while the day that it reminds of is ahead: every rule counts from its day onwards', () => {
  for (const { due, rule } of TASK_RULES_DATA)
    if ('days' in due) expect(due.days, rule).toBeGreaterThanOrEqual(0);
});

test('a way to reach somebody that stands in two versions is told as the one that allows less', () => {
  const person = {
    ...record('p', 'person', {
      role: 'client',
      safeChannel: ['call', 'text'],
      mayLeaveMessage: 'yes',
      codeWord: 'rain',
    }),
    conflict: true,
    versions: {
      mayLeaveMessage: ['yes', 'no'],
      safeChannel: [['call', 'text'], ['text']],
      codeWord: ['rain', 'sun'],
    },
  };
  const call = record('t', 'task', { what: 'Call her', due: { day: '2026-11-30' } });
  const [task] = openTasks([person, call], PACKS.az);
  expect(task?.reach).toMatchObject({ mayLeaveMessage: 'no', safeChannel: ['text'] });
  expect(task?.reach).not.toHaveProperty('codeWord');
});
