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

/** Records of a dossier that were destroyed here, each by its number. */
export function erasedParts(engine: Engine, space: SpaceId, dossier: DossierId): ReadonlySet<string> {
  const rows = engine.all<{ parts: string }>(
    'select parts from erased_part where dossier = ? and space = ? and had = 1',
    dossier,
    space,
  );
  return new Set(rows.flatMap(({ parts }) => JSON.parse(parts) as string[]));
}

/** Erasures of parts that were carried out here. */
export function partErasuresIn(engine: Engine, space: SpaceId): ReadonlySet<string> {
  const rows = engine.all<{ erasure: string }>(
    'select erasure from erased_part where space = ? and had = 1',
    space,
  );
  return new Set(rows.map(({ erasure }) => erasure));
}
