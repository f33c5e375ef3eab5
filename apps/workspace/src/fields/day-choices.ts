import { addDays, type FuzzyDate } from '@dayaq/domain';

/** The days that people say most, the nearest first, and any other. */
export const DAY_CHOICES = ['today', 'yesterday', 'this-month', 'last-year', 'other'] as const;
export type DayChoice = (typeof DAY_CHOICES)[number];

/** What a choice means, no more exact than it was said. @param today YYYY-MM-DD */
export function dayOfChoice(choice: Exclude<DayChoice, 'other'>, today: string): FuzzyDate {
  switch (choice) {
    case 'today':
      return { day: today };
    case 'yesterday':
      return { day: addDays(today, -1) };
    case 'this-month':
      return { day: today.slice(0, 7) };
    case 'last-year':
      return { day: String(Number(today.slice(0, 4)) - 1) };
  }
}

/** The choice that says exactly this date; `other` where none does. */
export function dayChoiceOf(date: FuzzyDate, today: string): DayChoice {
  if (date.about === true || date.until !== undefined) return 'other';
  return (
    DAY_CHOICES.find((choice) => choice !== 'other' && dayOfChoice(choice, today).day === date.day) ?? 'other'
  );
}
