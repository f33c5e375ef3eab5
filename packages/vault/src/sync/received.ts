import { idText, type DossierId, type SpaceId } from '@dayaq/sealing';
import { endReceived } from '../sharing/end-received.ts';
import { shareRow, type ShareRow } from '../sharing/rows.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import type { ListedShare } from './peers.ts';
import { pullReceived } from './pull-received.ts';
import { pushReceived } from './push-received.ts';
import { pushUploads } from './uploads.ts';

/**
 * Dossiers that other organisations share with this space: fetches what is new, sends what was written here, and lets go
 * of what was taken back. What fails waits for the next turn; it holds up nothing of the space's own.
 */
export async function exchangeReceived(
  unlocked: Unlocked,
  ring: Ring,
  listed: readonly ListedShare[],
): Promise<void> {
  for (const item of listed) {
    if (!unlocked.alive) return;
    const owner = idText<SpaceId>(item.owner);
    const dossier = idText<DossierId>(item.dossier);
    const peer = unlocked.peers.get(owner);
    if (peer === undefined || peer.trust(ring) !== 'ready') continue;
    const row = shareRow(unlocked.engine, ring.space, dossier) ?? begin(unlocked, ring, owner, dossier);
    if (row.owner !== owner || row.left_over !== null) continue;
    if (unlocked.rings.has(owner)) {
      followOwn(unlocked, row);
      continue;
    }
    await pullReceived(unlocked, ring, peer, row, item);
    if (!unlocked.alive) return;
    if (row.ended === 1) await endReceived(unlocked, ring, row, item.seen);
    else await pushReceived(unlocked, ring, peer, row);
  }
  if (mayWrite(ring)) await sendUploads(unlocked, ring);
}

function begin(unlocked: Unlocked, ring: Ring, owner: SpaceId, dossier: DossierId): ShareRow {
  unlocked.engine.run(
    'insert into share(space, dossier, owner, peer) values(?1, ?2, ?3, ?3)',
    ring.space,
    dossier,
    owner,
  );
  return shareRow(unlocked.engine, ring.space, dossier) as ShareRow;
}

/** Whoever belongs to the owner as well has it as the owner's: only its end is noted here. */
function followOwn(unlocked: Unlocked, row: ShareRow): void {
  unlocked.engine.run(
    `update share set ended = coalesce((select o.ended from share o where o.space = ?1 and o.dossier = ?2), ended)
      where space = ?3 and dossier = ?2`,
    row.owner,
    row.dossier,
    row.space,
  );
}

async function sendUploads(unlocked: Unlocked, ring: Ring): Promise<void> {
  const owners = unlocked.engine.all<{ owner: SpaceId }>(
    `select distinct s.owner from share s join upload u on u.space = s.owner and u.dossier = s.dossier
      where s.space = ? and s.owner <> s.space and s.ended = 0`,
    ring.space,
  );
  for (const { owner } of owners) {
    if (unlocked.alive && !unlocked.rings.has(owner)) await pushUploads(unlocked, ring, owner);
  }
}
