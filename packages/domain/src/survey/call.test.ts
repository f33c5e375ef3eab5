/** Threats: a call whose last day is none, or ends no calendar, has applications destroyed at once, or never. */
import { expect, test } from 'vitest';
import { callOf, dueGone, isDeadline, KEEP_MONTHS } from './call.ts';

const call = (deadline: string) => ({ aim: 'grant', who: {}, deadline, stages: [], keep: 12 });

test('a last day is one that exists, and whatever was said of the term ends on a day', () => {
  for (const day of ['2026-12-31', '2027-02-28', '2198-01-01']) {
    expect(isDeadline(day), day).toBe(true);
    for (const keep of KEEP_MONTHS)
      expect(dueGone({ ...callOf(call(day)), keep }, day)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  for (const day of [
    '9999-12-31',
    '2199-12-31',
    '2026-02-30',
    '2026-13-01',
    '0001-01-01',
    '2026',
    '2026-12',
    '',
  ])
    expect(() => callOf(call(day)), day).toThrow();
});
