import { isWorkDay, PACKS } from '@dayaq/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answerProposals,
  appealPreset,
  appealProposals,
  byPress,
  followDeadline,
  type Fields,
  matterState,
  mayAppeal,
  outcomesOf,
  promiseState,
  ruleBehind,
} from './matters.ts';

const { az } = PACKS;
const TODAY = '2026-11-22';
const complaint: Fields = { type: 'complaint', forum: 'registration-office', filed: { day: '2026-10-05' } };

test('a complaint is due after fifteen working days, and the day is a working one', () => {
  const [usual, long] = answerProposals(complaint, az);
  expect(usual).toEqual({ rule: 'complaint-answer', day: '2026-10-26', estimated: false });
  expect(long?.rule).toBe('complaint-answer-long');
  expect([usual, long].every((proposal) => isWorkDay(proposal?.day ?? '', az.calendar))).toBe(true);
  expect(answerProposals({ type: 'complaint' }, az)).toEqual([]);
});

test('a day that leans on a holiday not yet announced says so', () => {
  const [proposal] = answerProposals({ type: 'complaint', filed: { day: '2027-02-25' } }, az);
  expect(proposal?.estimated).toBe(true);
});

test('where a matter stands follows from its days', () => {
  const states = (fields: Fields) => matterState({ ...complaint, ...fields }, TODAY);
  expect(matterState({ type: 'complaint' }, TODAY)).toBe('draft');
  expect(states({ deadline: { day: '2026-11-22' } })).toBe('open');
  expect(states({ deadline: { day: '2026-11-21' } })).toBe('overdue');
  expect(states({ deadline: { day: '2026-11-21' }, answer: 'refused' })).toBe('answered');
  expect(states({ answer: 'refused', result: 'no-remedy' })).toBe('closed');
});

test('an appeal is proposed when it was refused or left without an answer, once, and while there is time', () => {
  const may = (fields: Fields, others: { id: string; fields: Fields }[] = []) =>
    mayAppeal('m1', { ...complaint, ...fields }, others, TODAY);
  expect(may({ answer: 'refused' })).toBe(true);
  expect(may({ answer: 'granted' })).toBe(false);
  expect(may({ deadline: { day: '2026-11-01' } })).toBe(true);
  expect(may({ deadline: { day: '2026-12-01' } })).toBe(false);
  expect(may({ answer: 'refused' }, [{ id: 'm2', fields: { appealOf: 'm1' } }])).toBe(false);
  expect(may({ answer: 'refused', appealUntil: { day: '2026-11-21' } })).toBe(false);
  expect(may({ type: 'advocacy', answer: 'refused' })).toBe(false);
});

test('the time to appeal runs from the answer and is shown before it ends', () => {
  const refused = { ...complaint, answered: { day: '2026-11-09' }, answer: 'refused' };
  const proposals = appealProposals(refused, az);
  expect(proposals.map(({ rule }) => rule)).toEqual(['administrative-appeal', 'court-claim']);
  expect(proposals.every(({ day }) => day <= '2026-12-09')).toBe(true);
  expect(appealProposals({ ...refused, answer: 'granted' }, az)).toEqual([]);
});

test('an appeal carries on what it is about, before the court above, and is filed when somebody says so', () => {
  const fields = { ...complaint, type: 'lawsuit', forum: 'court', about: 'Custody', forWhom: ['p1'] };
  expect(appealPreset('m1', fields, 'me')).toMatchObject({
    type: 'appeal',
    appealOf: 'm1',
    forum: 'court-of-appeal',
    about: 'Custody',
    forWhom: ['p1'],
  });
  const preset = appealPreset('m1', fields, 'me');
  expect([preset.filed, preset.deadline, preset.deadlineRule]).toEqual([undefined, undefined, undefined]);
});

test('a deadline that somebody changed by hand is no longer called reckoned', () => {
  const reckoned = { ...complaint, deadline: { day: '2026-10-26' }, deadlineRule: 'complaint-answer' };
  expect(ruleBehind(reckoned, az)?.day).toBe('2026-10-26');
  expect(ruleBehind({ ...reckoned, deadline: { day: '2026-10-30' } }, az)).toBeNull();
});

test('a promise is open until somebody says what became of it', () => {
  const promised: Fields = { promised: 'A bed', promisedBy: { day: '2026-11-20' } };
  expect(promiseState({}, TODAY)).toBe('none');
  expect(promiseState({ promised: 'A bed' }, TODAY)).toBe('open');
  expect(promiseState(promised, TODAY)).toBe('overdue');
  expect(promiseState({ ...promised, kept: 'broken' }, TODAY)).toBe('settled');
});

test('the order of matters is total', () => {
  const day = fc.constantFrom('2026-10', '2026-11-01', '2026-12-01').map((text) => ({ day: text }));
  const matter = fc.record({
    id: fc.uuid(),
    fields: fc.record(
      { type: fc.constant('complaint'), filed: day, deadline: day },
      { requiredKeys: ['type'] },
    ),
  });
  const compare = byPress(TODAY);
  fc.assert(
    fc.property(matter, matter, matter, (a, b, c) => {
      fc.pre(a.id !== b.id && b.id !== c.id && a.id !== c.id);
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)));
      if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0);
    }),
  );
});

