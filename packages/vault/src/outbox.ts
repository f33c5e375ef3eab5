import { kindOf } from '@dayaq/domain';
import { type Change, type Entry, EntryRefused, LIMITS, readEntry, writeEntry } from '@dayaq/journal';
import {
  decodeCanonical,
  type DossierId,
  encodeCanonical,
  type EntryId,
  ID_BYTES,
  idText,
  readId,
  type RecordId,
  type SpaceId,
  type View,
} from '@dayaq/sealing';
import type { Asked, Outcome, SaveRequest } from './client.ts';
import { isApart } from './apart.ts';
import { isDone, noteDone } from './done-once.ts';
import { done, failed, storeFailure } from './failure.ts';
import { projectLater } from './due.ts';
import { lawfulEntries } from './lawful.ts';
import type { Merged } from './merged.ts';
import { projectDossier } from './projection.ts';
import type { Ring } from './space/ring.ts';
import { askedReaders, readersText, type Seen, seenNow } from './space/readers-asked.ts';
import { guestView, ownView } from './history/own-view.ts';
import { shareRow } from './sharing/rows.ts';
import { rootOf } from './sharing/root.ts';
import { forgetWish, insertWish, keepWish, recoverWishes, type Wish } from './sharing/wish.ts';
import { readersThing, recoverReturned, tryAll } from './sync/held.ts';
import { recoverUploads } from './sync/uploads.ts';
import { mayWrite, type Unlocked } from './unlocked.ts';

const encoder = new TextEncoder();

/** What else belongs to an act: the space of its dossier, which may be another one's, and how it is to be shared. */
export interface Beside {
  space: SpaceId;
  /** Only with the first act of a dossier. */
  wish: Wish | null;
}

/**
 * Writes one act of this person: signed, kept in the database and, sealed, beside it. When it returns, a crash loses
 * nothing; the server hears of it later.
 */
export function saveAct(
  unlocked: Unlocked,
  ring: Ring,
  request: SaveRequest,
  beside: Beside = { space: ring.space, wish: null },
): Promise<Outcome<null>> {
  return unlocked.lane.run(async () => {
    if (isDone(unlocked, request)) return done;
    if (!mayWrite(ring)) return failed('not-allowed');
    if (!readId<DossierId>(request.dossier, ID_BYTES).ok) return failed('not-found');
    if (request.changes.length > LIMITS.changes) return failed('too-large');
    const dossier = request.dossier as DossierId;
    if (request.restrictedTo !== undefined && isOpen(request)) return failed('cannot-be-closed');
    const { space, wish } = beside;
    if (isApart(unlocked.engine, space, dossier)) return failed('set-apart');
    const before = await unlocked.merged.of(unlocked, space, dossier);
    const isNew = before.entries.length === 0;
    if (wish !== null && !isNew) return failed('already-here');
    const view = await viewOf(unlocked, ring, dossier, beside);
    if (view === null) return failed('not-found');
    const written: Written[] = [];
    const write = async (heads: readonly EntryId[], changes: Change[]): Promise<EntryId> => {
      const each = await writeEntry(
        {
          space,
          dossier,
          author: unlocked.account.id,
          time: timeToWrite(unlocked.around.now()),
          ...clockMark(unlocked),
          heads,
          view,
          changes,
        },
        unlocked.account.signing,
        unlocked.around.random,
      );
      written.push(each);
      return each.entry.id;
    };
    const { heads } = before.state;
    let act: EntryId;
    try {
      act = await write(await joined(heads, (some) => write(some, [])), request.changes as Change[]);
    } catch (error) {
      if (error instanceof EntryRefused && error.code === 'too-large') return failed('too-large');
      throw error;
    }
    const fresh = written.map(({ entry }) => ({ entry, position: null, generation: null }));
    const after = await unlocked.merged.including(unlocked, space, dossier, fresh, true);
    // What no device would take is not written: better to hear it now than never.
    if (after.merged.oversteps.some((each) => each.entry === act)) return failed('not-allowed');
    const readers =
      request.restrictedTo === undefined || !isNew
        ? null
        : [...new Set([...request.restrictedTo, unlocked.account.id])];
    const seen = readers === null ? [] : await seenNow(unlocked, ring.space, dossier);
    try {
      // Before the entry's own copy: whatever comes back after a crash comes back with its readers.
      if (readers !== null) await keepReaders(unlocked, ring.space, dossier, readers, seen);
      if (wish !== null) await keepWish(unlocked, space, dossier, wish);
      for (const { entry, bytes } of written)
        await keepCopy(unlocked, entry.id, bytes, entry.id === act ? request : {});
      if (!unlocked.alive) return failed('locked');
      const isLater = unlocked.engine.transaction(() => {
        const stands = after.keep(() => {
          for (const { entry, bytes } of written) insertUnsent(unlocked, entry, bytes);
        });
        noteDone(unlocked, request);
        if (readers !== null) insertReaders(unlocked, ring.space, dossier, readers, seen);
        if (wish !== null) insertWish(unlocked, space, dossier, wish);
        // One that is new is never put off: what it is decides who may read it.
        const isPutOff = !isNew && (!stands || isLarge(after.merged));
        if (isPutOff) projectLater(unlocked.engine, space, dossier);
        else projectDossier(unlocked.engine, after.merged);
        return isPutOff;
      });
      unlocked.due.soon(unlocked, isLater ? dossier : null);
    } catch (error) {
      // The store that refused may refuse this as well: why it refused is what must be heard.
      for (const { entry } of written) await dropCopy(unlocked, entry.id).catch(() => undefined);
      if (readers !== null) await dropReaders(unlocked, ring.space, dossier).catch(() => undefined);
      if (wish !== null) await forgetWish(unlocked, space, dossier).catch(() => undefined);
      const refused = storeFailure(error);
      if (refused !== null) return failed(refused);
      throw error;
    }
    unlocked.changed([dossier], [...new Set(request.changes.map((change) => change.kind))]);
    return done;
  });
}

