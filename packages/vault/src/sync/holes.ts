import { readEntry } from '@dayaq/journal';
import type { DossierId, EntryId } from '@dayaq/sealing';
import type { Chain } from '../history/chain.ts';
import { noteDispute } from '../history/disputes.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import type { OpenedEntry } from './open-entry.ts';
import { askAgain } from './want.ts';

/** Asks again for dossiers in which somebody builds on an entry that is not here. Called when the page is stored. */
export function askForHoles(unlocked: Unlocked, ring: Ring, opened: readonly OpenedEntry[]): void {
  const { engine } = unlocked;
  const asked = new Set<DossierId>();
  for (const { entry } of opened) {
    if (asked.has(entry.dossier)) continue;
    const isHere = (id: EntryId) => engine.get('select 1 from entry where id = ?', id) !== null;
    if (entry.heads.every(isHere)) continue;
    asked.add(entry.dossier);
    askAgain(unlocked, ring, entry.dossier);
  }
}

/**
 * What is still missing of a dossier that was asked for from its beginning stands in the log, since somebody had seen it and
 * names a place behind it that is the same here: the server keeps it from this device. The entry that builds on it is the
 * proof, and is told. Answers whether there is any. Places of an earlier life say nothing: what a restore lost comes with whoever has it.
 */
export async function tellHoles(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  dossier: DossierId,
): Promise<boolean> {
  let has = false;
  const rows = unlocked.engine.all<{ id: EntryId; bytes: Uint8Array }>(
    'select id, bytes from entry where space = ? and dossier = ?',
    ring.space,
    dossier,
  );
  const here = new Set(rows.map(({ id }) => id));
  for (const { bytes } of rows) {
    const read = await readEntry(bytes);
    if (!read.ok) continue;
    const { id, author, heads, view } = read.value;
    const isOthers = author !== ring.account.id && view.place !== null && chain.isOfThisLife(view.place);
    if (!isOthers || heads.every((head) => here.has(head))) continue;
    has = true;
    const { space } = ring;
    noteDispute(unlocked, { space, id, what: 'entry', author, claim: view.place, own: chain.place, bytes });
  }
  return has;
}
