import type { TaskRow } from '@dayaq/vault/client';
import type { CalendarEntry } from './calendar-file.ts';

/** What of a task must be known to put its day into a calendar. */
export type CalendarTask = Pick<TaskRow, 'record' | 'dossier' | 'rule' | 'about' | 'due'>;

/** Tasks that have a day, as calendar entries. `titleOf` words one: what it says leaves the sealed room. */
export async function calendarEntries<T extends CalendarTask>(
  tasks: readonly T[],
  titleOf: (task: T) => string,
): Promise<CalendarEntry[]> {
  return Promise.all(
    tasks
      .filter(({ due }) => /^\d{4}-\d\d-\d\d$/.test(due))
      .map(async (task) => ({ uid: await uidOf(task), day: task.due, title: titleOf(task) })),
  );
}

/** A name for a task that is always the same and is not the task's own: a calendar leads to no record. */
async function uidOf({ record, dossier, rule, about }: CalendarTask): Promise<string> {
  const name = `calendar/${record || `${dossier}/${rule}/${about}`}`;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  return Array.from(new Uint8Array(hash).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
