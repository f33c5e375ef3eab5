import { addDays } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { ANSWER_DAYS, complaintBegins, concernedIn, readersOf } from './complaint.ts';

const about = (colleague: string, owner: string) => ({ about: 'colleague', colleague, owner });

test('a complaint is opened by who took it down and who answers it, and never sealed to the colleague whom it concerns', () => {
  expect(readersOf(about('zaur', 'leyla'), 'nigar')).toEqual(['nigar', 'leyla']);
  expect(readersOf({ about: 'provider', owner: 'nigar' }, 'nigar')).toEqual(['nigar']);
  expect(concernedIn(about('leyla', 'leyla'), 'nigar')).toBe('owner');
  expect(concernedIn(about('nigar', 'leyla'), 'nigar')).toBe('writer');
  expect(() => readersOf(about('leyla', 'leyla'), 'nigar')).toThrow();
  expect(() => readersOf(about('nigar', 'leyla'), 'nigar')).toThrow();
  // A name that stayed from before the subject was changed concerns nobody.
  expect(concernedIn({ about: 'provider', colleague: 'leyla', owner: 'leyla' }, 'nigar')).toBeNull();
});

test('an answer is promised from the day on which it was received', () => {
  expect(complaintBegins('2026-11-29')).toEqual({
    received: { day: '2026-11-29' },
    due: { day: addDays('2026-11-29', ANSWER_DAYS) },
  });
});
