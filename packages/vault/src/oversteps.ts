import type { DossierId } from '@dayaq/sealing';
import type { OverstepView } from './client.ts';
import type { Engine } from './database/engine.ts';
import { spaceNumber } from './database/space-number.ts';
import type { Lawful, Overstep } from './lawful.ts';
import type { Ring } from './space/ring.ts';

/** Of one dossier at most so many are listed, however many there are: the newest of its log. */
const LISTED_OF_DOSSIER = 20;
const MOST_LISTED = 200;

/** Notes what a dossier's entries overstep, anew each time that the dossier is projected. */
export function noteOversteps(engine: Engine, { space, dossier, oversteps }: Lawful): void {
  const place = spaceNumber(engine, space);
  if (oversteps.length === 0) return forgetOversteps(engine, place, dossier);
  engine.run(
    'insert or replace into overstep(dossier, space, total, at, listed) values(?, ?, ?, ?, ?)',
    dossier,
    place,
    oversteps.length,
    Math.max(...oversteps.slice(-LISTED_OF_DOSSIER).map(({ at }) => at)),
    JSON.stringify(oversteps.slice(-LISTED_OF_DOSSIER)),
  );
}

export function forgetOversteps(engine: Engine, space: number, dossier: DossierId): void {
  engine.run('delete from overstep where dossier = ? and space = ?', dossier, space);
}

/** What was overstepped in a space, newest first; nothing for who holds no keys there. */
export function listOversteps(
  engine: Engine,
  ring: Pick<Ring, 'space' | 'me'>,
): { total: number; listed: OverstepView[] } {
  if (ring.me?.keyholder !== true) return { total: 0, listed: [] };
  const place = spaceNumber(engine, ring.space);
  const total =
    engine.get<{ n: number | null }>('select sum(total) as n from overstep where space = ?', place)?.n ?? 0;
  const rows = engine.all<{ dossier: string; listed: string }>(
    'select dossier, listed from overstep where space = ? order by at desc limit ?',
    place,
    MOST_LISTED,
  );
  const listed = rows.flatMap(({ dossier, listed: noted }) =>
    (JSON.parse(noted) as Overstep[]).map((each) => ({ dossier, ...each, fields: [...each.fields] })),
  );
  return { total, listed: listed.sort((a, b) => b.at - a.at).slice(0, MOST_LISTED) };
}
