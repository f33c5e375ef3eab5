import { isExcluded, linksIn, type PlainRecord, type Recipient } from '@dayaq/domain';
import type { Id, MemberView, PeerView } from '@dayaq/vault/client';

/** To whom a referral goes: a service, another organisation on Dayaq, or somebody written by hand. */
export interface ChosenRecipient extends Recipient {
  target: 'service' | 'space';
  /** The one name that the consent and the referral carry. */
  name: string;
  service?: Id;
  space?: Id;
}

export function byHand(name: string): ChosenRecipient {
  return { target: 'service', name: name.trim(), ids: [], names: [name.trim()] };
}

export function ofPeer(peer: Pick<PeerView, 'space' | 'name'>): ChosenRecipient {
  return { target: 'space', name: peer.name, ids: [peer.space], names: [peer.name], space: peer.space };
}

/** A service of the directory. Its provider counts, too: whoever is excluded runs all of theirs. */
export function ofService(entry: {
  id: Id;
  provider: Id;
  name: string;
  providerName: string;
  names: readonly string[];
}): ChosenRecipient {
  const name =
    entry.providerName === '' || entry.name.includes(entry.providerName)
      ? entry.name
      : `${entry.providerName}: ${entry.name}`;
  return {
    target: 'service',
    name: name.slice(0, LONGEST_NAME),
    ids: [entry.id, entry.provider],
    names: [...new Set([entry.name, entry.providerName, ...entry.names])].filter((one) => one !== ''),
    service: entry.id,
  };
}

/** Characters that a referral and a consent keep of a recipient's name. */
export const LONGEST_NAME = 160;

/** Ids that the clients of a case excluded. */
export function excludedIds(records: readonly PlainRecord[]): string[] {
  const ids = records
    .filter((record) => record.kind === 'person' && !record.deleted)
    .flatMap((record) => linksIn('person', 'excludedIds', record.fields.excludedIds));
  return [...new Set(ids)];
}

/**
 * Whom sharing must never reach, for the vault to refuse on its own: of the ids that were chosen those of connected
 * organisations and of members, and the organisations that the client's own words mean. A provider of the directory is no
 * space: it stays an exclusion where a recipient is chosen.
 */
export function barredBy(
  records: readonly PlainRecord[],
  peers: readonly Pick<PeerView, 'space' | 'name'>[],
  members: readonly Pick<MemberView, 'account'>[],
): { spaces: Id[]; accounts: Id[] } {
  const ids = new Set(excludedIds(records));
  return {
    spaces: peers
      .filter((peer) => ids.has(peer.space) || isExcluded(records, ofPeer(peer)))
      .map((peer) => peer.space),
    accounts: members.filter(({ account }) => ids.has(account)).map(({ account }) => account),
  };
}
