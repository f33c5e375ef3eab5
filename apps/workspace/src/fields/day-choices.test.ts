import { describe, expect, it } from 'vitest';
import { DAY_CHOICES, dayChoiceOf, dayOfChoice } from './day-choices.ts';

describe('a day by a tap', () => {
  it('is as exact as it was said: a day, a month, a year', () => {
    expect(dayOfChoice('today', '2026-03-01')).toEqual({ day: '2026-03-01' });
    expect(dayOfChoice('yesterday', '2026-03-01')).toEqual({ day: '2026-02-28' });
    expect(dayOfChoice('this-month', '2026-03-01')).toEqual({ day: '2026-03' });
    expect(dayOfChoice('last-year', '2026-01-01')).toEqual({ day: '2025' });
  });

  it('is found again by what was kept, and a draft of yesterday does not call its day today', () => {
    for (const choice of DAY_CHOICES) {
      if (choice === 'other') continue;
      expect(dayChoiceOf(dayOfChoice(choice, '2026-11-29'), '2026-11-29')).toBe(choice);
    }
    expect(dayChoiceOf(dayOfChoice('today', '2026-11-28'), '2026-11-29')).toBe('yesterday');
    expect(dayChoiceOf({ day: '2023' }, '2026-11-29')).toBe('other');
    expect(dayChoiceOf({ day: '2025', about: true }, '2026-11-29')).toBe('other');
    expect(dayChoiceOf({ day: '2026-11-29', until: '2026-12-01' }, '2026-11-29')).toBe('other');
  });
});
