import type { Id } from '@dayaq/vault/client';
import { isExactly } from '../../filters/filters.ts';
import type { ListSearch } from '../../list/pages.ts';

/** The statuses of a case that somebody still has to do something about. */
export const OPEN_STATUSES: readonly string[] = ['new', 'in-progress', 'waiting'];

export const EVERY_CASE: ListSearch = { text: '', filters: {}, sort: 'updated', descending: true };

/** What somebody who comes in looks for: their own open cases. Who only looks on has none. */
export const firstSearch = ({ me, role }: { me: Id; role: string }): ListSearch =>
  role === 'viewer' ? EVERY_CASE : { ...EVERY_CASE, filters: { status: [...OPEN_STATUSES], owner: [me] } };

/** Open cases in which nothing is due, those that have been so for longest first. */
export const SILENT_CASES: ListSearch = {
  text: '',
  filters: { silent: ['yes'] },
  sort: 'updated',
  descending: false,
};

/** Whether two searches would give the same list, whatever the order in which filters were chosen. */
export function sameSearch(a: ListSearch, b: ListSearch): boolean {
  const names = new Set([...Object.keys(a.filters), ...Object.keys(b.filters)]);
  return (
    a.text.trim() === b.text.trim() &&
    a.sort === b.sort &&
    a.descending === b.descending &&
    [...names].every((name) => isExactly(a.filters, name, b.filters[name] ?? []))
  );
}
