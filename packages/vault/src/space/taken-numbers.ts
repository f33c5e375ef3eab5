import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import type { OpenDevice } from '../open-device.ts';

/** Milliseconds between two generations of a dossier that are started for this: a server can say so without end. */
const PAUSE = 10 * 60_000;

/** In a generation of a dossier something else stands under the number of an entry that waits here. */
export function noteTaken(
  { engine, around }: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  generation: number,
): void {
  engine.run(
    `insert into taken(space, dossier, generation, due) values(?1, ?2, ?3, ?4)
     on conflict do update set generation = ?3, due = ?4 + ${PAUSE} where generation < ?3`,
    space,
    dossier,
    generation,
    Math.floor(around.now()),
  );
}

/**
 * Whether a number that is needed is taken in the newest generation of a dossier: what waits goes together with the header of
 * the next one, in which nobody could take it before. `later`: but not yet.
 */
export function isTaken(
  { engine, around }: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  newest: number,
): 'no' | 'now' | 'later' {
  const row = engine.get<{ due: number }>(
    'select due from taken where space = ? and dossier = ? and generation >= ?',
    space,
    dossier,
    newest,
  );
  if (row === null) return 'no';
  return row.due <= around.now() ? 'now' : 'later';
}

/** A log is read anew: which numbers are taken in it is seen then. */
export function forgetTaken(engine: Engine, space: SpaceId): void {
  engine.run('delete from taken where space = ?', space);
}
