import type { CharterState } from './charter-types.ts';
import { type GenerationHeader, spaceGrantOf } from './generation-header.ts';
import type { AccountId } from './ids.ts';

/**
 * - `barred`: granted to a space or an account that it bars itself, or to an epoch with a barred member
 * - `bar-dropped`: the generation before barred somebody whom this one does not
 * - `late-space`: granted to another space that the one before was not granted to: a dossier is shared from its first
 *   generation or never, so that nothing that was written without a recipient in mind can be opened to one
 * - `not-introduced`: granted to a space that its own space was never introduced to
 * - `not-closable`: closes an open dossier to somebody, or changes whether it is one
 */
export type GrantFault = 'barred' | 'bar-dropped' | 'late-space' | 'not-introduced' | 'not-closable';

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
  if (header.open && (header.restricted || spaces.length + accounts.length > 0)) return 'not-closable';
  if (previous !== null && previous.open !== header.open) return 'not-closable';
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

/**
 * Whether a generation decides for others: takes the dossier from somebody, names its readers, bars somebody, or is another
 * organisation's too. Such a one stands in the log right behind what its author had verified (`view.place`), so that no
 * words can be put in front of it afterwards, and so that the server, every device and a recipient take it or refuse it alike.
 */
export function bindsOthers(header: GenerationHeader, previous: GenerationHeader | null): boolean {
  if (previous === null) return false;
  const { spaces, accounts } = header.barred;
  if (header.restricted || spaces.length + accounts.length > 0 || spaceGrantOf(header) !== null) return true;
  return takesAway(header, previous);
}

/** Whether a generation takes the dossier from somebody who could read the one before. */
export function takesAway(header: GenerationHeader, previous: GenerationHeader | null): boolean {
  if (previous === null) return false;
  const shared = spaceGrantOf(previous);
  if (shared !== null && spaceGrantOf(header)?.space !== shared.space) return true;
  if (!header.restricted) return false;
  if (!previous.restricted) return true;
  const named = new Set(header.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : [])));
  return previous.grants.some((grant) => grant.to === 'account' && !named.has(grant.account));
}
