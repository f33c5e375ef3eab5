import type { WorkCalendar } from './calendar.ts';

/**
 * Azerbaijan's working days after the Labour Code's list of holidays. A holiday on a weekend or on another holiday
 * gives the next working day. Days of the moon and swapped days: as announced for 2024 to 2026, reckoned after that.
 */
export const AZ_CALENDAR: WorkCalendar = {
  weekend: [0, 6],
  fixed: [
    { holiday: 'new-year', from: '01-01', days: 2 },
    { holiday: 'mourning', from: '01-20', mourning: true },
    { holiday: 'women', from: '03-08' },
    { holiday: 'novruz', from: '03-20', days: 5 },
    { holiday: 'victory-1945', from: '05-09' },
    { holiday: 'independence', from: '05-28' },
    { holiday: 'salvation', from: '06-15' },
    { holiday: 'armed-forces', from: '06-26' },
    { holiday: 'victory', from: '11-08' },
    { holiday: 'flag', from: '11-09' },
    { holiday: 'solidarity', from: '12-31' },
  ],
  movable: [
    { holiday: 'election', from: '2024-02-07', single: true },
    { holiday: 'ramadan', from: '2024-04-10', days: 2 },
    { holiday: 'qurban', from: '2024-06-16', days: 2 },
    { holiday: 'election', from: '2025-01-29', single: true },
    { holiday: 'ramadan', from: '2025-03-30', days: 2 },
    { holiday: 'qurban', from: '2025-06-06', days: 2 },
    { holiday: 'ramadan', from: '2026-03-20', days: 2 },
    { holiday: 'qurban', from: '2026-05-27', days: 2 },
    { holiday: 'ramadan', from: '2027-03-09', days: 2, estimated: true },
    { holiday: 'qurban', from: '2027-05-16', days: 2, estimated: true },
    { holiday: 'ramadan', from: '2028-02-26', days: 2, estimated: true },
    { holiday: 'qurban', from: '2028-05-05', days: 2, estimated: true },
  ],
  swaps: [
    { free: '2024-01-04', worked: '2023-12-30' },
    { free: '2024-01-05', worked: '2024-01-07' },
    { free: '2024-04-12', worked: '2024-04-06' },
    { free: '2024-11-12', worked: '2024-11-16' },
    { free: '2024-11-13', worked: '2024-11-23' },
    { free: '2024-12-30', worked: '2024-12-28' },
    { free: '2025-01-03', worked: '2024-12-29' },
    { free: '2025-03-27', worked: '2025-03-10' },
    { free: '2025-03-28', worked: '2025-04-01' },
    { free: '2025-06-27', worked: '2025-06-21' },
  ],
  years: { from: 2024, to: 2028 },
};
