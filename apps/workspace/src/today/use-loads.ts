import type { Id, Workload } from '@dayaq/vault/client';
import type { Scope } from '../spaces/scope.ts';
import { useQuery } from '../vault/session.ts';

/** How much there is, whoever holds it, over the spaces that are looked through; undefined while that is not known. */
export interface Loads {
  /** Of one person, of nobody (empty), or of everybody (null). */
  of(owner: Id | null): Pick<Workload, 'open' | 'long'>;
  /** By person. One space's alone: over several there is no one team. */
  rows: readonly Workload[];
}

/** @param today YYYY-MM-DD */
export function useLoads(scope: Scope, today: string): Loads | undefined {
  const { data: rows } = useQuery(
    async (vault) => (await Promise.all(scope.spaces.map((id) => vault.workload(today, id)))).flat(),
    [today, scope.spaces.join()],
  );
  if (rows === undefined) return undefined;
  return {
    rows,
    of: (owner) =>
      rows
        .filter((row) => owner === null || row.owner === owner)
        .reduce((sum, { open, long }) => ({ open: sum.open + open, long: sum.long + long }), {
          open: 0,
          long: 0,
        }),
  };
}