/** Records from which on a dossier's rows take so long that whoever saves does not wait for them; they follow at once. */
const LARGE = 200;

const isLarge = ({ state }: Merged): boolean => state.records.size > LARGE;

interface Written {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** Whoever reads an entry is told where its hour cannot be right. */
export function clockMark({ clockAhead }: Unlocked): { clockAhead?: number } {
  return clockAhead === 0 ? {} : { clockAhead };
}

/** The time of an entry: this device's, as far as its clock stands within what any device takes (ms). */
export function timeToWrite(now: number): number {
  return Math.min(Math.max(0, now), LIMITS.time);
}

/**
 * Heads that one entry can name: where there are more than that, joins are written first, as many as it takes. So nobody
 * who wrote a thousand entries that know of nothing keeps others from writing.
 */
async function joined(
  heads: readonly EntryId[],
  join: (heads: readonly EntryId[]) => Promise<EntryId>,
): Promise<readonly EntryId[]> {
  let left = [...heads];
  while (left.length > LIMITS.heads)
    left = [...left.slice(LIMITS.heads), await join(left.slice(0, LIMITS.heads))];
  return left;
}

/** What this device has verified, as far as it concerns a dossier; null where nothing is known of its space. */
async function viewOf(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  { space, wish }: Beside,
): Promise<View | null> {
  if (space !== ring.space) return guestView(unlocked, ring, space);
  const row = shareRow(unlocked.engine, space, dossier);
  // A row of one that was received under the same number says nothing of this space's own.
  const peer = wish?.peer ?? (row?.owner === space ? row.peer : null);
  return ownView(unlocked, ring, peer);
}

/** Whether the head of a dossier is of a kind that every member reads. */
function isOpen({ dossier, changes }: SaveRequest): boolean {
  return changes.some(({ record, kind }) => record === dossier && kindOf(kind)?.open === true);
}

/** Notes who the dossier's next generation is for, in the database and, sealed, beside it; null for every member. */
export async function wantReaders(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  readers: readonly string[] | null,
  asked: Asked = {},
): Promise<Outcome<null>> {
  if (isDone(unlocked, asked)) return done;
  if (readers !== null) {
    const head = await rootOf(unlocked, ring.space, dossier);
    if (head !== null && kindOf(head.kind)?.open === true) return failed('cannot-be-closed');
  }
  const before = askedReaders(unlocked.engine, ring.space, dossier)?.seen;
  const seen = await seenNow(unlocked, ring.space, dossier, before);
  try {
    await keepReaders(unlocked, ring.space, dossier, readers, seen);
    if (!unlocked.alive) return failed('locked');
    unlocked.engine.transaction(() => {
      insertReaders(unlocked, ring.space, dossier, readers, seen);
      // Whoever looked at what was held before has decided.
      unlocked.engine.run('delete from held where id = ?', readersThing(ring.space, dossier));
      noteDone(unlocked, asked);
    });
  } catch (error) {
    const refused = storeFailure(error);
    if (refused !== null) return failed(refused);
    throw error;
  }
  return done;
}

const READERS = 'readers/';
const readersName = (space: string, dossier: string) => `${READERS}${space}/${dossier}`;

export function keepReaders(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  readers: readonly string[] | null,
  seen: Seen,
): Promise<void> {
  return unlocked.kept.put(readersName(space, dossier), { space, readers, seen });
}

function insertReaders(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  readers: readonly string[] | null,
  seen: Seen,
): void {
  unlocked.engine.run(
    'insert or replace into restriction(space, dossier, readers, seen) values(?, ?, ?, ?)',
    space,
    dossier,
    readersText(readers),
    JSON.stringify(seen),
  );
}

/** The server has the generation that was asked for: nothing waits any more. */
export function dropReaders(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<void> {
  return unlocked.kept.delete(readersName(space, dossier));
}

function insertUnsent(unlocked: Unlocked, entry: Entry, bytes: Uint8Array): void {
  unlocked.engine.run(
    'insert or ignore into entry(space, dossier, id, position, generation, bytes) values(?, ?, ?, null, null, ?)',
    entry.space,
    entry.dossier,
    entry.id,
    bytes,
  );
}

/** Keeps an entry that the program itself has written until it is sent, and does what goes `along` with it. */
export async function keepUnsent(
  unlocked: Unlocked,
  entry: Entry,
  bytes: Uint8Array,
  along: () => void,
): Promise<void> {
  await keepCopy(unlocked, entry.id, bytes);
  if (!unlocked.alive) return;
  unlocked.engine.transaction(() => {
    insertUnsent(unlocked, entry, bytes);
    along();
  });
}

const copyName = (id: EntryId) => `unsent/${id}`;

/** An entry's sealed copy, with the name of the request that it carries out. */
export async function keepCopy(
  unlocked: Unlocked,
  id: EntryId,
  bytes: Uint8Array,
  { asked }: Asked = {},
): Promise<void> {
  const name = copyName(id);
  const copy = asked === undefined ? bytes : encodeCanonical({ entry: bytes, asked });
  await unlocked.around.keep.put(name, await unlocked.outboxCipher.seal(encoder.encode(name), copy));
}

/** An entry alone is a list, one with its request a map. */
function readCopy(copy: Uint8Array): { bytes: Uint8Array } & Asked {
  const decoded = decodeCanonical(copy, { maxBytes: copy.length });
  if (!decoded.ok || Array.isArray(decoded.value)) return { bytes: copy };
  const { entry, asked } = decoded.value as { entry: Uint8Array; asked: string };
  return { bytes: entry, asked };
}

export async function dropCopy(unlocked: Unlocked, id: EntryId): Promise<void> {
  await unlocked.around.keep.delete(copyName(id));
}

/**
 * On opening: what was saved but not sent must be in the database, whatever happened to it. The readers of a case come
 * first, so that a restricted case never waits as an open one. Answers how many entries came back from their copies.
 */
export async function recoverUnsent(unlocked: Unlocked): Promise<number> {
  await recoverReaders(unlocked);
  await recoverWishes(unlocked);
  await recoverUploads(unlocked);
  await recoverReturned(unlocked);
  tryAll(unlocked);
  let recovered = 0;
  for (const name of await unlocked.around.keep.names('unsent/')) {
    const id = name.slice('unsent/'.length) as EntryId;
    if (unlocked.engine.get('select rid from entry where id = ?', id) !== null) continue;
    const sealed = await unlocked.around.keep.get(name);
    const opened = sealed === null ? null : await unlocked.outboxCipher.open(encoder.encode(name), sealed);
    if (opened === null || !opened.ok) continue;
    const copy = readCopy(opened.value);
    const entry = await readEntry(copy.bytes);
    if (!entry.ok || entry.value.id !== id) continue;
    const { space, dossier } = entry.value;
    const fresh = { entry: entry.value, position: null, generation: null };
    const lawful = await lawfulEntries(unlocked, space, dossier, [fresh]);
    unlocked.engine.transaction(() => {
      insertUnsent(unlocked, entry.value, copy.bytes);
      noteDone(unlocked, copy);
      projectDossier(unlocked.engine, lawful);
    });
    recovered++;
  }
  return recovered;
}

async function recoverReaders(unlocked: Unlocked): Promise<void> {
  for (const { name, value } of await unlocked.kept.all(READERS)) {
    const kept = value as { space: SpaceId; readers: string[] | null; seen?: Seen };
    // Copies from before what was seen was kept: they say nothing of it, and open nothing that was closed since.
    const { space, readers, seen = [] } = kept;
    const dossier = name.slice(name.lastIndexOf('/') + 1) as DossierId;
    if (name !== readersName(space, dossier)) {
      await keepReaders(unlocked, space, dossier, readers, seen);
      await unlocked.kept.delete(name);
    }
    if (askedReaders(unlocked.engine, space, dossier) === null)
      insertReaders(unlocked, space, dossier, readers, seen);
  }
}

/** A new random id for a record or dossier. */
export function newRecordId(unlocked: Unlocked): RecordId {
  return idText<RecordId>(unlocked.around.random(16));
}
