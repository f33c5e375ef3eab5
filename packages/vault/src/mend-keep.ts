import type { DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import { type DeviceRecord, writeDevice } from './device.ts';
import { keepCopy, keepReaders } from './outbox.ts';
import { keepWish, wishOf } from './sharing/wish.ts';
import { type WantedUpload, wantUpload } from './sync/uploads.ts';
import type { Unlocked } from './unlocked.ts';

type WantedUploadRow = WantedUpload & Record<string, string | number>;

/**
 * The small store came back empty: somebody cleared the browser's data while this was open. Writes anew what the open
 * database still has: who this device is, and the copies of what waits to be sent. Drafts and chunks of unsent files
 * stood there alone.
 */
export async function mendKeep(unlocked: Unlocked, device: DeviceRecord): Promise<void> {
  const { engine } = unlocked;
  await writeDevice(unlocked.around.keep, { ...device, hasDatabase: true });
  for (const row of engine.all<{ id: EntryId; bytes: Uint8Array }>(
    'select id, bytes from entry where position is null',
  ))
    await keepCopy(unlocked, row.id, row.bytes);
  for (const row of engine.all<{ dossier: DossierId; space: SpaceId; readers: string; seen: string }>(
    'select dossier, space, readers, seen from restriction where stood is null',
  ))
    await keepReaders(
      unlocked,
      row.space,
      row.dossier,
      row.readers === 'all' ? null : JSON.parse(row.readers),
      JSON.parse(row.seen),
    );
  for (const { dossier, space } of engine.all<{ dossier: DossierId; space: SpaceId }>(
    'select dossier, space from sharing',
  )) {
    const asked = wishOf(unlocked, space, dossier);
    if (asked !== null) await keepWish(unlocked, space, dossier, asked.wish);
  }
  for (const row of engine.all<WantedUploadRow>('select blob, space, dossier, chunks, name, at from upload'))
    await wantUpload(unlocked, row);
  unlocked.emptied = true;
}
