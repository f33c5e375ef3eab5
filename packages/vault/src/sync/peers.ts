import { idBytes, idText, type SpaceId } from '@dayaq/sealing';
import type { Reply } from '@dayaq/protocol';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

export type ListedShare = Reply<'shares/list'>['shares'][number];

/**
 * Asks what others share with this space, and brings the charters of introduced spaces up to date. Null: there is nobody
 * to share with, or the server cannot be asked now.
 */
export async function lookAround(unlocked: Unlocked, ring: Ring): Promise<ListedShare[] | null> {
  if (ring.state.peers.size === 0) return null;
  await unlocked.peers.load();
  const shares: ListedShare[] = [];
  let after = new Uint8Array();
  for (;;) {
    const page = await unlocked.server.call('shares/list', { space: idBytes(ring.space), after });
    if (!page.ok || !unlocked.alive) return null;
    await refreshPeers(unlocked, ring, page.value.peers);
    if (!unlocked.alive) return null;
    shares.push(...page.value.shares);
    const last = page.value.shares.at(-1);
    if (!page.value.more || last === undefined) return shares;
    after = new Uint8Array([...last.owner, ...last.dossier]);
  }
}

async function refreshPeers(
  unlocked: Unlocked,
  ring: Ring,
  listed: Reply<'shares/list'>['peers'],
): Promise<void> {
  let changed = false;
  for (const { space, seq } of listed) {
    const id = idText<SpaceId>(space);
    if (!ring.state.peers.has(id)) continue;
    const peer = unlocked.peers.meet(id);
    if (peer.next > seq && !peer.broken) continue;
    if (await peer.refresh(unlocked.engine, unlocked.server)) changed = true;
    if (!unlocked.alive) return;
  }
  if (changed) unlocked.changed([], ['peer']);
}
