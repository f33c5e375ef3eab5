import { expect, test } from 'vitest';
import { periodOf } from './period.ts';

test('a period has its first and its last day', () => {
  const today = '2026-01-31';
  expect(periodOf('month', today)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  expect(periodOf('last-month', today)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(periodOf('last-month', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(periodOf('quarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('year', today)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(periodOf('last-year', today)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(periodOf('all', today)).toEqual({ from: null, to: null });
});

test('dates of one’s own may be known to the month, and one side may stay open', () => {
  const own = { from: { day: '2025-06' }, to: { day: '2026-02' } };
  expect(periodOf('own', '2026-11-22', own)).toEqual({ from: '2025-06-01', to: '2026-02-28' });
  expect(periodOf('own', '2026-11-22', { ...own, to: null })).toEqual({ from: '2025-06-01', to: null });
});
