import { addDays, daysBetween } from './day.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCode } from './code-lists/index.ts';
import { addMonths } from './day.ts';
import { deadlineOf, deadlineRule } from './deadline.ts';
import { PACKS } from './packs/index.ts';
import { addWorkDays, holidayOn, isWorkDay, workDaysBetween } from './work-days.ts';

const { az, tj } = PACKS;
const packs = fc.constantFrom(az, tj);
const days = fc.integer({ min: 0, max: 365 * 5 }).map((n) => addDays('2024-01-01', n));

/** Every weekday between two days on which offices are closed. */
function closed(from: string, to: string, country: 'az' | 'tj'): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(Date.parse(day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isWorkDay(day, PACKS[country].calendar)) found.push(day);
  }
  return found;
}

test('in March 2026 Novruz and Ramadan close Azerbaijan from the 20th to the 30th', () => {
  expect(closed('2026-03-10', '2026-03-31', 'az')).toEqual([
    '2026-03-20',
    '2026-03-23',
    '2026-03-24',
    '2026-03-25',
    '2026-03-26',
    '2026-03-27',
    '2026-03-30',
  ]);
});

test('in March 2026 Tajikistan is closed from the 20th to the 29th, and works on a Saturday for it', () => {
  expect(closed('2026-03-10', '2026-03-31', 'tj')).toEqual([
    '2026-03-20',
    '2026-03-23',
    '2026-03-24',
    '2026-03-25',
    '2026-03-26',
    '2026-03-27',
  ]);
  expect(isWorkDay('2026-03-14', tj.calendar)).toBe(true);
});

test('a holiday on a weekend gives the next working day; a day of mourning does not', () => {
  expect(holidayOn('2024-06-18', az.calendar)?.holiday).toBe('salvation');
  expect(holidayOn('2024-06-19', az.calendar)?.holiday).toBe('qurban');
  expect(isWorkDay('2024-06-20', az.calendar)).toBe(true);
  expect(isWorkDay('2024-01-22', az.calendar)).toBe(true);
});

test('fifteen working days over Novruz are counted by hand to the same day', () => {
  // 13 to 19 March: 5; 27 March is swapped for the 10th; 31 March is Ramadan; 1 April is worked for the 28th.
  expect(addWorkDays('2025-03-12', 15, az.calendar)).toEqual({ day: '2025-04-14', estimated: false });
});

test('no deadline ends on a day off, and there are as many working days in it as the rule says', () => {
  fc.assert(
    fc.property(packs, days, fc.integer({ min: 1, max: 60 }), (pack, from, count) => {
      const { day } = addWorkDays(from, count, pack.calendar);
      expect(isWorkDay(day, pack.calendar)).toBe(true);
      expect(workDaysBetween(from, day, pack.calendar)).toBe(count);
    }),
  );
});

test('a later start never gives an earlier deadline, whatever the rule', () => {
  fc.assert(
    fc.property(packs, days, fc.integer({ min: 0, max: 30 }), fc.nat(5), (pack, from, later, index) => {
      const rule = pack.deadlines[index % pack.deadlines.length];
      if (rule === undefined) throw new Error('a pack without deadlines');
      const first = deadlineOf(from, rule, pack);
      const second = deadlineOf(addDays(from, later), rule, pack);
      expect(second.day >= first.day).toBe(true);
      expect(first.day > from).toBe(true);
    }),
  );
});

test('our own time is never shown as ending later than it does', () => {
  fc.assert(
    fc.property(packs, days, (pack, from) => {
      const rule = deadlineRule('court-appeal', pack);
      if (rule === undefined) throw new Error('no such rule');
      const { day } = deadlineOf(from, rule, pack);
      expect(day <= addMonths(from, 1)).toBe(true);
      expect(isWorkDay(day, pack.calendar)).toBe(true);
    }),
  );
});

test('a month from the 31st ends on the last day that the next month has', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
});

test('a reckoning that leans on a day not yet announced says so', () => {
  expect(addWorkDays('2027-03-01', 3, az.calendar).estimated).toBe(false);
  expect(addWorkDays('2027-03-01', 5, az.calendar).estimated).toBe(true);
  expect(addWorkDays('2025-03-20', 15, az.calendar).estimated).toBe(false);
  expect(addWorkDays('2028-12-20', 15, az.calendar).estimated).toBe(true);
});

test('every rule has its words, the lawyer is never forgotten, and calendars speak of known holidays', () => {
  for (const pack of Object.values(PACKS)) {
    for (const rule of pack.deadlines) {
      expect(isCode('deadline-rules', rule.rule), rule.rule).toBe(true);
      expect(rule.checkWithLawyer).toBe(true);
    }
    for (const { holiday } of [...pack.calendar.fixed, ...pack.calendar.movable])
      expect(isCode('holidays', holiday), holiday).toBe(true);
    for (let year = pack.calendar.years.from; year <= pack.calendar.years.to; year++)
      for (const moon of ['ramadan', 'qurban'])
        expect(
          pack.calendar.movable.some((m) => m.holiday === moon && m.from.startsWith(String(year))),
          `${moon} ${year}`,
        ).toBe(true);
  }
});

test('the calendar is laid out for a whole working life', () => {
  expect(daysBetween('2000-01-01', addWorkDays('2000-01-01', 2600, az.calendar).day)).toBeGreaterThan(3600);
});
