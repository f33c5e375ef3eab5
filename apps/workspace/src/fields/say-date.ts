import type { FuzzyDate } from '@dayaq/domain';
import { formatDate, formatMoment, monthNames, type Translator } from '@dayaq/locale';

/** A date in words of the chosen language, as precise as it is. */
export function sayDate({ language }: Translator, date: FuzzyDate): string {
  return formatDate(language, date.day, 'long', date);
}

/** A moment (milliseconds since 1970) as day and time on this device's clock. */
export function sayMoment({ language }: Translator, at: number): string {
  return formatMoment(language, at);
}

/** Names that each month may be typed by, from January. */
export function typedMonths({ language }: Translator): readonly (readonly string[])[] {
  const short = monthNames(language, 'short');
  return monthNames(language).map((name, index) => [name, short[index] ?? name]);
}
