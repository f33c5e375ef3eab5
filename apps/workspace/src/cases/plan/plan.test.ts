import { PACKS } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { aRecord } from '../testing/records.ts';
import { planOf } from './plan.ts';

const TODAY = '2026-11-22';
const day = (text: string): Value => ({ day: text });
const aCase = (wants: string[]): RecordView => aRecord('case', { wants });
const needs = (records: RecordView[], root: RecordView) =>
  planOf(records, root, TODAY).needs.map(({ want, state }) => [want, state]);

test('a need without any response says so, and one that is planned or done for does not', () => {
  const root = aCase(['safe-place', 'legal-advice', 'documents']);
  const records = [
    root,
    aRecord('response', { type: 'shelter', done: day('2026-11-20'), result: 'worked' }),
    aRecord('response', { type: 'primary-legal', planned: day('2026-11-25') }),
  ];
  expect(needs(records, root)).toEqual([
    ['safe-place', 'done'],
    ['legal-advice', 'planned'],
    ['documents', 'none'],
  ]);
});

test('what was refused leaves the need standing', () => {
  const root = aCase(['safe-place']);
  const refused = aRecord('response', { type: 'shelter', done: day('2026-11-20'), result: 'refused' });
  expect(needs([root, refused], root)).toEqual([['safe-place', 'tried']]);
});

test('a response planned from a need belongs to that need alone, whatever its type', () => {
  const root = aCase(['complaint', 'court', 'other']);
  const records = [
    root,
    aRecord('response', { type: 'primary-legal', planned: day('2026-11-25'), need: 'court' }),
    aRecord('response', { type: 'escort', planned: day('2026-11-25'), need: 'other' }),
  ];
  expect(needs(records, root)).toEqual([
    ['complaint', 'none'],
    ['court', 'planned'],
    ['other', 'planned'],
  ]);
});

test('a referral that was declined leaves the need standing, and one on its way does not', () => {
  const root = aCase(['safe-place']);
  const sent = { need: 'shelter', sent: 1 };
  expect(needs([root, aRecord('referral', sent)], root)).toEqual([['safe-place', 'planned']]);
  const declined = aRecord('referral', { ...sent, declined: 2, declinedWhy: 'no-place' });
  expect(needs([root, declined], root)).toEqual([['safe-place', 'tried']]);
});

test('a course that runs, a matter before an office, or a stay in a shelter is not "nothing yet"', () => {
  const root = aCase(['work-study', 'legal-advice', 'safe-place']);
  const states = (...records: RecordView[]) => needs([root, ...records], root).map(([, state]) => state);
  expect(
    states(
      aRecord('path', { type: 'training', what: 'sewing', started: day('2026-11-01') }),
      aRecord('matter', { type: 'complaint', filed: day('2026-11-10') }),
      aRecord('stay', { in: day('2026-11-14') }),
    ),
  ).toEqual(['going', 'going', 'going']);
  expect(
    states(
      aRecord('path', { type: 'job', outcome: 'finished' }),
      aRecord('matter', { type: 'complaint', closed: day('2026-11-20'), result: 'no-remedy' }),
      aRecord('stay', { in: day('2026-11-14'), out: day('2026-11-20'), ending: 'own-home' }),
    ),
  ).toEqual(['done', 'done', 'done']);
  expect(
    states(
      aRecord('path', { type: 'training', outcome: 'shut-out' }),
      aRecord('matter', { type: 'request' }),
      aRecord('stay', { asked: day('2026-11-14'), ending: 'refused' }),
    ),
  ).toEqual(['tried', 'planned', 'tried']);
  // That a complaint came to nothing leaves what she wanted of it standing.
  const complains = aCase(['complaint']);
  const closed = aRecord('matter', { type: 'complaint', closed: day('2026-11-20'), result: 'no-remedy' });
  expect(needs([complains, closed], complains)).toEqual([['complaint', 'tried']]);
  expect(needs([complains, aRecord('matter', { type: 'advocacy' })], complains)).toEqual([
    ['complaint', 'none'],
  ]);
});

test('a pause in treatment is a need that nobody has to say, and "only a record" asks for nothing', () => {
  const root = aCase(['only-a-record', 'unknown']);
  const client = aRecord('person', { role: 'client', artStatus: 'interrupted' });
  expect(needs([root, client], root)).toEqual([['treatment', 'none']]);
});

test('what is ahead comes nearest first and undated deeds are not ahead', () => {
  const root = aCase([]);
  const late = aRecord('response', { type: 'escort', planned: day('2026-11-20') });
  const soon = aRecord('response', { type: 'medical', planned: day('2026-11-24') });
  const undated = aRecord('response', { type: 'information' });
  const plan = planOf([root, soon, undated, late], root, TODAY);
  expect(plan.ahead.map(({ record, overdue }) => [record.id, overdue])).toEqual([
    [late.id, true],
    [soon.id, false],
  ]);
  expect(plan.done.map(({ record }) => record.id)).toEqual([undated.id]);
});

test('documents are a need until every paper is in hand, whatever else was done about it', () => {
  const root = aCase(['documents']);
  const done = aRecord('response', { type: 'documents', done: day('2026-11-20'), result: 'worked' });
  const papers = (...states: string[]) =>
    states.map((state, at) =>
      aRecord('document-need', {
        of: 'p',
        document: ['identity-card', 'owner-consent', 'lease'][at] ?? '',
        goal: 'residence-registration',
        state,
      }),
    );
  const state = (...records: RecordView[]) =>
    planOf([root, ...records], root, TODAY, PACKS.az).needs.map((need) => need.state);
  expect(state(done)).toEqual(['done']);
  expect(state(done, ...papers('has', 'missing', 'missing'))).toEqual(['planned']);
  expect(state(done, ...papers('has'))).toEqual(['planned']);
  expect(state(...papers('missing', 'missing', 'missing'))).toEqual(['none']);
  expect(state(...papers('has', 'has', 'has'))).toEqual(['done']);
  expect(state(done, aRecord('document-need', { document: 'bank-card', state: 'impossible' }))).toEqual([
    'tried',
  ]);
});

test('what is waited for is ahead, as in the story, and late when its day is over', () => {
  const root = aCase(['documents']);
  const looking = aRecord('response', { type: 'other', planned: day('2026-11-06'), result: 'waiting' });
  const { ahead, done } = planOf([root, looking], root, TODAY);
  expect(ahead.map(({ record, overdue }) => [record.id, overdue])).toEqual([[looking.id, true]]);
  expect(done).toEqual([]);
});
