import type { Id, SharedRow } from '@dayaq/vault/client';
import { currentSpaceId, type Query, status, useQuery } from '../vault/session.ts';

/** As many as the vault tells. */
export const SHARES_MOST = 500;

/** What was given to other organisations and received from them, newest first. */
export function useSharesQuery(at: Id | null): Query<SharedRow[]> {
  return useQuery((vault) => vault.shares(at), [at, status.value.sync.state], ['handover']);
}

/** The same; undefined until the first answer. */
export function useShares(at: Id | null = currentSpaceId()): SharedRow[] | undefined {
  return useSharesQuery(at).data;
}

/** The hand-over that a referral of the case made, as both sides wrote in it. */
export function shareOf(shares: readonly SharedRow[] | undefined, dossier: Id): SharedRow | undefined {
  return dossier === '' ? undefined : shares?.find((row) => row.dossier === dossier);
}

const ANSWERS = ['accepted', 'declined', 'inService', 'done', 'revoked'];

/**
 * Received, and nobody here has answered yet. Spelt out instead of asked of `domain`: the navigation counts these, and
 * must not bring the kinds along to the first page.
 */
export function awaitsUs({ direction, state, fields }: SharedRow): boolean {
  const isAnswered = ANSWERS.some((field) => typeof fields[field] === 'number');
  return direction === 'received' && state !== 'ended' && typeof fields['sent'] === 'number' && !isAnswered;
}
