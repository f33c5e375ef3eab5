import type { DossierRow } from '@dayaq/vault/client';
import { useQuery } from '../vault/session.ts';

/** Kept questions that are looked at. */
const MOST = 200;

/** Kept questions of a space by their names, and how many more there are than are looked at. */
export function useKept(space: string | null): { rows: readonly DossierRow[]; more: number } {
  const { data } = useQuery(
    (vault) =>
      vault.dossiers({
        kinds: ['figure'],
        text: '',
        filters: {},
        sort: 'title',
        descending: false,
        offset: 0,
        limit: MOST,
        space,
      }),
    [space],
    ['figure'],
  );
  const rows = data?.rows ?? [];
  return { rows, more: (data?.total ?? 0) - rows.length };
}
