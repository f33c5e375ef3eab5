import { CLDR } from './cldr.ts';
import type { Unit } from './cldr-table.ts';
import { dayOf } from './date.ts';
import type { Language } from './language.ts';
import { formatNumber } from './number.ts';
import { PLURAL_RULES } from './plural-rules.ts';

const DAY_MS = 86_400_000;

/**
 * How far a day is: "today", "3 days ago", "in 2 weeks", "last year".
 * @param day YYYY-MM-DD @param today YYYY-MM-DD, where the reader is
 */
export function relativeDay(language: Language, day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
  if (Number.isNaN(days)) return day;
  const far = Math.abs(days);
  if (far < 14) return relative(language, 'day', days);
  if (far < 60) return relative(language, 'week', Math.trunc(days / 7));
  const months = monthsBetween(today, day);
  if (Math.abs(months) < 24) return relative(language, 'month', months);
  return relative(language, 'year', Math.trunc(months / 12));
}

/** Whole months from one day to another; negative into the past. */
function monthsBetween(from: string, to: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  const months = (y2 - y1) * 12 + (m2 - m1);
  if (months > 0 && d2 < d1) return months - 1;
  if (months < 0 && d2 > d1) return months + 1;
  return months;
}

/**
 * How long ago a moment was, or how soon it comes: "now", "5 minutes ago", and from a day on as `relativeDay`.
 * @param ms @param now milliseconds since 1970 @param offset minutes east of UTC; by default this device's
 */
export function relativeMoment(language: Language, ms: number, now: number, offset?: number): string {
  const minutes = Math.trunc((ms - now) / 60_000);
  if (minutes === 0) return CLDR[language].now;
  if (Math.abs(minutes) < 60) return relative(language, 'minute', minutes);
  const [day, today] = [dayOf(ms, offset), dayOf(now, offset)];
  if (day === today || Math.abs(minutes) < 6 * 60)
    return relative(language, 'hour', Math.trunc(minutes / 60));
  return relativeDay(language, day, today);
}

function relative(language: Language, unit: Unit, count: number): string {
  const words = CLDR[language].relative[unit];
  // "Yesterday" is said, "last month" for thirty-odd days would say less than the number.
  const exact = unit === 'day' ? words.exact[count] : undefined;
  if (exact !== undefined) return exact;
  const far = Math.abs(count);
  const forms = count < 0 ? words.past : words.future;
  return (forms[PLURAL_RULES[language](far)] ?? forms.other).replace('{0}', formatNumber(language, far));
}
