import { readSealedFile } from '@dayaq/domain';
import { blobChunks, type DossierId } from '@dayaq/sealing';
import { filesNamed } from '../files-named.ts';
import { placedEntries } from '../lawful.ts';
import { standingGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { chunkName, chunkPrefix, wantUpload } from './uploads.ts';

/**
 * A log with another life may have lost files too. Every file of this space that lies here whole waits to be sent again:
 * the server says itself which parts it has, so what it kept is not sent. Can be cut; the next turn begins anew.
 */
export async function reteachFiles(unlocked: Unlocked, ring: Ring): Promise<void> {
  if (!mayWrite(ring)) return;
  const dossiers = unlocked.engine.all<{ dossier: DossierId }>(
    'select distinct dossier from entry where space = ?',
    ring.space,
  );
  for (const { dossier } of dossiers) {
    // A case that was closed to this account takes nothing from it.
    const standing = await standingGeneration(unlocked, ring.space, dossier);
    if (standing !== null && standing.key === null) continue;
    for (const { blob, chunks, name } of await wholeFiles(unlocked, ring, dossier)) {
      if (!unlocked.alive) return;
      const at = unlocked.around.now();
      await wantUpload(unlocked, { blob, space: ring.space, dossier, chunks, name, at });
    }
    if (!unlocked.alive) return;
  }
}

/** The files that a dossier's entries name and of which every sealed part lies here. */
async function wholeFiles(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
): Promise<{ blob: string; chunks: number; name: string }[]> {
  const whole = new Map<string, { blob: string; chunks: number; name: string }>();
  for (const { entry } of await placedEntries(unlocked.engine, ring.space, dossier)) {
    for (const named of filesNamed(entry.changes)) {
      const file = readSealedFile(named);
      if (file === null || whole.has(file.blob)) continue;
      const { blob, name } = file;
      const here = await unlocked.around.keep.names(chunkPrefix(blob));
      // Its size is its writer's word: that many parts, and no other number, must be here.
      const isWhole = here.length > 0 && here.length === blobChunks(file.size);
      if (isWhole && here.every((each, index) => each === chunkName(blob, index)))
        whole.set(blob, { blob, chunks: here.length, name });
    }
  }
  return [...whole.values()];
}
