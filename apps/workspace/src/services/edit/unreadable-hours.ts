import { parseHours, WEEKDAY_FIELDS } from '@dayaq/domain';
import type { Values } from '../../fields/index.ts';

/** The weekdays whose times cannot be read: written as they are, they would count as "not known". */
export function unreadableHours(values: Values): string[] {
  return WEEKDAY_FIELDS.filter((name) => {
    const written = values[name];
    return typeof written === 'string' && parseHours(written) === null;
  });
}

/** Monday's times on every day up to Friday. */
export function likeMonday(values: Values): Record<string, Values[string]> {
  const monday = values.monday ?? null;
  return {
    ...values,
    ...Object.fromEntries(WEEKDAY_FIELDS.slice(0, 5).map((name) => [name, monday])),
  };
}
