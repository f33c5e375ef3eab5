import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doseMissedAt, hoursLeft } from './continuity.ts';
import { AZ } from './packs/az.ts';
import type { PlainRecord } from './plain-record.ts';
import { isUrgent } from './task-rules/index.ts';
import { tasksDue } from './tasks-due.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: Date.UTC(2026, 10, 20, 9) },
  updated: { by: 'm', at: Date.UTC(2026, 10, 20, 9) },
});
const rules = (...records: PlainRecord[]) =>
  tasksDue(records, AZ).map(({ rule, about, due }) => [rule, about, due]);
const baku = (day: string, hour: number): number => Date.parse(`${day}T00:00:00Z`) + (hour - 4) * 3_600_000;

test('the hours to the next dose are counted from the last one, by the clock where the person is held', () => {
  const taken = { lastTaken: { day: '2026-11-28' }, lastHour: 9 };
  expect(hoursLeft(taken, AZ.utcOffset, baku('2026-11-28', 21))).toBe(12);
  expect(hoursLeft(taken, AZ.utcOffset, baku('2026-11-29', 14))).toBe(-5);
  expect(hoursLeft({ ...taken, every: 48 }, AZ.utcOffset, baku('2026-11-29', 14))).toBe(19);
  expect(hoursLeft({ ...taken, stock: 3 }, AZ.utcOffset, baku('2026-11-29', 14))).toBe(67);
  expect(hoursLeft({ medicine: 'methadone' }, AZ.utcOffset, baku('2026-11-29', 14))).toBeNull();
});

test('what is not known never gives more time', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(hour, fc.integer({ min: 1, max: 28 }), fc.option(fc.nat(30)), (lastHour, date, stock) => {
      const day = `2026-11-${String(date).padStart(2, '0')}`;
      const known = doseMissedAt({ lastTaken: { day }, lastHour, stock }, AZ.utcOffset) ?? 0;
      for (const less of [
        { lastTaken: { day }, stock },
        { lastTaken: { day }, lastHour },
        { lastTaken: { day: '2026-11' }, lastHour, stock },
      ])
        expect(doseMissedAt(less, AZ.utcOffset)).toBeLessThanOrEqual(known);
    }),
  );
});

test('a person marked as held with treatment that was taken or broke off raises it by itself', () => {
  const held = { detention: 'police', detentionSince: { day: '2026-11-27' } };
  for (const status of [{ artStatus: 'interrupted' }, { ostStatus: 'takes' }])
    expect(rules(record('p', 'person', { ...held, ...status }))).toEqual([
      ['treatment-ask', 'p', '2026-11-27'],
    ]);
  expect(rules(record('p', 'person', { ...held, artStatus: 'not-started' }))).toEqual([]);
  expect(rules(record('p', 'person', { detention: 'free', artStatus: 'interrupted' }))).toEqual([]);
  const inPrison = record('p', 'person', { populations: ['in-prison'], artStatus: 'takes' });
  expect(rules(inPrison)).toEqual([['treatment-ask', 'p', '2026-11-20']]);
  expect(isUrgent('treatment-ask')).toBe(true);
});

test('an unlawful arrest of somebody on treatment raises it too, until it is known which', () => {
  const person = record('p', 'person', { ostStatus: 'takes' });
  const arrest = record('v', 'violation', { type: 'detained-unlawfully' });
  expect(rules(person, arrest)).toEqual([['treatment-ask', 'v', '2026-11-20']]);
  expect(rules(record('p', 'person', { ostStatus: 'not-needed' }), arrest)).toEqual([]);
  const detention = record('c', 'detention', { of: 'p', treatment: 'ost', where: 'police', state: 'kept' });
  expect(rules(person, arrest, detention)).toEqual([]);
});

test('one question about one person stands once, and about each of several', () => {
  const inPrison = { populations: ['in-prison'], artStatus: 'takes', role: 'client' };
  const one = record('p', 'person', inPrison);
  const arrest = (victims: string[]) => record('v', 'violation', { type: 'detained-unlawfully', victims });
  const asked = (...records: PlainRecord[]) => rules(...records).map(([, about]) => about);
  expect(asked(one, arrest([]))).toEqual(['p']);
  expect(asked(one, arrest(['p']))).toEqual(['p']);
  // The other one was held too, and nobody is asked about them.
  const other = record('q', 'person', { role: 'client', artStatus: 'takes' });
  expect(asked(one, other, arrest(['p', 'q'])).sort()).toEqual(['p', 'v']);
  expect(asked(one, other, arrest([])).sort()).toEqual(['p', 'v']);
});

test('the medicine is to be brought until it goes on; a release is prepared and followed', () => {
  const held = { of: 'p', treatment: 'art', where: 'prison' };
  expect(rules(record('c', 'detention', { ...held, state: 'at-risk' }))).toEqual([
    ['treatment-bring', 'c', '2026-11-20'],
  ]);
  for (const state of ['kept', 'restored', 'stopped'])
    expect(rules(record('c', 'detention', { ...held, state }))).toEqual([]);
  const ahead = { ...held, state: 'kept', releaseExpected: { day: '2026-12-20' } };
  expect(rules(record('c', 'detention', ahead))).toEqual([['release-ahead', 'c', '2026-12-20']]);
  const out = { ...ahead, where: 'free', released: { day: '2026-12-20' } };
  expect(rules(record('c', 'detention', out))).toEqual([['treatment-after', 'c', '2026-12-20']]);
  expect(rules(record('c', 'detention', { ...out, continuesAt: 'AIDS centre' }))).toEqual([]);
});
