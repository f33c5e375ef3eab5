import { LIMITS as PROTOCOL } from '@dayaq/protocol';
import { type Card, rootKindOf, titleOf, told } from '@dayaq/domain';
import { type Entry, readEntry } from '@dayaq/journal';
import type { DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import type { HeldAct, HeldReason, Outcome, SyncStatus, WaitingItem } from './client.ts';
import { done, failed, success } from './failure.ts';
import { isApart } from './apart.ts';
import { dropReaders } from './outbox.ts';
import { plainRecords } from './projected.ts';
import { forgetWish } from './sharing/wish.ts';
import type { Ring } from './space/ring.ts';
import { forgetReturned, isClosed, READERS_THING, WISH_THING } from './sync/held.ts';
import { writeAnew } from './sync/sign-anew.ts';
import { chunkPrefix, forgetUpload } from './sync/uploads.ts';
import { mayWrite, ringOf, type Unlocked } from './unlocked.ts';

const MOST = 500;

/** The space in whose name something of a dossier's space is sent; null when none of this device's can. */
function actingRing(unlocked: Unlocked, space: SpaceId): Ring | null {
  const own = ringOf(unlocked, space);
  if (own !== null) return own;
  const via = unlocked.engine.get<{ space: SpaceId }>(
    'select space from share where owner = ? and ended = 0 limit 1',
    space,
  );
  return ringOf(unlocked, via?.space ?? null);
}

function isShared({ engine }: Unlocked, owner: SpaceId): boolean {
  return engine.get('select 1 from share where owner = ? limit 1', owner) !== null;
}

/** Why nothing of a space can be sent now: what its charter says of this account. Null: it can. */
function barOf(unlocked: Unlocked, space: SpaceId): HeldReason | null {
  const ring = actingRing(unlocked, space);
  // A space of which nothing is here yet, after the database was made anew: what it says is not known, so it waits.
  if (ring === null) return isShared(unlocked, space) ? 'removed' : null;
  if (ring.me === null) return 'removed';
  return mayWrite(ring) ? null : 'viewer';
}

/**
 * Everything that waits, as rows; an answer that an entry was taken is not enough, it has to come back in the log.
 * Entries, files, readers, sharing. `closed`: this account may not read its dossier now.
 */
const THINGS = `
  select 'entry' as kind, e.id, e.space, e.dossier, length(e.bytes) as bytes, '' as name, 0 as at,
         h.reason, h.at as held_at, ${isClosed('e')} as closed
    from entry e left join held h on h.id = e.id
   where e.echoed = 0 and (e.position is null or not ${isClosed('e')})
  union all
  select 'file', u.blob, u.space, u.dossier, u.chunks * ${PROTOCOL.blobChunk - 16}, u.name, u.at,
         h.reason, h.at, ${isClosed('u')}
    from upload u left join held h on h.id = u.blob
  union all
  select 'readers', ${READERS_THING('r')}, r.space, r.dossier, 0, '', 0, h.reason, h.at, ${isClosed('r')}
    from restriction r left join held h on h.id = ${READERS_THING('r')}
   where h.id is not null or not exists(select 1 from entry e where e.space = r.space and e.dossier = r.dossier and e.position is null)
  union all
  select 'readers', h.id, h.space, h.dossier, 0, '', 0, h.reason, h.at, 0
    from held h where h.reason = 'readers-moved'
     and not exists(select 1 from restriction r where r.space = h.space and r.dossier = h.dossier)
  union all
  select 'sharing', ${WISH_THING('w')}, w.space, w.dossier, 0, '', 0, h.reason, h.at, ${isClosed('w')}
    from sharing w left join held h on h.id = ${WISH_THING('w')}
   where h.id is not null or not exists(select 1 from entry e where e.space = w.space and e.dossier = w.dossier and e.position is null)`;

/** How much waits, over all spaces: what goes by itself, and what is held. */
export function waitingCounts(unlocked: Unlocked): Pick<SyncStatus, 'waiting' | 'held'> {
  const rows = unlocked.engine.all<{ space: SpaceId; n: number; held: number }>(
    `select space, count(*) as n, sum(reason is not null or closed) as held from (${THINGS}) group by space`,
  );
  const counts = { waiting: 0, held: 0 };
  for (const { space, n, held } of rows) {
    const stopped = barOf(unlocked, space) === null ? held : n;
    counts.held += stopped;
    counts.waiting += n - stopped;
  }
  return counts;
}

interface Thing extends Record<string, null | number | string | Uint8Array> {
  kind: 'entry' | 'file' | 'readers' | 'sharing';
  id: string;
  space: SpaceId;
  dossier: DossierId;
  bytes: number;
  name: string;
  at: number;
  reason: HeldReason | null;
  held_at: number | null;
  closed: number;
}

/** What waits, oldest first: what goes by itself by dossier, what is held one by one. */
export async function waitingItems(unlocked: Unlocked): Promise<WaitingItem[]> {
  const { engine } = unlocked;
  const bars = new Map<SpaceId, HeldReason | null>();
  const items: WaitingItem[] = [];
  const going = new Map<string, WaitingItem>();
  for (const thing of engine.all<Thing>(THINGS)) {
    if (!bars.has(thing.space)) bars.set(thing.space, barOf(unlocked, thing.space));
    const held = reasonOf(unlocked, thing, bars.get(thing.space) ?? null);
    const together = thing.kind === 'entry' && held === null ? `${thing.space}/${thing.dossier}` : null;
    const before = together === null ? undefined : going.get(together);
    if (before !== undefined) {
      before.bytes += thing.bytes;
      continue;
    }
    if (items.length >= MOST) continue;
    const item: WaitingItem = {
      kind: thing.kind,
      id: held === null ? '' : thing.id,
      dossier: thing.dossier,
      space: actingRing(unlocked, thing.space)?.space ?? thing.space,
      title: thing.name || (await nameOf(unlocked, thing)),
      at: thing.at || (await momentOf(unlocked, thing, held)),
      bytes: thing.bytes,
      held,
    };
    items.push(item);
    if (together !== null) going.set(together, item);
  }
  for (const ring of unlocked.rings.values()) {
    if (ring.state.rotationOwed && ring.me !== null)
      items.push({
        kind: 'rotation',
        id: '',
        dossier: null,
        space: ring.space,
        title: '',
        at: unlocked.around.now(),
        bytes: 0,
        held: null,
      });
  }
  return items.sort((a, b) => a.at - b.at);
}

function reasonOf(unlocked: Unlocked, thing: Thing, bar: HeldReason | null): HeldReason | null {
  if (thing.reason === 'returned') return thing.reason;
  if (bar !== null) return bar;
  if (thing.reason !== null) return thing.reason;
  if (thing.closed === 1) return 'closed-to-you';
  return thing.kind === 'sharing' && isPeerChanged(unlocked, thing) ? 'peer-changed' : null;
}

function isPeerChanged(unlocked: Unlocked, { space, dossier }: Thing): boolean {
  const ring = ringOf(unlocked, space);
  const peer = unlocked.engine.get<{ peer: SpaceId }>(
    'select peer from share where space = ? and dossier = ?',
    space,
    dossier,
  )?.peer;
  return ring !== null && peer !== undefined && unlocked.peers.get(peer)?.trust(ring) === 'changed';
}

/** The dossier's name, also where it is deleted; empty where it is not here any more. */
async function nameOf(
  unlocked: Unlocked,
  { space, dossier }: Pick<Thing, 'space' | 'dossier'>,
): Promise<string> {
  const row = unlocked.engine.get<{ kind: string; card: string }>(
    'select kind, card from dossier where id = ?',
    dossier,
  );
  if (row !== null) return titleOf(row.kind, JSON.parse(row.card) as Card);
  if (isApart(unlocked.engine, space, dossier)) return '';
  const { state } = await unlocked.merged.of(unlocked, space, dossier, false);
  const root = plainRecords(state).find(({ id }) => id === dossier);
  const kind = root === undefined ? undefined : rootKindOf(root.kind);
  if (root === undefined || kind === undefined) return '';
  return titleOf(root.kind, { told: told(kind, root.fields) });
}

async function momentOf(unlocked: Unlocked, thing: Thing, held: HeldReason | null): Promise<number> {
  if (held !== null && thing.kind === 'entry') {
    const entry = await entryOf(unlocked, thing.id);
    if (entry !== null) return entry.time;
  }
  if (thing.held_at !== null) return thing.held_at;
  const { engine } = unlocked;
  return (
    engine.get<{ updated: number }>('select updated from dossier where id = ?', thing.dossier)?.updated ?? 0
  );
}

async function entryOf(unlocked: Unlocked, id: string): Promise<Entry | null> {
  const row = unlocked.engine.get<{ bytes: Uint8Array }>(
    'select bytes from entry where id = ? and position is null',
    id,
  );
  const read = row === null ? null : await readEntry(row.bytes);
  return read?.ok === true ? read.value : null;
}

/** The words of an act that waits. See `Vault.heldAct`. */
export async function heldAct(unlocked: Unlocked, id: string): Promise<Outcome<HeldAct>> {
  const entry = await entryOf(unlocked, id);
  if (entry === null) return failed('not-found');
  const { dossier, space, time, changes } = entry;
  return success({
    dossier,
    title: await nameOf(unlocked, { space, dossier }),
    at: time,
    changes: [...changes] as HeldAct['changes'],
  });
}

/** See `Vault.sendHeld`. */
export async function sendHeld(unlocked: Unlocked, id: string): Promise<Outcome<null>> {
  await forgetReturned(unlocked, id);
  if (!unlocked.alive) return failed('locked');
  unlocked.engine.run('delete from held where id = ?', id);
  return done;
}

/** See `Vault.dropHeld`. */
export async function dropHeld(unlocked: Unlocked, id: string): Promise<Outcome<null>> {
  const { engine } = unlocked;
  const held = engine
    .all<Thing>(`select * from (${THINGS}) where id = ?`, id)
    .find((thing) => reasonOf(unlocked, thing, barOf(unlocked, thing.space)) !== null);
  if (held === undefined) return failed('not-found');
  const { dossier } = held;
  if (held.kind === 'readers') {
    await dropReaders(unlocked, held.space, dossier);
    if (unlocked.alive)
      engine.run('delete from restriction where space = ? and dossier = ?', held.space, dossier);
  } else if (held.kind === 'sharing') {
    await forgetWish(unlocked, held.space, dossier);
    if (unlocked.alive)
      engine.run('delete from sharing where space = ? and dossier = ?', held.space, dossier);
  } else if (held.kind === 'file') {
    await forgetUpload(unlocked, id);
    for (const name of await unlocked.around.keep.names(chunkPrefix(id)))
      await unlocked.around.keep.delete(name);
  } else {
    const dropped = await unlocked.lane.run(() => dropEntry(unlocked, held.space, dossier, id as EntryId));
    if (!dropped.ok) return dropped;
  }
  await forgetReturned(unlocked, id);
  if (!unlocked.alive) return failed('locked');
  engine.run('delete from held where id = ?', id);
  unlocked.changed([dossier], []);
  return done;
}

/** Takes one unsent entry out of its dossier. */
async function dropEntry(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  id: EntryId,
): Promise<Outcome<null>> {
  if ((await entryOf(unlocked, id)) === null) return failed('not-found');
  const written = await writeAnew(unlocked, space, dossier, ({ entry, position }) =>
    entry.id === id && position === null ? 'goes' : 'stays',
  );
  return written.ok ? done : written;
}

/** Why something of a dossier is held here; null where nothing is. */
export function heldIn(unlocked: Unlocked, space: SpaceId, dossier: DossierId): HeldReason | null {
  const things = unlocked.engine.all<Thing>(
    `select * from (${THINGS}) where space = ? and dossier = ? limit 50`,
    space,
    dossier,
  );
  for (const thing of things) {
    const reason = reasonOf(unlocked, thing, barOf(unlocked, thing.space));
    if (reason !== null) return reason;
  }
  return null;
}
