import type { TaskRow } from '@dayaq/vault/client';

export type GroupName = 'overdue' | 'long' | 'today' | 'week' | 'later' | 'undated';
export interface Group {
  name: GroupName;
  tasks: TaskRow[];
}

const ORDER: readonly GroupName[] = ['overdue', 'today', 'long', 'week', 'undated', 'later'];
/** After so many days a late task no longer tells what to do first; it stays in sight in a group of its own. */
const LONG = 30;

/**
 * Tasks by how soon they are due, in each group the most dangerous first; what has no day comes before what can wait.
 * @param today YYYY-MM-DD, where the reader is
 */
export function grouped(tasks: readonly TaskRow[], today: string): Group[] {
  const lastOfWeek = dayAfter(today, 7);
  const longAgo = dayAfter(today, -LONG);
  const groups = new Map<GroupName, TaskRow[]>(ORDER.map((name) => [name, []]));
  for (const task of tasks) groups.get(groupOf(task.due, { longAgo, today, lastOfWeek }))?.push(task);
  for (const list of groups.values()) list.sort(byDanger);
  return ORDER.flatMap((name) => {
    const list = groups.get(name) ?? [];
    return list.length === 0 ? [] : [{ name, tasks: list }];
  });
}

const RANK = { critical: 0, high: 1, '': 2 };

/** The most dangerous case first; of two alike what has waited longer. */
function byDanger(a: TaskRow, b: TaskRow): number {
  return RANK[a.danger] - RANK[b.danger] || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
}

function groupOf(
  due: string,
  { longAgo, today, lastOfWeek }: Record<'longAgo' | 'today' | 'lastOfWeek', string>,
): GroupName {
  if (due === '') return 'undated';
  // A month or a year is due when it ends: its first days are not yet late.
  const end = due.length === 4 ? `${due}-12-31` : due.length === 7 ? `${due}-31` : due;
  if (end < longAgo) return 'long';
  if (end < today) return 'overdue';
  if (end === today) return 'today';
  return end <= lastOfWeek ? 'week' : 'later';
}

/** @param day YYYY-MM-DD */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
