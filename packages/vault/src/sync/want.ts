import type { DossierId } from '@dayaq/sealing';
import { startOfDay } from '../days.ts';
import { isErased } from '../erasure/erased.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * A dossier is to be fetched from its beginning at the end of this pull. It stays wanted until `generation`, the newest that
 * was named to this account, is here: an answer that is cut short must not pass for all of it.
 */
export function want(unlocked: Unlocked, ring: Ring, dossier: DossierId, generation = 0): void {
  if (isErased(unlocked.engine, ring.space, dossier)) return;
  unlocked.engine.run(
    `insert into wanted(dossier, space, generation) values(?, ?, ?)
     on conflict do update set generation = max(generation, excluded.generation)`,
    dossier,
    ring.space,
    generation,
  );
}

/**
 * Something of a dossier came that cannot be read, or does not come although others build on it: it is asked for once more,
 * from the dossier's beginning. Once a day, since whoever may write can sign what leads nowhere.
 */
export function askAgain(unlocked: Unlocked, ring: Ring, dossier: DossierId): void {
  const { engine } = unlocked;
  const name = `asked-again/${ring.space}/${dossier}`;
  const today = String(startOfDay(unlocked.around.now()));
  if (engine.get<{ value: string }>('select value from meta where name = ?', name)?.value === today) return;
  engine.run('insert or replace into meta(name, value) values(?, ?)', name, today);
  want(unlocked, ring, dossier);
}
