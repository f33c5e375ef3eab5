import type { CharterState } from './charter-types.ts';
import { type GenerationHeader, spaceGrantOf } from './generation-header.ts';
import type { AccountId } from './ids.ts';

/**
 * - `barred`: granted to a space or an account that it bars itself, or to an epoch with a barred member
 * - `bar-dropped`: the generation before barred somebody whom this one does not
 * - `late-space`: granted to another space that the one before was not granted to: a dossier is shared from its first
 *   generation or never, so that nothing that was written without a recipient in mind can be opened to one
 * - `not-introduced`: granted to a space that its own space was never introduced to
 */
export type GrantFault = 'barred' | 'bar-dropped' | 'late-space' | 'not-introduced';

/** Who belonged to a space at the moment by which a header is judged. */
export type Belongs = (account: AccountId) => boolean;

/**
 * What forbids a generation, whoever signed it: asked by whoever starts one, by the server before it stores one, and by
 * every device that is given one. Null when nothing does.
 */
export function grantFault(
  header: GenerationHeader,
  around: {
    readonly previous: GenerationHeader | null;
    readonly peers: CharterState['peers'];
    readonly inSpace: Belongs;
    /** Of the space that it is shared with; where that is not known here, nobody belongs. */
    readonly inPeer: Belongs;
  },
): GrantFault | null {
  const { previous, peers, inSpace, inPeer } = around;
  const { spaces, accounts } = header.barred;
  const shared = spaceGrantOf(header);
  const barred = new Set(accounts);
  if (previous !== null) {
    const kept =
      previous.barred.spaces.every((space) => spaces.includes(space)) &&
      previous.barred.accounts.every((account) => barred.has(account));
    if (!kept) return 'bar-dropped';
    if (shared !== null && spaceGrantOf(previous)?.space !== shared.space) return 'late-space';
  }
  if (header.grants.some((grant) => grant.to === 'account' && barred.has(grant.account))) return 'barred';
  if (!header.restricted && accounts.some(inSpace)) return 'barred';
  if (shared === null) return null;
  if (spaces.includes(shared.space) || accounts.some(inPeer)) return 'barred';
  return peers.has(shared.space) ? null : 'not-introduced';
}