test('a complaint filed on 2 November and typed on 28 November is due by the day of filing', () => {
  const typed = { type: 'complaint', forum: 'police', filed: { day: '2026-11-28' } };
  const [asOffered] = answerProposals(typed, az);
  const offered: Fields = {
    ...typed,
    deadline: { day: asOffered?.day ?? '' },
    deadlineRule: 'complaint-answer',
  };
  expect(offered.deadline).toEqual({ day: '2026-12-18' });
  const mended = followDeadline(offered, { ...offered, filed: { day: '2026-11-02' } }, az);
  expect(mended).toMatchObject({ deadline: { day: '2026-11-25' }, deadlineRule: 'complaint-answer' });
});

test('a deadline follows the day of filing until somebody chooses the day', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => ({ day: `2026-10-${String(n).padStart(2, '0')}` }));
  const filing = fc.record({ field: fc.constant('filed'), value: day });
  const choosing = fc.record({ field: fc.constant('deadline'), value: fc.constant({ day: '2027-03-02' }) });
  fc.assert(
    fc.property(fc.array(fc.oneof(filing, choosing), { maxLength: 8 }), (typed) => {
      let form: Fields = { type: 'complaint', forum: 'police' };
      let chosen = false;
      for (const { field, value } of typed) {
        form = followDeadline(form, { ...form, [field]: value }, az);
        chosen ||= field === 'deadline';
      }
      if (chosen) {
        expect(form.deadline).toEqual({ day: '2027-03-02' });
        expect(form.deadlineRule).toBe('by-hand');
      } else
        expect(form.deadline).toEqual(
          answerProposals(form, az)[0] && { day: answerProposals(form, az)[0]?.day },
        );
    }),
  );
});

test('no time is reckoned of what was not filed, nor against whom no law binds to answer', () => {
  const filed = { filed: { day: TODAY } };
  const follow = (form: Fields, typed: Fields) => followDeadline(form, { ...form, ...typed }, az);
  expect(follow({ type: 'request', forum: 'police' }, { about: 'x' }).deadline).toBeUndefined();
  expect(follow({ type: 'request', forum: 'police' }, filed).deadlineRule).toBe('information-answer');
  for (const forum of ['employer', 'company-platform', 'bank', 'shelter']) {
    expect(follow({ type: 'request', forum }, filed).deadline ?? null).toBeNull();
    expect(answerProposals({ type: 'request', forum, ...filed }, az)).toEqual([]);
  }
  // Nobody said to whom: the rule is offered, and not laid down.
  expect(follow({ type: 'request' }, filed).deadline ?? null).toBeNull();
  expect(answerProposals({ type: 'request', ...filed }, az)).toHaveLength(2);
  const named = follow(follow({ type: 'request' }, filed), { forum: 'police' });
  expect(named.deadlineRule).toBe('information-answer');
  expect(follow(named, { forum: 'employer' })).toMatchObject({ deadline: null, deadlineRule: null });
  expect(follow({ type: 'request', ...filed }, { deadlineRule: 'complaint-answer' }).deadline).toBeDefined();
  // Our own time to appeal a fine runs whoever laid it on.
  expect(follow({ type: 'administrative-fine' }, filed).deadlineRule).toBe('fine-appeal');
});

test('another kind has another rule, and one that has none loses its deadline', () => {
  const form = followDeadline({}, complaint, az);
  expect(followDeadline(form, { ...form, type: 'request' }, az).deadlineRule).toBe('information-answer');
  expect(followDeadline(form, { ...form, type: 'lawsuit' }, az)).toMatchObject({
    deadline: null,
    deadlineRule: null,
  });
  const long = followDeadline(form, { ...form, deadlineRule: 'complaint-answer-long' }, az);
  expect(ruleBehind(long, az)?.rule).toBe('complaint-answer-long');
  expect(followDeadline(long, { ...long, filed: { day: '2026-10-12' } }, az).deadlineRule).toBe(
    'complaint-answer-long',
  );
});

test('outcomes are counted by kind: none of 15 put right, and no ground is none', () => {
  const attack = (more: Fields): Fields => ({ type: 'complaint', filed: { day: '2026-01-05' }, ...more });
  const fifteen = [
    ...Array.from({ length: 9 }, () => attack({ result: 'no-remedy' })),
    ...Array.from({ length: 4 }, () => attack({})),
    attack({ result: 'no-ground', noGround: ['no-lease'] }),
    attack({ answer: 'refused' }),
  ];
  const others: Fields[] = [
    { type: 'lawsuit', filed: { day: '2026-01-05' }, result: 'remedy' },
    { type: 'complaint' },
  ];
  expect(outcomesOf([...fifteen, ...others], TODAY)).toEqual([
    { type: 'complaint', all: 15, remedy: 0, partly: 0, without: 10, noGround: 1, open: 5 },
    { type: 'lawsuit', all: 1, remedy: 1, partly: 0, without: 0, noGround: 0, open: 0 },
  ]);
});
