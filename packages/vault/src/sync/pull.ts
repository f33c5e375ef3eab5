import { LIMITS } from '@dayaq/protocol';
import { idBytes } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { failed, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { keepPage } from './keep-page.ts';
import { beginHeaders, openPage, type OpenedPage } from './open-page.ts';
import { reteach } from './reteach.ts';

type Pulled = { ok: true; value: { items: number } } | { ok: false; failure: Failure };

/**
 * Fetches the space's log from where this device stands, page by page. While one page is opened, the next one is on its
 * way and the one before is kept, so that network, key work and database wait for each other as little as possible.
 * Pages are kept in their order, each whole: an interruption goes on from the last that was.
 */
export async function pullSpace(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Pulled> {
  for (;;) {
    const pulled = await pullFrom(unlocked, ring, progress);
    if (pulled !== 'rolled-back') return pulled;
    if (!(await reteach(unlocked, ring))) return failed('server-lies', 'rolled-back');
  }
}

async function pullFrom(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Pulled | 'rolled-back'> {
  const ask = (after: number) =>
    unlocked.server.call('entries/pull', { space: idBytes(ring.space), after, limit: LIMITS.itemsPerPull });
  let items = 0;
  let { position: after, seq } = standing(unlocked, ring);
  /** Opened, its signatures being checked, not kept yet. */
  let before: OpenedPage | null = null;
  let asked = ask(after).then((page) => beginHeaders(ring, page, seq));
  for (;;) {
    const { page, headers } = await asked;
    if (!unlocked.alive) return success({ items });
    if (!page.ok) return page;
    const { position, more } = page.value;
    if (position < after) return 'rolled-back';
    if (more && position === after) return failed('server-lies', 'standstill');
    // Where this page changes who may write, the next one's headers have to wait for that.
    const steady = page.value.items.every((item) => item.t !== 'charter');
    const at = seq;
    if (more) asked = ask(position).then((next) => beginHeaders(ring, next, steady ? at : null));
    const opened: OpenedPage | null = await openPage(unlocked, ring, {
      items: page.value.items,
      headers,
      after,
      position,
      seq,
    });
    if (opened === null) return failed('server-lies', 'charter');
    if (before !== null) await keepPage(unlocked, ring, before);
    before = opened;
    ({ position: after, seq } = opened);
    items += page.value.items.length;
    if (!more) break;
    progress(items, position + LIMITS.itemsPerPull);
  }
  await keepPage(unlocked, ring, before);
  if (unlocked.alive) resendLost(unlocked, ring);
  return success({ items });
}

/** How far the log is kept here, and the charter's last act up to there: -1 before the first. */
function standing(unlocked: Unlocked, ring: Ring): { position: number; seq: number } {
  const row = unlocked.engine.get<{ position: number; seq: number }>(
    'select position, seq from space where id = ?',
    ring.space,
  );
  return row ?? { position: 0, seq: -1 };
}

/**
 * What the server acknowledged must come back in its log. What did not, although the log has gone past it, was dropped:
 * it waits to be sent again, and the log is read from its start.
 */
function resendLost(unlocked: Unlocked, ring: Ring): void {
  const { engine } = unlocked;
  const lost = engine.run(
    'update entry set position = null where space = ? and echoed = 0 and position <= ?',
    ring.space,
    standing(unlocked, ring).position,
  );
  if (lost === 0) return;
  engine.run('update space set position = 0, seq = -1 where id = ?', ring.space);
  unlocked.refused += lost;
  unlocked.changed('many', []);
}
