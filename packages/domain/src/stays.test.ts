import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './day.ts';
import { PACKS } from './packs/index.ts';
import type { PlainRecord } from './plain-record.ts';
import { attendanceOf, eventOfEnding, nightsOf, personNights } from './stays.ts';
import { tasksDue } from './tasks-due.ts';

const TODAY = '2026-11-29';
const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const rules = (kind: string, fields: Record<string, unknown>) =>
  tasksDue([record('x', kind, fields)], PACKS.az).map(({ rule, due }) => [rule, due]);

test('nights are counted from the day of coming in to the day of going out, and until today while it goes on', () => {
  const stay = { in: { day: '2026-11-25' } };
  expect(nightsOf({ ...stay, out: { day: '2026-11-28' } }, TODAY)).toEqual({
    least: 3,
    most: 3,
    goesOn: false,
  });
  expect(nightsOf(stay, TODAY)).toEqual({ least: 4, most: 4, goesOn: true });
  expect(nightsOf({ ...stay, out: { day: '2026-11-25' } }, TODAY)?.most).toBe(0);
  expect(nightsOf({ ...stay, ending: 'own-home' }, TODAY)).toBeNull();
  expect(nightsOf({ ...stay, ending: 'refused' }, TODAY)).toBeNull();
  expect(nightsOf({ ...stay, out: { day: '2026-11-20' } }, TODAY)).toBeNull();
  expect(nightsOf({ in: { day: '2026-10' }, out: { day: '2026-11-03' } }, TODAY)).toEqual({
    least: 3,
    most: 33,
    goesOn: false,
  });
});

test('a mother with two children for three nights are nine', () => {
  const stay = record('s', 'stay', {
    who: ['mother', 'son', 'daughter'],
    in: { day: '2026-11-25' },
    out: { day: '2026-11-28' },
  });
  expect(personNights([stay, { ...stay, id: 't', deleted: true }], TODAY)).toEqual({ least: 9, most: 9 });
});

test('a stay in two parts has the nights of the whole', () => {
  const days = fc.nat(300);
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [first, middle, last] = [TODAY, addDays(TODAY, a), addDays(TODAY, a + b)];
      const nights = (from: string, to: string) =>
        nightsOf({ in: { day: from }, out: { day: to } }, TODAY)?.most;
      expect((nights(first, middle) ?? 0) + (nights(middle, last) ?? 0)).toBe(nights(first, last));
    }),
  );
});

test('only what a provider did to somebody is put on record against it', () => {
  expect(['refused', 'put-out', 'closed'].map(eventOfEnding)).toEqual(['refusal', 'exit', 'closure']);
  expect(['own-home', 'family', 'time-over', undefined].map(eventOfEnding)).toEqual([null, null, null, null]);
});

test('a stay that ends soon, a step of a path and the year after it ask for somebody', () => {
  expect(rules('stay', { until: { day: '2026-12-20' } })).toEqual([['stay-ends', '2026-12-20']]);
  expect(rules('stay', { until: { day: '2026-12-20' }, ending: 'own-home' })).toEqual([]);
  expect(rules('path-step', { day: { day: '2026-12-01' } })).toEqual([['path-step', '2026-12-01']]);
  expect(rules('path-step', { day: { day: '2026-12-01' }, came: 'missed' })).toEqual([]);
  expect(rules('path', { started: { day: '2026-01-10' } })).toEqual([['path-year-on', '2027-01-10']]);
  expect(rules('path', { started: { day: '2026-01-10' }, ended: { day: '2026-06-30' } })).toEqual([
    ['path-year-on', '2027-06-30'],
  ]);
  expect(rules('path', { ended: { day: '2026-06-30' }, yearOn: 'lives-of-it' })).toEqual([]);
});

test("attendance counts what is over; what was called off is nobody's absence", () => {
  const steps = ['came', 'came', 'missed', 'excused', 'cancelled', undefined].map((came) => ({ came }));
  expect(attendanceOf(steps)).toEqual({ came: 2, of: 4 });
});
