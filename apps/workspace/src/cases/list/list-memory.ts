import { whenPhaseChanges, whenSpaceChanges } from '../../vault/session.ts';
import type { CaseSearch } from './case-pages.ts';
import { EVERY_CASE } from './filters.ts';

/**
 * What the list remembers while other pages are shown: the search and how far it was scrolled. In memory only, and
 * forgotten when the vault locks, because a search may hold a name.
 */
export const listMemory: { search: CaseSearch; scroll: number } = { search: EVERY_CASE, scroll: 0 };

function forget(): void {
  listMemory.search = EVERY_CASE;
  listMemory.scroll = 0;
}
whenPhaseChanges((phase) => {
  if (phase !== 'open') forget();
});
whenSpaceChanges(forget);
