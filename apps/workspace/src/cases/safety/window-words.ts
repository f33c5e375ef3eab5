import { type Hour, nextToClose } from '@dayaq/domain';
import { formatDate, relativeDay, type Translator } from '@dayaq/locale';
import { clockIn } from '../../services/clock.ts';

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const NEAR_DAYS = 2;

/** "tomorrow, 00:00", "30 November, 00:00". */
export function hourText({ language }: Translator, { day, minute }: Hour, today: string): string {
  const apart = Math.abs(Date.parse(day) - Date.parse(today)) / (24 * MINUTES_AN_HOUR * MINUTE_MS);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(Math.floor(minute / MINUTES_AN_HOUR))}:${two(minute % MINUTES_AN_HOUR)}`;
  const said = apart < NEAR_DAYS ? relativeDay(language, day, today) : formatDate(language, day, 'day');
  return `${said}, ${time}`;
}

/** Until when the first of what helps after sexual violence can be had; `date` is that of the act. */
export function windowWords(
  date: unknown,
  country: string,
  translator: Translator,
  now: number,
): { words: string; late: boolean } {
  const clock = clockIn(country, now);
  const next = nextToClose(date, clock);
  if (next === null) return { words: translator.t('safety.window.over'), late: true };
  const hour = hourText(translator, next, clock.day);
  return { words: translator.t('safety.window.until', { hour }), late: false };
}
