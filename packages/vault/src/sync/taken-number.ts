import { type DossierId, idBytes, idText, type SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { keptPlace } from '../history/chain.ts';
import { noteDispute } from '../history/disputes.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';

/**
 * Milliseconds for which words are not taken before somebody is named: a colleague who began the dossier again by an older
 * list of readers is put right sooner by whoever knows more.
 */
const WAIT = 3_600_000;
/** Dossiers that one turn looks at. */
const MOST = 20;

/** Before a log is read anew: by which header the dossiers that can be read here were read, until all their words are back. */
export function noteStood(engine: Engine, space: SpaceId): void {
  engine.run(
    `insert or replace into stood(space, dossier, header, upto)
     select space, dossier, header, (select coalesce(max(rid), 0) from entry) from generation g
      where space = ? and key is not null and generation = (
        select max(generation) from generation n where n.space = g.space and n.dossier = g.dossier and n.void = 0)`,
    space,
  );
}

/** SQL: an entry that was here before the log was read anew, and is in it again (1) or not (0). */
const had = (echoed: 0 | 1): string =>
  `exists(select 1 from entry e
    where e.space = stood.space and e.dossier = stood.dossier and e.rid <= stood.upto and e.echoed = ${echoed})`;

/** Whatever is in the log again is no concern any more: a number of which one word came back was not taken. */
function forgetBack(engine: Engine, space: SpaceId): void {
  engine.run(`delete from stood where space = ? and (not ${had(0)} or ${had(1)})`, space);
}

/**
 * A dossier that a restore lost can be begun again under its number by whoever comes first, alone: nobody else's words are
 * taken there, and no device can tell from signatures whose it was. Then those who had it are told by whom. Their words stay
 * on their devices, and wait: where they go from there, and to whom, is a person's choice and never a device's. A device that
 * sealed them anew by itself was made to seal them for others.
 */
export async function tellWhoTook(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  if (engine.get('select 1 from stood where space = ? limit 1', ring.space) === null) return;
  forgetBack(engine, ring.space);
  if (!mayWrite(ring)) return;
  const taken = engine.all<{ dossier: DossierId; header: Uint8Array }>(
    `select dossier, header from stood where space = ?1
       and dossier not in (select dossier from share where space = ?1 and owner = ?1)
       and exists(select 1 from held h where h.space = stood.space and h.dossier = stood.dossier
         and h.reason = 'closed-to-you' and h.at <= ?2)
     limit ${MOST}`,
    ring.space,
    unlocked.around.now() - WAIT,
  );
  for (const { dossier, header } of taken) {
    const isAnswered = await askWho(unlocked, ring, dossier, header);
    if (!unlocked.alive) return;
    if (isAnswered) engine.run('delete from stood where space = ? and dossier = ?', ring.space, dossier);
  }
}

/**
 * Who began it again. Nothing is said where they knew of the last header that was read here: then they have decided since,
 * and what this account wrote is held as ever. False: nobody answered.
 */
async function askWho(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  header: Uint8Array,
): Promise<boolean> {
  const answer = await unlocked.server.call('generations/begun', { space: idBytes(ring.space), header });
  if (!unlocked.alive || !answer.ok) return false;
  const { by, known } = answer.value;
  if (known || by === null) return true;
  noteDispute(unlocked, {
    space: ring.space,
    id: `number/${dossier}`,
    what: 'number',
    author: idText(by),
    claim: null,
    own: await keptPlace(unlocked.engine, ring.space),
    bytes: header,
  });
  return true;
}
