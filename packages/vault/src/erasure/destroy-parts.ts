import { kindOf } from '@dayaq/domain';
import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { projectLater } from '../due.ts';
import { filesNamed } from '../files-named.ts';
import { inLogOrder, placedEntries } from '../lawful.ts';
import type { Unlocked } from '../unlocked.ts';
import { destroyBlobs } from './destroy-here.ts';
import type { Erasure } from './erasure.ts';
import { forgetKept } from './forget-kept.ts';

/**
 * Destroys files of a dossier that stands: their bytes, what waits of them, drafts about them. What their records say is told by
 * this device no more from the moment in which it notes that, and their rows are made anew; the rest of the dossier goes on.
 */
export async function destroyParts(
  unlocked: Unlocked,
  space: SpaceId,
  { id, of, parts }: Pick<Erasure, 'id' | 'of' | 'parts'>,
): Promise<void> {
  const { engine } = unlocked;
  const named = new Set(parts);
  await unlocked.lane.run(async () => {
    const blobs = blobsOf(engine, space, of, named);
    await destroyBlobs(unlocked, space, of, blobs);
    await forgetKept(unlocked, parts);
    if (!unlocked.alive) return;
    engine.transaction(() => {
      for (const blob of blobs) engine.run('delete from held where id = ? and dossier = ?', blob, of);
      engine.run(
        `insert into erased_part(space, erasure, dossier, parts, blobs, had) values(?, ?, ?, ?, ?, 1)
         on conflict(space, erasure) do update set blobs = excluded.blobs, had = 1, told = 0`,
        space,
        id,
        of,
        JSON.stringify(parts),
        JSON.stringify(blobs),
      );
      projectLater(engine, space, of);
    });
    unlocked.merged.forget(of);
    unlocked.due.soon(unlocked, of);
  });
  if (unlocked.alive) unlocked.changed([of], ['case', 'erasure', 'file']);
}

/**
 * The files of these records. A file is the record's that named it first, by the log: whoever may write in the case may name any
 * other file of it in one that is about to go, and must not take that along.
 */
function blobsOf(engine: Engine, space: SpaceId, of: DossierId, named: ReadonlySet<string>): string[] {
  const placed = placedEntries(engine, space, of);
  const isTheirs = new Map<string, boolean>();
  for (const at of inLogOrder(placed))
    for (const change of placed[at]?.entry.changes ?? [])
      for (const { blob } of filesNamed(change))
        if (!isTheirs.has(blob))
          isTheirs.set(blob, named.has(change.record) && kindOf(change.kind)?.erasable === true);
  return [...isTheirs].flatMap(([blob, theirs]) => (theirs ? [blob] : []));
}
