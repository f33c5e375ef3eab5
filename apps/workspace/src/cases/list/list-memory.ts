import type { Id } from '@dayaq/vault/client';
import { whenPhaseChanges, whenSpaceChanges } from '../../vault/session.ts';
import type { ListSearch } from '../../list/pages.ts';
import { EVERY_CASE, sameSearch } from './filters.ts';

interface ListMemory {
  /** Null while nobody has looked for anything: what one begins with. */
  search: ListSearch | null;
  gaveWay: boolean;
  /** How far it was scrolled. Pixels. */
  scroll: number;
  /** Cases that were opened from the list as this search shows it. */
  opened: Set<Id>;
}

/**
 * What the list remembers while other pages are shown. In memory only, and forgotten when the vault locks, because a search
 * may hold a name.
 */
export const listMemory: ListMemory = { search: null, gaveWay: false, scroll: 0, opened: new Set() };

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

/** A search, and whether what the list begins with gave way in it to what is typed. */
interface Typed {
  search: ListSearch;
  gaveWay: boolean;
}

/**
 * The search after somebody changed it. Whoever only types looks in every case, not only among those that the list began
 * with; when the words are gone, it is as it began.
 * @param isUntouched nobody has looked for anything yet: what stands is what the list began with, even where that has just become
 *   something else
 */
export function searchAfter(
  { search, gaveWay }: Typed,
  next: ListSearch,
  first: ListSearch,
  isUntouched: boolean,
): Typed {
  // By what they say: what the list begins with is made anew each time that it is shown.
  const isTyping = next.text !== search.text && sameSearch({ ...next, text: search.text }, search);
  if (!isTyping) return { search: next, gaveWay: false };
  const { sort, descending } = search;
  if (isUntouched || sameSearch(search, { ...first, sort, descending }))
    return { search: { ...next, filters: {} }, gaveWay: true };
  if (gaveWay && next.text === '') return { search: { ...next, filters: first.filters }, gaveWay: false };
  return { search: next, gaveWay };
}

function forget(): void {
  listMemory.search = null;
  listMemory.gaveWay = false;
  listMemory.scroll = 0;
  listMemory.opened.clear();
}
whenPhaseChanges((phase) => {
  if (phase !== 'open') forget();
});
whenSpaceChanges(forget);
