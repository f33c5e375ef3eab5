import type { WorkCalendar } from './calendar.ts';

/**
 * Tajikistan's working days, for those who work five days a week. A holiday on a weekend gives the next working day.
 * The days of the moon are announced shortly before: those of 2024, 2025 and March 2026 are known, the rest reckoned.
 * Of the days swapped by decree only those that we could learn of are here.
 */
export const TJ_CALENDAR: WorkCalendar = {
  weekend: [0, 6],
  fixed: [
    { holiday: 'new-year', from: '01-01' },
    { holiday: 'women', from: '03-08' },
    { holiday: 'novruz', from: '03-21', days: 4 },
    { holiday: 'victory-1945', from: '05-09' },
    { holiday: 'unity', from: '06-27' },
    { holiday: 'independence', from: '09-09' },
    { holiday: 'constitution', from: '11-06' },
  ],
  movable: [
    { holiday: 'ramadan', from: '2024-04-10' },
    { holiday: 'qurban', from: '2024-06-16' },
    { holiday: 'ramadan', from: '2025-03-30' },
    { holiday: 'qurban', from: '2025-06-06' },
    { holiday: 'ramadan', from: '2026-03-20' },
    { holiday: 'qurban', from: '2026-05-27', estimated: true },
    { holiday: 'ramadan', from: '2027-03-09', estimated: true },
    { holiday: 'qurban', from: '2027-05-16', estimated: true },
    { holiday: 'ramadan', from: '2028-02-26', estimated: true },
    { holiday: 'qurban', from: '2028-05-05', estimated: true },
  ],
  swaps: [{ free: '2026-03-27', worked: '2026-03-14' }],
  years: { from: 2024, to: 2028 },
};
