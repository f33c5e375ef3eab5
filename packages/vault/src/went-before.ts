import { type Kind, KINDS } from '@dayaq/domain';
import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';
import { spaceNumber } from './database/space-number.ts';

/** So many are followed: more were never joined by hand. */
const MOST = 200;

/** Kinds of dossiers that can go on in another one, and the field that says in which. */
const GOES_ON = Object.values<Kind>(KINDS).flatMap(({ kind, level, counts }) =>
  level === 'root' && counts?.into !== undefined ? [{ kind, field: counts.into }] : [],
);

/**
 * The dossiers that go on in this one by what their own records say (`Counts.into`), and those that went on in them: what
 * stood before of the same matter. Those that this account may not open are not here, and not among them.
 */
export function wentBefore(engine: Engine, space: SpaceId, dossier: DossierId): DossierId[] {
  const found = new Set<DossierId>([dossier]);
  for (const id of found) {
    for (const { kind, field } of GOES_ON)
      for (const row of engine.all<{ id: DossierId }>(
        `select d.id from link k join dossier d on d.rid = k.rid
         where k.target = ? and k.field = ? and k.record = d.id and d.kind = ? and d.space = ?
         order by d.rid limit ?`,
        id,
        field,
        kind,
        spaceNumber(engine, space),
        MOST,
      ))
        if (found.size <= MOST) found.add(row.id);
  }
  found.delete(dossier);
  return [...found];
}
