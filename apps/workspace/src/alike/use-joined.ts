import type { Id, LinkRow } from '@dayaq/vault/client';
import { useQuery } from '../vault/session.ts';

const MOST = 20;

export interface JoinedWith {
  /** Where the case goes on; undefined where it is not one that ended, or that one cannot be seen here. */
  on: LinkRow['end'] | undefined;
  before: LinkRow['end'][];
}

/**
 * Where a joined case goes on, and what went before it, each as far as the reader may see it; undefined until that is known.
 * @param into what its own record says; empty where it says nothing
 */
export function useJoined(dossier: Id, into: Id): JoinedWith | undefined {
  const { data } = useQuery((vault) => vault.linked({ id: dossier, limit: MOST }), [dossier, into], ['case']);
  if (data === undefined) return undefined;
  const named = (rows: readonly LinkRow[]) =>
    rows.filter(({ field, end }) => field === 'joinedInto' && end.kind === 'case').map(({ end }) => end);
  return { on: named(data.to)[0], before: named(data.from) };
}
