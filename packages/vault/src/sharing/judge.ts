import type { Entry } from '@dayaq/journal';
import { type GenerationHeader, grantFault, spaceGrantOf } from '@dayaq/sealing';
import { headerOf } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { SEEN_FIELD } from './root.ts';
import { shareRow } from './rows.ts';

/**
 * Whether a generation of one of this device's spaces may be granted to whom it is granted: not to anybody whom its
 * dossier bars, and to no other space later than from the beginning. `seq` is where the charter stood.
 */
export function mayBeGranted(
  unlocked: Unlocked,
  ring: Ring,
  header: GenerationHeader,
  before: { previous: GenerationHeader | null; seq: number },
): boolean {
  const granted = spaceGrantOf(header);
  const peer = granted === null ? undefined : unlocked.peers.get(granted.space);
  const { previous, seq } = before;
  const fault = grantFault(header, {
    previous,
    peers: ring.state.peers,
    inSpace: (account) => ring.membership.belonged(account, seq),
    inPeer: (account) => granted !== null && peer?.belongedIn(account, granted.epoch) === true,
  });
  return fault === null;
}

/** The verdict on an entry whose author is not of its own space: the key to check its signature with, or why not. */
export type PeerVerdict = { key: Uint8Array } | 'unknown' | 'refused';

/**
 * Whether a member of the other organisation might write an entry into a dossier of this space. After the end only the
 * one word that it was seen counts. `unknown`: that organisation's charter, as far as it is here, does not know the
 * author; it may have grown since.
 */
export async function judgePeerEntry(
  unlocked: Unlocked,
  ring: Ring,
  entry: Entry,
  at: { generation: number; position: number },
): Promise<PeerVerdict> {
  const row = shareRow(unlocked.engine, ring.space, entry.dossier);
  const header = await headerOf(unlocked, ring.space, entry.dossier, at.generation);
  const granted = header === null ? null : spaceGrantOf(header);
  if (row === null || header === null || granted === null) return 'refused';
  if (header.barred.accounts.includes(entry.author)) return 'refused';
  const late = row.ended === 1 && (row.ended_at === 0 || at.position > row.ended_at);
  if (late && !isAcknowledgement(entry)) return 'refused';
  const peer = unlocked.peers.get(granted.space);
  // What it had seen of this space's charter and of its own: a charter that is not known here may have grown since.
  if (ring.membership.seqOf(entry.view.charter) === null) return 'refused';
  if (entry.view.peer !== null && peer?.membership.seqOf(entry.view.peer) == null) return 'unknown';
  const key = peer?.writerKey(entry.author, granted.epoch) ?? null;
  return key === null ? 'unknown' : { key };
}

/** The one thing that a recipient says after the end: that it knows. */
export function isAcknowledgement(entry: Entry): boolean {
  const [change, ...more] = entry.changes;
  if (change === undefined || more.length > 0 || change.deleted !== undefined) return false;
  const names = Object.keys(change.fields);
  const op = change.fields[SEEN_FIELD];
  return (
    (change.record as string) === (entry.dossier as string) &&
    names.length === 1 &&
    op !== undefined &&
    'set' in op &&
    typeof op.set === 'number'
  );
}
