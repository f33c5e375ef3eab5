import type { SpaceId } from '@dayaq/sealing';
import { rosterDossier } from '../circle.ts';
import { saveAct } from '../act.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';

/** Milliseconds between two words about it: who signs nonsense must not make every device write. */
const PAUSE = 3_600_000;

interface Untold extends Record<string, null | number | string | Uint8Array> {
  author: string;
  noticed: number;
}

/**
 * Tells the others, in this member's own profile, that somebody's device named another history than was shown here. This
 * word names the history of this device as everything does: whoever was shown another one is told by it as well.
 */
export async function tellDisputes(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  if (!mayWrite(ring) || !ring.ready) return;
  const untold = engine.get<Untold>(
    "select author, noticed from dispute where space = ? and told = 0 and author <> '' order by noticed limit 1",
    ring.space,
  );
  if (untold === null || toldLately(unlocked, ring.space)) return;
  const saved = await saveAct(unlocked, ring, {
    dossier: await rosterDossier(ring.space),
    changes: [
      {
        kind: 'profile',
        record: unlocked.account.id,
        fields: { otherHistoryAt: { set: untold.noticed }, otherHistoryBy: { set: untold.author } },
      },
    ],
  });
  if (!saved.ok || !unlocked.alive) return;
  engine.run('update dispute set told = ? where space = ? and told = 0', unlocked.around.now(), ring.space);
}

function toldLately({ engine, around }: Unlocked, space: SpaceId): boolean {
  const told = engine.get<{ at: number | null }>(
    'select max(told) as at from dispute where space = ?',
    space,
  )?.at;
  const since = around.now() - (told ?? 0);
  return since >= 0 && since < PAUSE;
}
