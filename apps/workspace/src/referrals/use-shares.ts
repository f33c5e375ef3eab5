import { referralStatus } from '@dayaq/domain';
import type { Id, SharedRow } from '@dayaq/vault/client';
import { currentSpace, status, useQuery } from '../vault/session.ts';

/** What was given to other organisations and received from them, newest first; undefined until the first answer. */
export function useShares(): SharedRow[] | undefined {
  const space = currentSpace();
  return useQuery((vault) => vault.shares(), [space?.id, status.value.sync.state], ['handover']).data;
}

/** The hand-over that a referral of the case made, as both sides wrote in it. */
export function shareOf(shares: readonly SharedRow[] | undefined, dossier: Id): SharedRow | undefined {
  return dossier === '' ? undefined : shares?.find((row) => row.dossier === dossier);
}

/** Received, and nobody here has answered yet. */
export function awaitsUs(row: SharedRow): boolean {
  return row.direction === 'received' && row.state !== 'ended' && referralStatus(row.fields) === 'sent';
}
