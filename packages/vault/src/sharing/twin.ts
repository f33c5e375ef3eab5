import type { DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import { dropCopy } from '../outbox.ts';
import { forgetDossier } from '../projection.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * A dossier begins in one of this device's own spaces, and another organisation was faster with one of the same id: what
 * stands in the own log owns it. All that came from there goes, so that nothing of the two is mixed, with what was written into it and
 * not sent; it counts as something that did not check out.
 */
export async function evictTwin(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<void> {
  const { engine } = unlocked;
  const twin = engine.get<{ owner: SpaceId }>(
    'select owner from share where space = ? and dossier = ? and owner <> space',
    space,
    dossier,
  );
  if (twin === null) return;
  const { owner } = twin;
  const unsent = engine.all<{ id: EntryId }>(
    'select id from entry where space = ? and dossier = ? and position is null',
    owner,
    dossier,
  );
  engine.transaction(() => {
    forgetDossier(unlocked, owner, dossier);
    for (const table of ['entry', 'generation', 'upload', 'held'])
      engine.run(`delete from ${table} where space = ? and dossier = ?`, owner, dossier);
    engine.run('delete from share where space = ? and dossier = ?', space, dossier);
  });
  unlocked.refused++;
  unlocked.ciphers.clear();
  unlocked.changed([dossier], ['share']);
  for (const { id } of unsent) await dropCopy(unlocked, id);
}
