import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Unlocked } from '../unlocked.ts';
import { writeAnew } from './sign-anew.ts';

/**
 * This device's clock was found to be wrong: what was written by it, not knowing, and is not sent yet, is signed anew with
 * that said. What finds no room for it goes without.
 */
export async function markUnsent(unlocked: Unlocked): Promise<void> {
  const { engine, account } = unlocked;
  const unsent = engine.all<{ space: SpaceId; dossier: DossierId }>(
    'select distinct space, dossier from entry where position is null',
  );
  for (const { space, dossier } of unsent) {
    if (!unlocked.alive) return;
    await unlocked.lane.run(() =>
      writeAnew(unlocked, space, dossier, ({ entry, position }) => {
        const isUnmarked = entry.author === account.id && position === null && entry.clockAhead === undefined;
        return isUnmarked ? entry.view : 'stays';
      }),
    );
  }
}
