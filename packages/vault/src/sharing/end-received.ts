import { mergeDossier, writeEntry } from '@dayaq/journal';
import { type EntryId, type RecordId, spaceGrantOf } from '@dayaq/sealing';
import { startOfDay } from '../days.ts';
import { timeToWrite } from '../act.ts';
import { dropCopy, keepUnsent } from '../outbox.ts';
import { filesNamed } from '../files-named.ts';
import { guestView } from '../history/own-view.ts';
import { placedEntries } from '../lawful.ts';
import { forgetDossier } from '../projection.ts';
import { readKnown } from '../space/generations.ts';
import type { KnownGeneration } from '../space/known-generation.ts';
import type { Ring } from '../space/ring.ts';
import type { Unsent } from '../sync/push.ts';
import { sendReceived } from '../sync/push-received.ts';
import { chunkPrefix, forgetUpload } from '../sync/uploads.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { leftOver, rootOf, SEEN_FIELD } from './root.ts';
import type { ShareRow } from './rows.ts';

/** The kind that an acknowledgement names where the record itself never arrived; its owner knows better. */
const UNKNOWN_KIND = 'handover';
/** More heads than this would make the acknowledgement larger than it may be. */
const MOST_HEADS = 8;

/**
 * A received dossier was taken back: says once that this organisation knows, then forgets what was in it. `seen`: a
 * colleague's device has said so already. Every step can be cut; the next turn takes it up again.
 */
export async function endReceived(
  unlocked: Unlocked,
  ring: Ring,
  row: ShareRow,
  seen: boolean,
): Promise<void> {
  const last = await lastGranted(unlocked, row);
  if (!seen && last !== null && mayWrite(ring)) {
    if (row.acknowledged === 0) await writeAcknowledgement(unlocked, ring, row);
    if (!unlocked.alive) return;
    const unsent = unlocked.engine.all<Unsent>(
      'select rid, dossier, id, bytes from entry where position is null and space = ? and dossier = ?',
      row.owner,
      row.dossier,
    );
    if (unsent.length > 0) {
      const { sent, refused } = await sendReceived(unlocked, ring, row, last, unsent);
      if (!sent && refused !== 'share-ended') return;
    }
  }
  if (unlocked.alive) await forget(unlocked, row);
}

/** The newest generation that this space was granted and holds the key of. */
async function lastGranted(unlocked: Unlocked, row: ShareRow): Promise<KnownGeneration | null> {
  const rows = unlocked.engine.all<{ header: Uint8Array; key: Uint8Array | null; void: number }>(
    'select header, key, void from generation where space = ? and dossier = ? order by generation desc',
    row.owner,
    row.dossier,
  );
  for (const each of rows) {
    const known = await readKnown(each);
    if (known.key !== null && spaceGrantOf(known.header)?.space === row.space) return known;
  }
  return null;
}

/** What was written here and not sent can reach nobody any more: the acknowledgement takes its place. */
async function writeAcknowledgement(unlocked: Unlocked, ring: Ring, row: ShareRow): Promise<void> {
  const { engine } = unlocked;
  await unlocked.lane.run(async () => {
    const entries = placedEntries(engine, row.owner, row.dossier).map(({ entry }) => entry);
    const root = await rootOf(unlocked, row.owner, row.dossier);
    const gone = engine.all<{ id: EntryId }>(
      'select id from entry where position is null and space = ? and dossier = ?',
      row.owner,
      row.dossier,
    );
    const lost = new Set(gone.map(({ id }) => id));
    const { heads } = mergeDossier(entries.filter((entry) => !lost.has(entry.id)));
    const view = guestView(unlocked, ring, row.owner);
    if (view === null) return;
    const { entry, bytes } = await writeEntry(
      {
        space: row.owner,
        dossier: row.dossier,
        author: unlocked.account.id,
        time: timeToWrite(unlocked.around.now()),
        heads: heads.length > MOST_HEADS ? [] : heads,
        view,
        changes: [
          {
            kind: root?.kind ?? UNKNOWN_KIND,
            record: row.dossier as string as RecordId,
            // The day: two devices that say so at the same time say the same.
            fields: { [SEEN_FIELD]: { set: startOfDay(unlocked.around.now()) } },
          },
        ],
      },
      unlocked.account.signing,
      unlocked.around.random,
    );
    if (!unlocked.alive) return;
    await keepUnsent(unlocked, entry, bytes, () => {
      for (const { id } of gone) engine.run('delete from entry where id = ?', id);
      engine.run('update share set acknowledged = 1 where space = ? and dossier = ?', row.space, row.dossier);
    });
    row.acknowledged = 1;
    for (const { id } of gone) await dropCopy(unlocked, id);
  });
}

/** Destroys what is here of the dossier: words, keys and files. That there was one, and when, stays. */
async function forget(unlocked: Unlocked, row: ShareRow): Promise<void> {
  const { engine } = unlocked;
  const { dossier } = row;
  const entries = placedEntries(engine, row.owner, dossier);
  const named = filesNamed(entries.map(({ entry }) => entry.changes));
  for (const blob of new Set(Array.from(named, (file) => file.blob))) {
    await forgetUpload(unlocked, blob);
    for (const name of await unlocked.around.keep.names(chunkPrefix(blob)))
      await unlocked.around.keep.delete(name);
  }
  for (const { id } of engine.all<{ id: EntryId }>(
    'select id from entry where space = ? and dossier = ? and position is null',
    row.owner,
    dossier,
  ))
    await dropCopy(unlocked, id);
  const root = await rootOf(unlocked, row.owner, dossier);
  const kept = leftOver(root, unlocked.around.now());
  if (!unlocked.alive) return;
  engine.transaction(() => {
    engine.run(
      'update share set left_over = ? where space = ? and dossier = ?',
      JSON.stringify(kept),
      row.space,
      dossier,
    );
    forgetDossier(unlocked, row.owner, dossier);
    engine.run('delete from entry where space = ? and dossier = ?', row.owner, dossier);
    engine.run('delete from generation where space = ? and dossier = ?', row.owner, dossier);
  });
  unlocked.ciphers.clear();
  unlocked.changed([dossier], root === null ? ['share'] : [root.kind, 'share']);
}
