import type { DossierId } from '@dayaq/sealing';
import type { Id, Presence } from './client.ts';
import { isApart } from './apart.ts';
import { isErased } from './erasure/erased.ts';
import { isDeleted } from './projected.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

/** Dossiers that are asked about at a time. */
const MOST_ASKED = 1000;

/** See `Vault.presence`. */
export async function presence(
  unlocked: Unlocked,
  { space }: Ring,
  ids: readonly Id[],
): Promise<Record<Id, Presence>> {
  const { engine } = unlocked;
  const found: Record<Id, Presence> = {};
  for (const id of ids.slice(0, MOST_ASKED)) {
    const dossier = id as DossierId;
    if (isErased(engine, space, dossier)) found[id] = 'destroyed';
    else if (
      engine.get('select 1 from entry where dossier = ? and space = ? limit 1', dossier, space) !== null
    ) {
      const isListed = engine.get('select 1 from dossier where id = ?', dossier) !== null;
      found[id] =
        isListed || isApart(engine, space, dossier)
          ? 'here'
          : isDeleted(dossier, (await unlocked.merged.of(unlocked, space, dossier, false)).state)
            ? 'deleted'
            : 'here';
    }
  }
  return found;
}
