import { readSealedFile } from '@dayaq/domain';
import { blobChunks, type DossierId, type SpaceId } from '@dayaq/sealing';
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
  const dossiers = unlocked.engine.all<{ dossier: DossierId }>(
    'select distinct dossier from entry where space = ?',
    ring.space,
  );
  for (const { dossier } of dossiers) {
    await reteachFilesOf(unlocked, ring, { space: ring.space, dossier });
    if (!unlocked.alive) return;
  }
}

/** The same for one dossier, which may be another space's: `ring` is in whose name this device writes there. */
export async function reteachFilesOf(
  unlocked: Unlocked,
  ring: Ring,
  of: { space: SpaceId; dossier: DossierId },
): Promise<void> {
  if (!mayWrite(ring)) return;
  // A case that was closed to this account takes nothing from it.
  const standing = await standingGeneration(unlocked, of.space, of.dossier);
  if (standing !== null && standing.key === null) return;
  for (const file of await wholeFiles(unlocked, of)) {
    if (!unlocked.alive) return;
    await wantUpload(unlocked, { ...of, ...file, at: unlocked.around.now() });
  }
}

/** The files that a dossier's entries name and of which every sealed part lies here. */
async function wholeFiles(
  unlocked: Unlocked,
  { space, dossier }: { space: SpaceId; dossier: DossierId },
): Promise<{ blob: string; chunks: number; name: string }[]> {
  const whole = new Map<string, { blob: string; chunks: number; name: string }>();
  for (const { entry } of placedEntries(unlocked.engine, space, dossier)) {
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
