import { expect, it } from 'vitest';
import { likeMonday, unreadableHours } from './unreadable-hours.ts';

it('points at the days whose hours cannot be read, and leaves empty ones alone', () => {
  expect(unreadableHours({ monday: '9–18', tuesday: 'mornings', wednesday: '', friday: null })).toEqual([
    'tuesday',
  ]);
});
it('puts Monday’s hours on the working days and touches no other', () => {
  expect(likeMonday({ monday: '9-18', saturday: '10-12' })).toEqual({
    monday: '9-18',
    tuesday: '9-18',
    wednesday: '9-18',
    thursday: '9-18',
    friday: '9-18',
    saturday: '10-12',
  });
});
