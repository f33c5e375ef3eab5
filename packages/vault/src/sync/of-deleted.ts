import { readKeptEntry } from '@dayaq/journal';
import type { DossierId, EntryId, RecordId } from '@dayaq/sealing';
import { isApart } from '../apart.ts';
import { isDeleted } from '../projected.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { hold, mayTry } from './held.ts';

/**
 * What was written, not knowing, into a dossier that was deleted meanwhile would stand where nobody looks: it is held, and a
 * person decides. Where the dossier is brought back it goes by itself. Whoever deletes sends what they wrote before.
 */
export async function holdOfDeleted(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  const { space } = ring;
  engine.run(
    "delete from held where space = ? and reason = 'deleted' and exists(select 1 from dossier where id = held.dossier)",
    space,
  );
  // A look into indexes, and nearly always the end: what is deleted has no row.
  const without = engine.all<{ dossier: DossierId }>(
    `select distinct dossier from entry where space = ? and position is null and ${mayTry(unlocked, 'entry.id')}
       and not exists(select 1 from dossier where id = entry.dossier)`,
    space,
  );
  for (const { dossier } of without) {
    if (!unlocked.alive) return;
    if (await isDeletedByOthers(unlocked, ring, dossier))
      hold(unlocked, ring, { space, dossier }, unsentThings(unlocked, ring, dossier), 'deleted');
  }
}

async function isDeletedByOthers(unlocked: Unlocked, { space }: Ring, dossier: DossierId): Promise<boolean> {
  if (isApart(unlocked.engine, space, dossier)) return false;
  const root = dossier as string as RecordId;
  const { state } = await unlocked.merged.of(unlocked, space, dossier, false);
  if (!isDeleted(dossier, state) || !unlocked.alive) return false;
  const unsent = unlocked.engine.all<{ id: EntryId; bytes: Uint8Array }>(
    'select id, bytes from entry where space = ? and dossier = ? and position is null',
    space,
    dossier,
  );
  return !unsent.some(({ id, bytes }) => {
    const read = readKeptEntry(id, bytes);
    return read.ok && read.value.changes.some(({ record, deleted }) => record === root && deleted === true);
  });
}

function unsentThings({ engine }: Unlocked, { space }: Ring, dossier: DossierId): string[] {
  return engine
    .all<{ id: string }>(
      `select id from entry where space = ?1 and dossier = ?2 and position is null
       union all select blob from upload where space = ?1 and dossier = ?2`,
      space,
      dossier,
    )
    .map(({ id }) => id);
}
