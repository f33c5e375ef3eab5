import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';

/**
 * The space that a dossier belongs to, as far as this device knows. Ids are random: where two spaces have one, somebody
 * took it on purpose. What stands in an own log is shown before what another organisation handed over, else the first; the
 * other is set apart, named, and loses nothing.
 */
export function spaceOf(engine: Engine, dossier: DossierId): SpaceId | null {
  const shown = engine.get<{ space: SpaceId }>(
    'select n.space from dossier d join space_number n on n.number = d.space where d.id = ?',
    dossier,
  );
  return shown === null ? firstSpace(engine, dossier) : shown.space;
}

/** Whether another space than `space` has entries of a dossier of this id as well, and it is that one's which is shown. */
export function isAnothers(engine: Engine, space: SpaceId, dossier: DossierId): boolean {
  // Two looks into the index, however many entries there are: nearly always there is no other space.
  const other = engine.get(
    `select 1 as other where exists (select 1 from entry where dossier = ?1 and space < ?2)
       or exists (select 1 from entry where dossier = ?1 and space > ?2)`,
    dossier,
    space,
  );
  return other !== null && firstSpace(engine, dossier) !== space;
}

function firstSpace(engine: Engine, dossier: DossierId): SpaceId | null {
  const first = engine.get<{ space: SpaceId }>(
    `select e.space from entry e left join space own on own.id = e.space where e.dossier = ?
      order by own.id is null, e.rid limit 1`,
    dossier,
  );
  return first?.space ?? null;
}

/** SQL over `d`: whether a dossier is one of a space's own, or was given to it by another. `space` is a parameter. */
export const isAtHome = (space: string): string =>
  `(d.space = (select number from space_number where space = ${space})
    or d.id in (select dossier from share where space = ${space} and owner <> space))`;
