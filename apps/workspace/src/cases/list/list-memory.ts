import type { Id } from '@dayaq/vault/client';
import { whenPhaseChanges, whenSpaceChanges } from '../../vault/session.ts';
import type { ListSearch } from '../../list/pages.ts';
import { EVERY_CASE, sameSearch } from './filters.ts';

interface ListMemory {
  /** Null while nobody has looked for anything: what one begins with. */
  search: ListSearch | null;
  /** How far it was scrolled. Pixels. */
  scroll: number;
  /** Cases that were opened from the list as this search shows it. */
  opened: Set<Id>;
}

/**
 * What the list remembers while other pages are shown. In memory only, and forgotten when the vault locks, because a search
 * may hold a name.
 */
export const listMemory: ListMemory = { search: null, scroll: 0, opened: new Set() };

/**
 * The search that stands beside a case: what was looked for when it was opened from the list. Beside a case that was opened
 * from elsewhere an old search would hide it among others that it has nothing to do with: only its order stays.
 */
export function searchBeside(id: Id | null, memory: ListMemory, first: ListSearch): ListSearch {
  const { search, opened } = memory;
  if (id === null || opened.has(id)) return search ?? first;
  const { sort, descending } = search ?? first;
  return { ...EVERY_CASE, sort, descending };
}

/**
 * The search after somebody changed it. Whoever only types looks in every case, not only among those that the list began
 * with; when the words are gone, it is as it began.
 */
export function searchAfter(search: ListSearch, next: ListSearch, first: ListSearch): ListSearch {
  const isTyping = next.text !== search.text && next.filters === search.filters;
  if (!isTyping) return next;
  if (
    search.text === '' &&
    sameSearch(search, { ...first, sort: search.sort, descending: search.descending })
  )
    return { ...next, filters: {} };
  if (next.text === '' && Object.values(next.filters).every((codes) => codes.length === 0))
    return { ...next, filters: first.filters };
  return next;
}

function forget(): void {
  listMemory.search = null;
  listMemory.scroll = 0;
  listMemory.opened.clear();
}
whenPhaseChanges((phase) => {
  if (phase !== 'open') forget();
});
whenSpaceChanges(forget);
