import { type Entry, readSignedEntry } from '@dayaq/journal';
import type { LogItem } from '@dayaq/protocol';
import { type DossierId, type EntryId, idText } from '@dayaq/sealing';
import { judgePeerEntry } from '../sharing/judge.ts';
import { cipherOf } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import { signKeyOf, type Unlocked } from '../unlocked.ts';

export interface OpenedEntry {
  position: number;
  generation: number;
  bytes: Uint8Array;
  entry: Entry;
  /** Whether its author signed it: known by the time that it is kept. */
  genuine: Promise<boolean>;
}

/**
 * Opens one entry of the log and starts the check of its signature. Null: it is not for this account, or not to be
 * believed (`unlocked.refused` counts those). `seq` is where the charter stood; null judges by all who ever joined,
 * because a single dossier's history comes without the charter acts between its entries.
 */
export async function openEntry(
  unlocked: Unlocked,
  ring: Ring,
  item: Extract<LogItem, { t: 'entry' }>,
  id: EntryId,
  seq: number | null,
): Promise<OpenedEntry | null> {
  const dossier = idText<DossierId>(item.dossier);
  const cipher = await cipherOf(unlocked, dossier, item.g);
  if (cipher === null) return isKnownGeneration(unlocked, dossier, item.g) ? null : refuse(unlocked);
  const plain = await cipher.open({ space: ring.space, dossier, generation: item.g, entry: id }, item.sealed);
  if (!plain.ok) return refuse(unlocked);
  const read = await readSignedEntry(plain.value);
  if (!read.ok) return refuse(unlocked);
  const { entry, signedBy } = read.value;
  if (entry.id !== id || entry.dossier !== dossier || entry.space !== ring.space) return refuse(unlocked);
  const opened = { position: item.p, generation: item.g, bytes: plain.value, entry };
  const could = seq === null || ring.couldWrite(entry.author, seq);
  const signKey = signKeyOf(ring, entry.author);
  if (could && signKey !== null) return { ...opened, genuine: signedBy(signKey) };
  const verdict = await judgePeerEntry(unlocked, ring, entry, { generation: item.g, position: item.p });
  if (typeof verdict === 'object') return { ...opened, genuine: signedBy(verdict.key) };
  if (verdict === 'refused' || seq === null) return refuse(unlocked);
  // Perhaps somebody who came to the other organisation just now: asked again once its charter was.
  unlocked.engine.run('insert or ignore into wanted(dossier, space) values(?, ?)', dossier, ring.space);
  return null;
}

/** A generation that is known but not granted: its entries come later, if it ever is. */
function isKnownGeneration(unlocked: Unlocked, dossier: DossierId, generation: number): boolean {
  return (
    unlocked.engine.get(
      'select dossier from generation where dossier = ? and generation = ?',
      dossier,
      generation,
    ) !== null
  );
}

function refuse(unlocked: Unlocked): null {
  unlocked.refused++;
  return null;
}
