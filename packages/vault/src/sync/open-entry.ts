import { type Entry, readSignedEntry } from '@dayaq/journal';
import type { LogItem } from '@dayaq/protocol';
import { type DossierId, type EntryId, idText, type View } from '@dayaq/sealing';
import type { Chain } from '../history/chain.ts';
import { noteDispute } from '../history/disputes.ts';
import { livesOn } from '../history/lives-on.ts';
import { isFormer, isNamed } from '../history/former-words.ts';
import { isGuests } from '../lawful.ts';
import { namedSeq } from '../history/named-act.ts';
import { isAcknowledgement, judgePeerEntry } from '../sharing/judge.ts';
import { cipherOf, epochOfNewestAt } from '../space/generations.ts';
import { epochAt } from '../space/membership.ts';
import type { Ring } from '../space/ring.ts';
import { isReplaced } from './sign-anew.ts';
import { askAgain, want } from './want.ts';
import { signKeyOf, type Unlocked } from '../unlocked.ts';

export interface OpenedEntry {
  position: number;
  generation: number;
  bytes: Uint8Array;
  entry: Entry;
  /** Whether its author signed it: known by the time that it is kept. */
  genuine: Promise<boolean>;
}

type EntryItem = Extract<LogItem, { t: 'entry' }>;

/**
 * Opens one entry of a space's log and starts the check of its signature. It is judged at its place, whatever way it came:
 * by the charter of that time, the generation that was the newest there, and what its author says to have verified. Null:
 * it is not for this account, or not to be believed (`unlocked.refused` counts those). `unnamed`: it is by somebody who may
 * not write any more, and counts once an entry that names it is here.
 */
export async function openEntry(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  item: EntryItem,
  id: EntryId,
  seq: number,
): Promise<OpenedEntry | null | 'unnamed'> {
  const { space } = ring;
  const dossier = idText<DossierId>(item.dossier);
  const cipher = await cipherOf(unlocked, space, dossier, item.g);
  if (cipher === null) return isExplained(unlocked, ring, dossier, item.g) ? null : refuse(unlocked);
  const plain = await cipher.open({ space, dossier, generation: item.g, entry: id }, item.sealed);
  if (!plain.ok) return unreadable(unlocked, ring, dossier);
  const read = await readSignedEntry(plain.value);
  if (!read.ok) return unreadable(unlocked, ring, dossier);
  const { entry, signedBy } = read.value;
  if (entry.id !== id || entry.dossier !== dossier || entry.space !== space)
    return unreadable(unlocked, ring, dossier);
  const opened = { position: item.p, generation: item.g, bytes: plain.value, entry };
  const signKey = ring.couldWrite(entry.author, seq) ? signKeyOf(ring, entry.author) : null;
  // Somebody of both organisations, by a device that is in the other one alone: a guest's word, judged as one.
  if (signKey !== null && !isGuests(entry.view)) {
    if (entry.author === ring.account.id && isReplaced(unlocked.engine, id)) return null;
    const genuine = signedBy(signKey, unlocked.around.signatures?.check);
    // An honest server takes nothing under keys that were replaced: its author was not shown that they were.
    const epoch = epochOfNewestAt(unlocked, space, dossier, item.g, item.p);
    const isCurrent = epoch !== null && epoch === epochAt(ring.state, seq);
    if (isCurrent && isSameHistory(ring, chain, entry.view, item.p)) {
      if (await livesOn(unlocked, chain, entry, genuine)) dispute(unlocked, ring, chain, opened);
      return { ...opened, genuine };
    }
    if (await genuine) dispute(unlocked, ring, chain, opened);
    return refuse(unlocked);
  }
  if (signKey === null && isFormer(unlocked.engine, ring, chain, entry)) {
    const epoch = epochOfNewestAt(unlocked, space, dossier, item.g, item.p);
    if (epoch !== epochAt(ring.state, seq) || !isSameHistory(ring, chain, entry.view, item.p))
      return refuse(unlocked);
    const key = signKeyOf(ring, entry.author);
    if (key === null) return refuse(unlocked);
    const isSeen = await isNamed(unlocked, ring, dossier, id);
    return isSeen ? { ...opened, genuine: signedBy(key) } : 'unnamed';
  }
  const verdict = await judgePeerEntry(unlocked, ring, entry, { generation: item.g, position: item.p });
  // After the end a recipient says that it knows, under the last keys that it was given; nothing else is behind the newest.
  const isNewest =
    isAcknowledgement(entry) || epochOfNewestAt(unlocked, space, dossier, item.g, item.p) !== null;
  if (typeof verdict === 'object' && !isNewest) return refuse(unlocked);
  if (typeof verdict === 'object') return { ...opened, genuine: signedBy(verdict.key) };
  if (verdict === 'refused') return refuse(unlocked);
  if (signKey !== null) return refuse(unlocked);
  // Perhaps somebody who came to the other organisation just now: asked again once its charter was.
  want(unlocked, ring, dossier);
  return null;
}

/** Whether what a member's device had verified is what this device was shown up to there. */
function isSameHistory(ring: Ring, chain: Chain, view: View, position: number): boolean {
  const seq = namedSeq(ring, chain, view, position);
  return seq !== null && view.place !== null && chain.agrees(view.place, position) !== 'contradicts';
}

function dispute(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  { entry, bytes }: { entry: Entry; bytes: Uint8Array },
): void {
  noteDispute(unlocked, {
    space: ring.space,
    id: entry.id,
    what: 'entry',
    author: entry.author,
    claim: entry.view.place,
    own: chain.place,
    bytes,
  });
}

/** A generation that is known but not granted, or void, or of a dossier that is to be fetched from its beginning. */
function isExplained(unlocked: Unlocked, ring: Ring, dossier: DossierId, generation: number): boolean {
  const { engine } = unlocked;
  const known = engine.get(
    'select dossier from generation where space = ? and dossier = ? and generation = ?',
    ring.space,
    dossier,
    generation,
  );
  if (known !== null) return true;
  return (
    engine.get('select dossier from wanted where space = ? and dossier = ?', ring.space, dossier) !== null
  );
}

/** Perhaps it was garbled for this device alone: it is asked for once more. */
function unreadable(unlocked: Unlocked, ring: Ring, dossier: DossierId): null {
  askAgain(unlocked, ring, dossier);
  return refuse(unlocked);
}

function refuse(unlocked: Unlocked): null {
  unlocked.refused++;
  return null;
}
