import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';

/** Whether a dossier was destroyed for good: whatever still comes of it is not taken, and nothing is written there. */
export function isErased(engine: Engine, space: SpaceId, dossier: DossierId): boolean {
  return (
    engine.get('select 1 from erased where space = ? and dossier = ? and had = 1', space, dossier) !== null
  );
}

/** Every dossier of a space that was destroyed here, by its number. */
export function erasedIn(engine: Engine, space: SpaceId): ReadonlySet<string> {
  const rows = engine.all<{ dossier: string }>(
    'select dossier from erased where space = ? and had = 1',
    space,
  );
  return new Set(rows.map(({ dossier }) => dossier));
}
