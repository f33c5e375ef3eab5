import type { DossierRow, Id } from '@dayaq/vault/client';
import { type Query, useQuery } from '../vault/session.ts';

/** What of one kind waits to be settled, and what came of the rest. */
export interface OpenAndEnded {
  /** What came first on top. */
  open: DossierRow[];
  /** The last first. */
  ended: DossierRow[];
  /** Of the open ones. */
  total: number;
  /** There are more open ones than are shown. */
  more: boolean;
}

/** A kind that is settled: the codes of its filter `state` on either side, and how many of the open ones are shown. */
interface Settled {
  kind: string;
  open: string;
  ended: string[];
  most: number;
  /** A filter of those that stand first, however many came before them. */
  first?: Record<string, string[]>;
}
const ENDED_MOST = 50;

export const LEADS: Settled = { kind: 'lead', open: 'open', ended: ['became-case', 'laid-aside'], most: 200 };
export const LETTERS: Settled = {
  kind: 'letter',
  open: 'open',
  ended: ['answered', 'became-case', 'put-away'],
  most: 200,
  first: { 'said-danger': ['high'] },
};
export const COMPLAINTS: Settled = { kind: 'complaint', open: 'open', ended: ['answered'], most: 100 };

/** As far as this member may open them. @param at null: in every space of this account */
export function useOpenAndEnded(of: Settled, at: Id | null): Query<OpenAndEnded> {
  return useQuery(
    async (vault) => {
      const asked = (state: string[], limit: number, descending: boolean, more: Settled['first'] = {}) =>
        vault.dossiers({
          kinds: [of.kind],
          text: '',
          filters: { ...more, state },
          sort: descending ? 'updated' : 'day',
          descending,
          offset: 0,
          limit,
          space: at,
        });
      const [first, open, ended] = await Promise.all([
        of.first === undefined ? { rows: [] } : asked([of.open], of.most, false, of.first),
        asked([of.open], of.most, false),
        asked(of.ended, ENDED_MOST, true),
      ]);
      const known = new Set(first.rows.map(({ id }) => id));
      const others = open.rows.filter(({ id }) => !known.has(id));
      return {
        open: [...first.rows, ...others],
        ended: ended.rows,
        total: open.total,
        more: open.total > of.most,
      };
    },
    [of.kind, at],
    [of.kind],
  );
}
