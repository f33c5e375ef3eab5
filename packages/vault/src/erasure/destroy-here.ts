import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { filesNamed } from '../files-named.ts';
import { placedEntries } from '../lawful.ts';
import { forgetWhereTo } from '../letters/where-to.ts';
import { dropCopy, dropReaders } from '../outbox.ts';
import { forgetKept } from './forget-kept.ts';
import { forgetDossier } from '../projection.ts';
import { chunkPrefix, forgetUpload } from '../sync/uploads.ts';
import type { Unlocked } from '../unlocked.ts';

/** Tables that say something of a dossier by its number, beside those that `forgetDossier` empties. */
const TABLES = ['entry', 'generation', 'restriction', 'stood', 'taken', 'wanted', 'held'] as const;

/**
 * Destroys what this device has of a dossier: its words, keys, files, what waits of it, drafts about it. What lies beside
 * the database goes first, then everything in it together with the note that it was destroyed, so that whatever is cut off
 * is taken up again.
 */
export async function destroyHere(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  erasure: string,
): Promise<void> {
  const { engine } = unlocked;
  await unlocked.lane.run(async () => {
    const entries = placedEntries(engine, space, dossier);
    const blobs = new Set(
      Array.from(filesNamed(entries.map(({ entry }) => entry.changes)), ({ blob }) => blob),
    );
    for (const { blob } of engine.all<{ blob: string }>(
      'select blob from upload where space = ? and dossier = ?',
      space,
      dossier,
    ))
      blobs.add(blob);
    await destroyBlobs(unlocked, space, dossier, blobs);
    for (const { entry } of entries) await dropCopy(unlocked, entry.id);
    await dropReaders(unlocked, space, dossier);
    await forgetKept(unlocked, [dossier]);
    await forgetWhereTo(unlocked, dossier);
    if (!unlocked.alive) return;
    // What was in the rows must not stay in the pages that they leave.
    engine.exec('pragma secure_delete = on');
    engine.transaction(() => {
      forgetDossier(unlocked, space, dossier);
      for (const table of TABLES)
        engine.run(`delete from ${table} where space = ? and dossier = ?`, space, dossier);
      engine.run('delete from danger_before where dossier = ?', dossier);
      engine.run(
        `insert into erased(space, dossier, erasure, had) values(?, ?, ?, 1)
         on conflict(space, dossier) do update set erasure = excluded.erasure, had = 1, told = 0`,
        space,
        dossier,
        erasure,
      );
    });
    engine.exec('pragma secure_delete = off');
    unlocked.ciphers.clear();
  });
  if (unlocked.alive) unlocked.changed([dossier], ['case', 'erasure']);
}

/** The sealed parts of a dossier's files, and that they wait to be sent. */
export async function destroyBlobs(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  blobs: Iterable<string>,
): Promise<void> {
  for (const blob of blobs) {
    if (isOfAnother(unlocked.engine, space, dossier, blob)) continue;
    await forgetUpload(unlocked, blob);
    for (const name of await unlocked.around.keep.names(chunkPrefix(blob)))
      await unlocked.around.keep.delete(name);
  }
}

/** Whoever writes in a dossier may name any file: what another one has to send goes with that one alone. */
function isOfAnother(engine: Engine, space: SpaceId, dossier: DossierId, blob: string): boolean {
  return (
    engine.get(
      'select 1 from upload where blob = ? and not (space = ? and dossier = ?)',
      blob,
      space,
      dossier,
    ) !== null
  );
}
