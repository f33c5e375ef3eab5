import type { FuzzyDate } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { typedDate } from './understand-date.ts';

/** A date in words of the chosen language, as precise as it is. */
export function sayDate({ t }: Translator, date: FuzzyDate): string {
  const text =
    date.until === undefined ? typedDate(date.day) : `${typedDate(date.day)} – ${typedDate(date.until)}`;
  return date.about ? `${t('fields.date.about')} ${text}` : text;
}

/** A moment (milliseconds since 1970) as day and time in the reader's time zone. */
export function sayMoment(_translator: Translator, at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Names that a month may be typed by, from January. */
export function monthNames(_translator: Translator): readonly (readonly string[])[] {
  return [];
}
