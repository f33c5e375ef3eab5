import { answerFields, INSTRUMENTS } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { aRecord } from '../testing/records.ts';
import {
  incidentsSince,
  levelOf,
  meantLooks,
  reasonsIn,
  reasonsOf,
  reviewDay,
  seriesOf,
} from './assessments.ts';

const family = INSTRUMENTS['partner-family'];
const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T09:00:00Z');
const risk = (over: Record<string, string>, at: number) =>
  aRecord('risk', { of: 'person-1', instrument: 'partner-family', level: 'high', version: 1, ...over }, at);

test('each person and each set of questions has a line of its own, the latest assessment first', () => {
  const first = risk({ level: 'critical' }, NOW);
  const second = risk({ level: 'raised' }, NOW + HOUR);
  const other = risk({ of: 'person-2', level: 'high' }, NOW);
  const series = seriesOf([first, second, other]);
  expect(series.map(({ of, latest }) => [of, latest.id])).toEqual([
    ['person-2', other.id],
    ['person-1', second.id],
  ]);
  expect(series[1]?.earlier.map(({ id }) => id)).toEqual([first.id]);
});

test('a new threat after the last assessment asks for another, one before it does not', () => {
  const before = aRecord('threat', { type: ['injure'] }, NOW);
  const assessed = risk({}, NOW + HOUR);
  const after = aRecord('violation', { type: 'beating' }, NOW + 2 * HOUR);
  expect(incidentsSince([before, after])).toEqual([]);
  expect(incidentsSince([before, assessed])).toEqual([]);
  expect(incidentsSince([before, assessed, after])).toEqual([after]);
});

test('the reasons of a stored assessment are those of its answers, the weightiest first', () => {
  const answers = { choked: 'yes', controls: 'yes', 'children-hurt': 'yes', watched: 'no' } as const;
  const record = aRecord('risk', {
    instrument: 'partner-family',
    version: 1,
    level: 'high',
    ...answerFields(family, answers),
  });
  expect(reasonsIn(record)?.reasons).toEqual(reasonsOf(family, answers));
  expect(reasonsOf(family, answers)).toMatchObject({
    level: 'high',
    critical: ['choked'],
    yes: { danger: ['children-hurt', 'controls'], weakness: [], strength: [] },
  });
});

test('questions of a newer version are not explained by the old ones', () => {
  expect(reasonsIn(aRecord('risk', { instrument: 'partner-family', version: 99 }))).toBeNull();
  expect(reasonsIn(aRecord('risk', { instrument: 'of-a-newer-version' }))).toBeNull();
});

test('a lower judgement stands only with its reason', () => {
  expect(levelOf(risk({ override: 'low' }, NOW))).toBe('high');
  expect(levelOf(risk({ override: 'low', overrideWhy: 'She has moved away.' }, NOW))).toBe('low');
  expect(levelOf(risk({ override: 'critical' }, NOW))).toBe('critical');
});

test('too little answered: the level stays what it was, and the next look comes no later than was meant', () => {
  expect(reasonsOf(family, {}, 'critical').level).toBe('critical');
  expect(reasonsOf(family, { controls: 'yes' }, 'high').level).toBe('high');
  const denied = Object.fromEntries(family.questions.map(({ question }) => [question, 'no' as const]));
  expect(reasonsOf(family, denied, 'critical').level).toBe('low');
  const before = aRecord('risk', { instrument: 'partner-family', nextReview: { day: '2026-11-24' } });
  const meant = meantLooks([before, { ...before, id: 'gone', replaced: true }]);
  expect(meant).toEqual(['2026-11-24']);
  expect(reviewDay(family, 'high', '2026-11-22', meant)).toBe('2026-11-24');
  expect(reviewDay(family, 'critical', '2026-11-22', meant)).toBe('2026-11-23');
  expect(reviewDay(family, 'high', '2026-11-30', meant), 'what is past, tomorrow').toBe('2026-12-01');
});

test('the more dangerous it is, the sooner somebody looks again', () => {
  expect(reviewDay(family, 'critical', '2026-11-22')).toBe('2026-11-23');
  expect(reviewDay(family, 'low', '2026-11-22')).toBe('2027-02-20');
});
