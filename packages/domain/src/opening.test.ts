import { dayNumber, dayNumbered } from './day.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHours, longestClosure, openingOf, openState, parseHours, spansOn } from './opening.ts';

const weekdays = { monday: '9-17', tuesday: '9-17', wednesday: '9-17', thursday: '9-17', friday: '9-17' };
const office = { fields: { what: 'hours', ...weekdays } };
const closure = (day: string, until: string, more: object = {}) => ({
  fields: { what: 'closure', period: { day, until }, why: 'holiday', ...more },
});

test('hours as people write them', () => {
  expect(parseHours('09:00-13:00, 14:00–18:00')).toEqual([
    [540, 780],
    [840, 1080],
  ]);
  expect(parseHours('9-17')).toEqual([[540, 1020]]);
  expect(parseHours('20:00-08:00')).toEqual([[1200, 1920]]);
  expect(parseHours('')).toEqual([]);
  for (const wrong of ['morning', '9', '25-26', '9:75-10', '24:00-25:00'])
    expect(parseHours(wrong)).toBeNull();
});

test('hours written out are read back the same', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(fc.array(fc.tuple(minute, minute), { maxLength: 4 }), (pairs) => {
      const spans = pairs
        .map(([from, to]): [number, number] => [from, to > from ? to : to + 1440])
        .sort((a, b) => a[0] - b[0]);
      expect(parseHours(formatHours(spans))).toEqual(spans);
    }),
  );
});

test('open at noon on Monday, shut at night until the morning, and over the weekend', () => {
  const opening = openingOf([office]);
  expect(openState(opening, '2027-03-15', 720)).toEqual({ is: 'open' });
  expect(openState(opening, '2027-03-15', 1320)).toEqual({
    is: 'closed',
    day: '2027-03-16',
    minute: 540,
    days: 1,
  });
  expect(openState(opening, '2027-03-20', 600)).toMatchObject({ day: '2027-03-22', days: 2 });
});

test('a night shelter is open after midnight of the evening on which it opened', () => {
  const opening = openingOf([{ fields: { what: 'hours', monday: '20:00-08:00' } }]);
  expect(openState(opening, '2027-03-16', 60)).toEqual({ is: 'open' });
  expect(openState(opening, '2027-03-16', 540)).toMatchObject({ is: 'closed', day: '2027-03-22' });
});

test('without hours nothing is claimed; unreadable hours are no hours', () => {
  expect(openState(openingOf([]), '2027-03-15', 720)).toEqual({ is: 'unknown' });
  expect(
    openState(openingOf([{ fields: { what: 'hours', monday: 'sometimes' } }]), '2027-03-15', 720),
  ).toEqual({ is: 'unknown' });
  expect(openState(openingOf([closure('2027-03-20', '2027-03-28')]), '2027-03-21', 0)).toEqual({
    is: 'closed-unknown',
    why: 'holiday',
    until: '2027-03-28',
  });
});

test('the nine days of the spring holidays are the longest closure of the year', () => {
  // 20 to 28 March 2027 is Saturday to the Sunday of the week after.
  const opening = openingOf([office, closure('2027-03-20', '2027-03-28')]);
  expect(longestClosure([opening], 2027)).toEqual({ from: '2027-03-20', to: '2027-03-28', days: 9 });
  const other = openingOf([{ fields: { what: 'hours', roundTheClock: true } }]);
  expect(longestClosure([opening, other], 2027)).toBeNull();
  expect(longestClosure([openingOf([])], 2027)).toBeNull();
});

test('the longest closure is closed on each of its days, and open beside it', () => {
  const start = fc.integer({ min: 0, max: 700 });
  const schedules = fc.array(
    fc.oneof(
      fc.subarray(Object.entries(weekdays), { minLength: 1 }).map((days) => ({
        fields: { what: 'hours', ...Object.fromEntries(days) },
      })),
      fc.tuple(start, fc.integer({ min: 0, max: 40 }), fc.boolean()).map(([from, days, everyYear]) =>
        closure(
          dayNumbered(dayNumber('2026-06-01') + from),
          dayNumbered(dayNumber('2026-06-01') + from + days),
          {
            everyYear,
          },
        ),
      ),
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(schedules, { minLength: 1, maxLength: 3 }), (all) => {
      const openings = all.map(openingOf);
      const known = openings.filter(({ hours }) => hours.length > 0);
      const isOpen = (day: number) => known.some((opening) => spansOn(opening, day).length > 0);
      const run = longestClosure(openings, 2027);
      const days = Array.from({ length: 365 }, (_, index) => dayNumber('2027-01-01') + index);
      if (run === null) {
        expect(known.length === 0 || days.every(isOpen)).toBe(true);
        return;
      }
      const [from, to] = [dayNumber(run.from), dayNumber(run.to)];
      expect(run.days).toBe(to - from + 1);
      expect(days.filter((day) => day >= from && day <= to).some(isOpen)).toBe(false);
      const beside = [from - 1, to + 1].filter((day) => days.includes(day));
      expect(beside.every(isOpen)).toBe(true);
    }),
  );
});

test('what recurs every year holds in later years, and across New Year, but not before', () => {
  const opening = openingOf([office, closure('2026-12-30', '2027-01-08', { everyYear: true })]);
  expect(openState(opening, '2030-01-07', 600)).toMatchObject({ day: '2030-01-09', why: 'holiday' });
  expect(openState(opening, '2026-01-07', 600)).toEqual({ is: 'open' });
});

test('hours hold within their period', () => {
  const summer = { fields: { ...office.fields, period: { day: '2027-06', until: '2027-08' } } };
  expect(openState(openingOf([summer]), '2027-05-31', 600)).toMatchObject({ day: '2027-06-01' });
  expect(openState(openingOf([summer]), '2027-08-31', 600)).toEqual({ is: 'open' });
  const since = { fields: { ...office.fields, period: { day: '2027-06-01' } } };
  expect(openState(openingOf([since]), '2031-03-03', 600)).toEqual({ is: 'open' });
});

test('days and their numbers', () => {
  expect(dayNumbered(dayNumber('2027-02-28') + 1)).toBe('2027-03-01');
});
