import { LIMITS } from '@dayaq/protocol';
import { type EntryId, generationCipher, idBytes, spaceGrantOf } from '@dayaq/sealing';
import { dropCopy } from '../outbox.ts';
import type { ShareRow } from '../sharing/rows.ts';
import { standingGeneration } from '../space/generations.ts';
import type { KnownGeneration } from '../space/known-generation.ts';
import type { Peer } from '../space/peer.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { hold, mayTry, release } from './held.ts';
import type { Unsent } from './push.ts';
import { reasonOf } from './refusal.ts';

/** Each may be as large as an entry can be, and a request holds 2 MiB. */
const AT_ONCE = 4;

/**
 * Sends what was written here into a received dossier. It waits quietly while the owner has to start a new generation:
 * after a change of keys on either side the owner's devices do that by themselves.
 */
export async function pushReceived(unlocked: Unlocked, ring: Ring, peer: Peer, row: ShareRow): Promise<void> {
  if (!mayWrite(ring)) return;
  for (;;) {
    const unsent = unlocked.engine.all<Unsent>(
      `select rid, dossier, id, bytes from entry where position is null and space = ? and dossier = ?
       and ${mayTry(unlocked, 'entry.id')} order by rid limit ${AT_ONCE}`,
      row.owner,
      row.dossier,
    );
    if (unsent.length === 0) return;
    const newest = await standingGeneration(unlocked, row.owner, row.dossier);
    if (newest === null || !isCurrent(newest, ring, peer)) return;
    const { sent, refused } = await sendReceived(unlocked, ring, row, newest, unsent);
    if (sent) continue;
    const reason = refused === null ? null : reasonOf(refused);
    if (reason === null || !unlocked.alive) return;
    // Together they may be too much: then it is the first alone that has to go or to stay.
    const [first] = unsent;
    if (first === undefined) return;
    const alone =
      unsent.length === 1 ? { sent, refused } : await sendReceived(unlocked, ring, row, newest, [first]);
    if (!unlocked.alive) return;
    if (alone.sent) continue;
    hold(unlocked, ring, { space: row.owner, dossier: row.dossier }, [first.id], reason);
  }
}

function isCurrent({ header }: KnownGeneration, ring: Ring, { state }: Peer): boolean {
  return (
    header.epoch === state?.epoch.number &&
    spaceGrantOf(header)?.epoch === ring.state.epoch.number &&
    !state.rotationOwed &&
    !ring.state.rotationOwed
  );
}

/** Seals entries under a generation and sends them; else answers the code with which they were refused, null for none. */
export async function sendReceived(
  unlocked: Unlocked,
  ring: Ring,
  row: ShareRow,
  generation: KnownGeneration,
  unsent: readonly Unsent[],
): Promise<{ sent: boolean; refused: string | null }> {
  const { owner: space, dossier } = row;
  if (generation.key === null || unsent.length > LIMITS.entriesPerAppend)
    return { sent: false, refused: null };
  const g = generation.header.generation;
  const cipher = await generationCipher(generation.key);
  const entries = [];
  for (const { id, bytes } of unsent) {
    const entry = id as EntryId;
    const sealed = await cipher.seal({ space, dossier, generation: g, entry }, bytes, unlocked.around.random);
    entries.push({ g, id: idBytes(entry), sealed });
  }
  const answer = await unlocked.server.call('shares/append', {
    space: idBytes(ring.space),
    owner: idBytes(space),
    dossier: idBytes(dossier),
    entries,
  });
  if (!unlocked.alive) return { sent: false, refused: null };
  if (!answer.ok) return { sent: false, refused: answer.code };
  unlocked.engine.transaction(() => {
    for (const { id } of unsent) {
      unlocked.engine.run(
        'update entry set position = ?, generation = ? where id = ?',
        answer.value.position,
        g,
        id,
      );
    }
    release(
      unlocked,
      row.owner,
      dossier,
      unsent.map(({ id }) => id),
    );
  });
  for (const { id } of unsent) await dropCopy(unlocked, id as EntryId);
  unlocked.changed([dossier], []);
  return { sent: true, refused: null };
}
