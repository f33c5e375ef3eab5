import type { FuzzyDate } from '@dayaq/domain';
import { dayOf, formatDate, formatMoment, monthNames, relativeDay, type Translator } from '@dayaq/locale';

/** A date in words of the chosen language, as precise as it is. */
export function sayDate({ language }: Translator, date: FuzzyDate): string {
  return formatDate(language, date.day, 'long', date);
}

/** A moment (milliseconds since 1970) as day and time on this device's clock. */
export function sayMoment({ language }: Translator, at: number): string {
  return formatMoment(language, at);
}

/** A moment of these days as people say it: the hour alone today, the day by its name beside it, else with its date. */
export function sayHour(translator: Translator, at: number, today: string = dayOf(Date.now())): string {
  const { language } = translator;
  const day = dayOf(at);
  const hour = formatMoment(language, at, 'time');
  if (day === today) return hour;
  const apart = Math.abs(Date.parse(day) - Date.parse(today));
  return apart <= DAY ? `${relativeDay(language, day, today)}, ${hour}` : sayMoment(translator, at);
}

const DAY = 86_400_000;

/** Names that each month may be typed by, from January. */
export function typedMonths({ language }: Translator): readonly (readonly string[])[] {
  const short = monthNames(language, 'short');
  return monthNames(language).map((name, index) => [name, short[index] ?? name]);
}
