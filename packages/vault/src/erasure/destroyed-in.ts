import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import type { RecordView } from '../client.ts';
import { rosterDossier } from '../circle.ts';
import type { Unlocked } from '../unlocked.ts';

type Destroyed = NonNullable<RecordView['destroyed']>;

/** Of each record that was destroyed while its dossier stands: who said so, when and why. */
export async function destroyedIn(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
): Promise<ReadonlyMap<string, Destroyed>> {
  const found = new Map<string, Destroyed>();
  const rows = unlocked.engine.all<{ erasure: RecordId; parts: string }>(
    'select erasure, parts from erased_part where dossier = ? and space = ? and had = 1',
    dossier,
    space,
  );
  if (rows.length === 0) return found;
  const { state } = await unlocked.merged.of(unlocked, space, await rosterDossier(space));
  for (const { erasure, parts } of rows) {
    const record = state.records.get(erasure);
    if (record === undefined) continue;
    const why = record.fields.get('why')?.value;
    const { by, at } = record.created;
    for (const part of JSON.parse(parts) as string[])
      found.set(part, { by, at, why: typeof why === 'string' ? why : '' });
  }
  return found;
}
