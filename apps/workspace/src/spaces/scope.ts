import type { Id } from '@dayaq/vault/client';
import { signal } from '@preact/signals';
import { currentSpaceId, status, useVault, vault, whenPhaseChanges } from '../vault/session.ts';

const KEPT_AS = 'spaces.scope';
const isAll = signal(false);

whenPhaseChanges((phase) => {
  if (phase !== 'open') return;
  void vault.value?.preference(KEPT_AS).then(
    (kept) => {
      isAll.value = kept === 'all';
    },
    () => undefined,
  );
});

/** What Today, the inbox and the search look through. */
export interface Scope {
  /** As the vault is asked: null for all spaces of this account. */
  at: Id | null;
  /** The spaces that are looked through. */
  spaces: readonly Id[];
  choose: (all: boolean) => void;
}

/** The choice of this person, kept on this device. With one organisation there is nothing to choose. */
export function useScope(): Scope {
  const connection = useVault();
  const here = currentSpaceId();
  const all = status.value.spaces.map(({ id }) => id);
  const isEverywhere = isAll.value && all.length > 1;
  return {
    at: isEverywhere ? null : here,
    spaces: isEverywhere ? all : here === null ? [] : [here],
    choose(wanted) {
      isAll.value = wanted;
      void connection.setPreference(KEPT_AS, wanted ? 'all' : 'one');
    },
  };
}
