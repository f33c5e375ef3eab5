import type { DossierRow, Id } from '@dayaq/vault/client';
import { type Query, useQuery } from '../vault/session.ts';

/** So many open leads are shown, and so many that ended. */
const OPEN_MOST = 200;
const ENDED_MOST = 50;

export interface Leads {
  /** Whoever may be in danger first, then what was heard first. */
  open: DossierRow[];
  /** The last first. */
  ended: DossierRow[];
  /** There are more open ones than are shown. */
  more: boolean;
}

/** What was heard and nobody has settled yet, and what came of others. @param at null: in every space of this account */
export function useLeads(at: Id | null): Query<Leads> {
  return useQuery(
    async (vault) => {
      const asked = (states: string[], limit: number, descending: boolean) =>
        vault.dossiers({
          kinds: ['lead'],
          text: '',
          filters: { state: states },
          sort: descending ? 'updated' : 'day',
          descending,
          offset: 0,
          limit,
          space: at,
        });
      const [open, ended] = await Promise.all([
        asked(['open'], OPEN_MOST, false),
        asked(['became-case', 'laid-aside'], ENDED_MOST, true),
      ]);
      const isHigh = ({ told }: DossierRow): number => (told['danger'] === 'high' ? 1 : 0);
      return {
        open: [...open.rows].sort((a, b) => isHigh(b) - isHigh(a)),
        ended: ended.rows,
        more: open.total > OPEN_MOST,
      };
    },
    [at],
    ['lead'],
  );
}
