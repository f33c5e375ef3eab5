import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';

/**
 * The space that a dossier belongs to, as far as this device knows. Ids are random: where two spaces have one, somebody
 * took it on purpose, and the first stays what it is.
 */
export function spaceOf(engine: Engine, dossier: DossierId): SpaceId | null {
  const shown = engine.get<{ space: SpaceId }>(
    'select n.space from dossier d join space_number n on n.number = d.space where d.id = ?',
    dossier,
  );
  if (shown !== null) return shown.space;
  return (
    engine.get<{ space: SpaceId }>('select space from entry where dossier = ? order by rid limit 1', dossier)
      ?.space ?? null
  );
}

/** SQL over `d`: whether a dossier is one of a space's own, or was given to it by another. `space` is a parameter. */
export const isAtHome = (space: string): string =>
  `(d.space = (select number from space_number where space = ${space})
    or d.id in (select dossier from share where space = ${space} and owner <> space))`;
