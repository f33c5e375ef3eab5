import { useEffect } from 'preact/hooks';
import { currentSpace, useVault, whenPhaseChanges } from '../vault/session.ts';
import { type DirectoryState, type OpenDirectory, openDirectory } from './directory.ts';

/** One for all pages, so that going from the list to a match reads nothing twice. Forgotten when the vault locks. */
let held: { of: string; open: OpenDirectory } | null = null;

function forget(): void {
  held?.open.stop();
  held = null;
}
whenPhaseChanges((phase) => {
  if (phase !== 'open') forget();
});

/** The directory of the space that is worked in. Reading it makes a component follow it. */
export function useDirectory(): DirectoryState & { again: () => void } {
  const vault = useVault();
  const space = currentSpace()?.id ?? '';
  if (held === null || held.of !== space) {
    forget();
    held = { of: space, open: openDirectory(vault) };
  }
  const { state, again } = held.open;
  useEffect(() => {
    if (state.value.step === 'failed') again();
  }, [state]);
  return { ...state.value, again };
}
