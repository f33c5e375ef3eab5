import { isFuzzyDate } from '@dayaq/domain';
import type { RowFields, RowRecord } from './row-plan.ts';
import type { RowSaid } from './said.ts';

/** Whether a whole day lies ahead, or is today. @param today null where nothing is to be done any more */
export const isToCome = (date: unknown, today: string | null): date is { day: string } =>
  today !== null && isFuzzyDate(date) && date.day.length === today.length && date.day >= today;

/** A step of which only its day is told is called as its column is. */
export const named = (fields: RowFields, row: RowSaid): RowFields => ({
  ...fields,
  what: fields['what'] ?? (row.cells.get('task.due') ?? '').slice(0, 200),
});

/** Days ahead of a matter that does not stand, or not with them: each is a step that is due then. */
export function stepsOf(
  place: string,
  fields: RowFields,
  standing: RowFields | null,
  row: RowSaid,
  today: string | null,
): RowRecord[] {
  return ['deadline', 'hearing'].flatMap((name): RowRecord[] => {
    const date = fields[name];
    if (standing?.[name] !== undefined || !isToCome(date, today)) return [];
    const what = (row.cells.get(`matter.${name}`) ?? '').slice(0, 200);
    return [{ place: `task:${place}:${name}`, kind: 'task', fields: { what, due: { day: date.day } } }];
  });
}
