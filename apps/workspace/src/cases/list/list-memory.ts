import type { Id } from '@dayaq/vault/client';
import { whenPhaseChanges, whenSpaceChanges } from '../../vault/session.ts';
import type { ListSearch } from '../../list/pages.ts';
import { EVERY_CASE } from './filters.ts';

interface ListMemory {
  search: ListSearch;
  /** How far it was scrolled. Pixels. */
  scroll: number;
  /** Cases that were opened from the list as this search shows it. */
  opened: Set<Id>;
}

/**
 * What the list remembers while other pages are shown. In memory only, and forgotten when the vault locks, because a search
 * may hold a name.
 */
export const listMemory: ListMemory = { search: EVERY_CASE, scroll: 0, opened: new Set() };

/**
 * The search that stands beside a case: what was looked for when it was opened from the list. Beside a case that was opened
 * from elsewhere an old search would hide it among others that it has nothing to do with: only its order stays.
 */
export function searchBeside(id: Id | null, memory: ListMemory): ListSearch {
  const { search, opened } = memory;
  if (id === null || opened.has(id)) return search;
  return { ...EVERY_CASE, sort: search.sort, descending: search.descending };
}

function forget(): void {
  listMemory.search = EVERY_CASE;
  listMemory.scroll = 0;
  listMemory.opened.clear();
}
whenPhaseChanges((phase) => {
  if (phase !== 'open') forget();
});
whenSpaceChanges(forget);
