import { whenPhaseChanges, whenSpaceChanges } from '../../vault/session.ts';
import { EVERYTHING, type ListSearch } from './list-search.ts';

/** What the list remembers while other pages are shown; forgotten when the vault locks. */
export const listMemory: { search: ListSearch; scroll: number } = { search: EVERYTHING, scroll: 0 };

function forget(): void {
  listMemory.search = EVERYTHING;
  listMemory.scroll = 0;
}
whenPhaseChanges((phase) => {
  if (phase !== 'open') forget();
});
whenSpaceChanges(forget);
