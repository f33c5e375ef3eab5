import { hoursLeft } from '@dayaq/domain';
import { t } from '../../locale/index.ts';
import { offsetIn } from '../../services/clock.ts';

/** So many hours are counted; beyond them, days. */
const COUNTED = 72;

/** How long until somebody who is held misses a dose, or since when they have. */
export function doseWords(
  fields: Readonly<Record<string, unknown>>,
  country: string,
  now: number,
): { words: string; late: boolean } {
  const hours = hoursLeft(fields, offsetIn(country, now), now);
  if (hours === null) return { words: t('safety.detention.unknown'), late: true };
  const late = hours < 0;
  const apart = late ? -hours : hours;
  if (apart <= COUNTED)
    return { words: t(late ? 'safety.detention.missed' : 'safety.detention.left', { hours: apart }), late };
  const days = Math.floor(apart / 24);
  return { words: t(late ? 'safety.detention.missedDays' : 'safety.detention.leftDays', { days }), late };
}
