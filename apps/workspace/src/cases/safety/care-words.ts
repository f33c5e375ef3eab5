import { type Hour, hoursUntil, nextWindow, rapeWindows } from '@dayaq/domain';
import { formatDate, relativeDay, type Translator } from '@dayaq/locale';
import { codeLabel } from '../../fields/labels.ts';

/** What is told of a task about the care after sexual violence. */
interface CareTask {
  told: Readonly<Record<string, unknown>>;
  left?: readonly string[];
}

/** Hours until the first part that is left is too late; null where none can be had in time any more. */
export function careHours({ told, left = [] }: CareTask, now: Hour): number | null {
  const next = nextWindow(told['date'], left, now);
  return next === null ? null : hoursUntil(next.closes, now);
}

/** How long there still is; null where it is over. */
export function careLeftWords(translator: Translator, task: CareTask, now: Hour): string | null {
  const hours = careHours(task, now);
  if (hours === null) return null;
  return hours < 0 ? translator.t('safety.window.now') : translator.t('safety.window.left', { hours });
}

/** What is still to be had, each with its hour: "PEP: by 3 December, 00:00". */
export function careParts(translator: Translator, { told, left = [] }: CareTask, now: Hour): string[] {
  return rapeWindows(told['date'], now)
    .filter(({ service, state }) => state !== 'closed' && left.includes(service))
    .map(({ service, state, closes, closed }) =>
      translator.t('safety.window.by', {
        what: codeLabel(translator, 'urgent-care', service),
        closes: hourText(translator, state === 'open' ? closes : closed, now.day),
      }),
    );
}

const DAY_MS = 86_400_000;
const MINUTES_AN_HOUR = 60;
const NEAR_DAYS = 2;

/** "tomorrow, 00:00", "30 November, 00:00". */
export function hourText({ language }: Translator, { day, minute }: Hour, today: string): string {
  const apart = Math.abs(Date.parse(day) - Date.parse(today)) / DAY_MS;
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(Math.floor(minute / MINUTES_AN_HOUR))}:${two(minute % MINUTES_AN_HOUR)}`;
  const said = apart < NEAR_DAYS ? relativeDay(language, day, today) : formatDate(language, day, 'day');
  return `${said}, ${time}`;
}
