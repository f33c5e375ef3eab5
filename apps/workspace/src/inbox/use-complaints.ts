import type { DossierRow, Id } from '@dayaq/vault/client';
import { type Query, useQuery } from '../vault/session.ts';

/** So many that wait are shown, and so many that were answered. */
const OPEN_MOST = 100;
const ENDED_MOST = 50;

export interface Complaints {
  /** Received first on top. */
  open: DossierRow[];
  /** The last first. */
  ended: DossierRow[];
  /** There are more open ones than are shown. */
  more: boolean;
}

/** Complaints that this member may open. @param at null: in every space of this account */
export function useComplaints(at: Id | null): Query<Complaints> {
  return useQuery(
    async (vault) => {
      const asked = (state: string, limit: number, descending: boolean) =>
        vault.dossiers({
          kinds: ['complaint'],
          text: '',
          filters: { state: [state] },
          sort: descending ? 'updated' : 'day',
          descending,
          offset: 0,
          limit,
          space: at,
        });
      const [open, ended] = await Promise.all([
        asked('open', OPEN_MOST, false),
        asked('answered', ENDED_MOST, true),
      ]);
      return { open: open.rows, ended: ended.rows, more: open.total > OPEN_MOST };
    },
    [at],
    ['complaint'],
  );
}
