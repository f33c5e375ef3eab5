import { type AccountId, type BlobId, type DossierId, idBytes, idText } from '@dayaq/sealing';
import { DAY } from '../days.ts';
import type { Engine } from '../database/engine.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** What a server destroyed of which nothing was said to the team: who asked it to, by its word, and on which day. */
export interface DestroyedThere {
  dossier: DossierId;
  /** The file that it was; empty where it was the dossier. */
  blob: string;
  by: AccountId | null;
  /** Days since 1970. */
  day: number | null;
}

const HOUR = 3_600_000;
const nameOf = (space: string): string => `destroyed-there/${space}`;

/** What the server said last. */
export function destroyedThere(engine: Engine, space: string): (DestroyedThere & { at: number })[] {
  const kept = engine.get<{ value: string }>('select value from meta where name = ?', nameOf(space))?.value;
  if (kept === undefined) return [];
  return (JSON.parse(kept) as DestroyedThere[]).map((each) => ({ ...each, at: (each.day ?? 0) * DAY }));
}

/**
 * Asks a server what it destroyed: a keyholder's own program could have it destroy something and say nothing to anybody.
 * @param every how long ago (ms) it was asked at least
 */
export async function askWhatIsDestroyed(unlocked: Unlocked, ring: Ring, every = HOUR): Promise<void> {
  const { engine, server, around } = unlocked;
  const now = around.now();
  if (ring.me?.keyholder !== true || Math.abs(now - ring.askedDestroyed) < every) return;
  ring.askedDestroyed = now;
  const answer = await server.call('dossiers/erased', { space: idBytes(ring.space) });
  if (!answer.ok || !unlocked.alive) return;
  const { erased, files } = answer.value;
  const told = [
    ...erased.map(
      ({ dossier, by, day }): DestroyedThere => ({
        dossier: idText<DossierId>(dossier),
        blob: '',
        by: by === null ? null : idText<AccountId>(by),
        day,
      }),
    ),
    ...files.map(
      ({ dossier, blob, by, day }): DestroyedThere => ({
        dossier: idText<DossierId>(dossier),
        blob: idText<BlobId>(blob),
        by: idText<AccountId>(by),
        day,
      }),
    ),
  ];
  const text = JSON.stringify(told);
  const name = nameOf(ring.space);
  if (engine.get<{ value: string }>('select value from meta where name = ?', name)?.value === text) return;
  engine.run('insert or replace into meta(name, value) values(?, ?)', name, text);
  unlocked.changed([], ['erasure']);
}
