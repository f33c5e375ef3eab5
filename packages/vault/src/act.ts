import { kindOf } from '@dayaq/domain';
import { type Change, EntryRefused, LIMITS, writeEntry } from '@dayaq/journal';
import { type DossierId, type EntryId, ID_BYTES, readId, type SpaceId, type View } from '@dayaq/sealing';
import type { Id, Outcome, SaveRequest, SaveTogether } from './client.ts';
import { isApart } from './apart.ts';
import { isDone, noteDone } from './done-once.ts';
import { done, failed, storeFailure } from './failure.ts';
import { projectLater } from './due.ts';
import { isErased } from './erasure/erased.ts';
import type { Including, Merged } from './merged.ts';
import { projectDossier } from './projection.ts';
import { standingGeneration } from './space/generations.ts';
import type { Ring } from './space/ring.ts';
import { type Seen, seenNow } from './space/readers-asked.ts';
import { guestView, ownView } from './history/own-view.ts';
import { shareRow } from './sharing/rows.ts';
import { forgetWish, insertWish, keepWish, type Wish } from './sharing/wish.ts';
import { mayWrite, type Unlocked } from './unlocked.ts';
import {
  type Copy,
  dropCopy,
  dropReaders,
  insertReaders,
  insertUnsent,
  keepCopies,
  keepReaders,
  type Written,
} from './outbox.ts';

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
    const prepared = await prepareAct(unlocked, ring, request, beside);
    return prepared.ok ? keepActs(unlocked, ring, [prepared.value]) : prepared;
  });
}

/** Acts that `saveActs` takes at a time: each call ends soon, so that whoever waits sees it move and can stop it. */
export const ACTS_TOGETHER = 250;

/**
 * Several acts of one space, each of a dossier of its own, kept together or not at all, as lasting as `saveAct`. Of a request
 * that `begins`, a dossier that is here already is left as it stands, also a deleted one. Answers the dossiers that were
 * written. Failures are those of `saveAct`; `too-large` also for more than `ACTS_TOGETHER`.
 */
export function saveActs(
  unlocked: Unlocked,
  ring: Ring,
  requests: readonly SaveTogether[],
): Promise<Outcome<Id[]>> {
  return unlocked.lane.run(async () => {
    if (requests.length > ACTS_TOGETHER) return failed('too-large');
    const prepared: Prepared[] = [];
    const written: Id[] = [];
    for (const { begins, ...request } of requests) {
      if (isDone(unlocked, request)) {
        written.push(request.dossier);
        continue;
      }
      const each = await prepareAct(unlocked, ring, request, { space: ring.space, wish: null }, begins);
      if (each.ok) {
        prepared.push(each.value);
        written.push(request.dossier);
      } else if (each.failure.code !== 'already-here') return each;
    }
    const kept = await keepActs(unlocked, ring, prepared);
    return kept.ok ? { ok: true, value: written } : kept;
  });
}

/** An act that was signed and is kept nowhere yet. */
interface Prepared {
  readonly request: SaveRequest;
  readonly beside: Beside;
  readonly written: readonly Written[];
  readonly after: Including;
  readonly isNew: boolean;
}

/** @param begins the dossier must not be here: else `already-here` */
async function prepareAct(
  unlocked: Unlocked,
  ring: Ring,
  request: SaveRequest,
  beside: Beside,
  begins: boolean = beside.wish !== null,
): Promise<Outcome<Prepared>> {
  if (!mayWrite(ring)) return failed('not-allowed');
  if (!readId<DossierId>(request.dossier, ID_BYTES).ok) return failed('not-found');
  if (request.changes.length > LIMITS.changes) return failed('too-large');
  const dossier = request.dossier as DossierId;
  if (request.restrictedTo !== undefined && isOpen(request)) return failed('cannot-be-closed');
  const { space } = beside;
  // What was destroyed, was set apart or is others' alone does not come again with the list that it once came from.
  if (isErased(unlocked.engine, space, dossier)) return failed(begins ? 'already-here' : 'not-found');
  if (isApart(unlocked.engine, space, dossier)) return failed(begins ? 'already-here' : 'set-apart');
  if (begins && (await isOthers(unlocked, space, dossier))) return failed('already-here');
  const before = await unlocked.merged.of(unlocked, space, dossier);
  const isNew = before.entries.length === 0;
  if (isNew && request.restrictedTo === undefined && isClosed(request)) return failed('cannot-be-opened');
  if (isNew && isForConcerned(request)) return failed('concerns-them');
  if (begins && !isNew) return failed('already-here');
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
  return { ok: true, value: { request, beside, written, after, isNew } };
}

/** Whether a dossier stands in the log that this account cannot open. */
async function isOthers(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<boolean> {
  const standing = await standingGeneration(unlocked, space, dossier);
  return standing !== null && standing.key === null;
}

/** Keeps acts, each of another dossier, all of them or none. */
async function keepActs(
  unlocked: Unlocked,
  ring: Ring,
  prepared: readonly Prepared[],
): Promise<Outcome<null>> {
  // The act itself is written last, upon those that join what stood before it.
  const copies = prepared.flatMap(({ request: { asked }, written }) =>
    written.map((each, i): Copy => ({ ...each, ...(i === written.length - 1 ? { asked } : {}) })),
  );
  const closing = await Promise.all(
    prepared.flatMap(({ request: { restrictedTo, dossier }, isNew }) =>
      restrictedTo === undefined || !isNew
        ? []
        : [readersToKeep(unlocked, ring.space, dossier as DossierId, restrictedTo)],
    ),
  );
  const wishes = prepared.flatMap(({ request, beside: { space, wish } }) =>
    wish === null ? [] : [{ space, dossier: request.dossier as DossierId, wish }],
  );
  try {
    // Before the entry's own copy: whatever comes back after a crash comes back with its readers.
    for (const { dossier, readers, seen } of closing)
      await keepReaders(unlocked, ring.space, dossier, readers, seen);
    for (const { space, dossier, wish } of wishes) await keepWish(unlocked, space, dossier, wish);
    await keepCopies(unlocked, copies);
    if (!unlocked.alive) return failed('locked');
    const later = unlocked.engine.transaction(() => {
      const putOff = prepared.filter(({ written, after, isNew, beside: { space } }) => {
        const stands = after.keep(() => {
          for (const { entry, bytes } of written) insertUnsent(unlocked, entry, bytes);
        });
        // One that is new is never put off: what it is decides who may read it.
        const isPutOff = !isNew && (!stands || isLarge(after.merged));
        if (isPutOff) projectLater(unlocked.engine, space, after.merged.dossier);
        else projectDossier(unlocked.engine, after.merged);
        return isPutOff;
      });
      for (const { dossier, readers, seen } of closing)
        insertReaders(unlocked, ring.space, dossier, readers, seen);
      for (const { space, dossier, wish } of wishes) insertWish(unlocked, space, dossier, wish);
      for (const { request } of prepared) noteDone(unlocked, request);
      return putOff.map(({ after }) => after.merged.dossier);
    });
    for (const dossier of later.length > 0 ? later : [null]) unlocked.due.soon(unlocked, dossier);
  } catch (error) {
    // The store that refused may refuse this as well: why it refused is what must be heard.
    for (const { entry } of copies) await dropCopy(unlocked, entry.id).catch(() => undefined);
    for (const { dossier } of closing)
      await dropReaders(unlocked, ring.space, dossier).catch(() => undefined);
    for (const { space, dossier } of wishes)
      await forgetWish(unlocked, space, dossier).catch(() => undefined);
    const refused = storeFailure(error);
    if (refused !== null) return failed(refused);
    throw error;
  }
  if (prepared.length > 0) {
    const kinds = prepared.flatMap(({ request }) => request.changes.map((change) => change.kind));
    unlocked.changed(
      prepared.map(({ request }) => request.dossier as DossierId),
      [...new Set(kinds)],
    );
  }
  return done;
}

/** Who may read a new dossier, the author among them, and what is seen of that now. */
async function readersToKeep(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  restrictedTo: readonly string[],
): Promise<{ dossier: DossierId; readers: string[]; seen: Seen }> {
  const readers = [...new Set([...restrictedTo, unlocked.account.id])];
  return { dossier, readers, seen: await seenNow(unlocked, space, dossier) };
}

/** Records from which on a dossier's rows take so long that whoever saves does not wait for them; they follow at once. */
const LARGE = 200;

const isLarge = ({ state }: Merged): boolean => state.records.size > LARGE;

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

/** Whether a dossier would begin with somebody among its readers whom it is about. */
function isForConcerned({ dossier, changes, restrictedTo = [] }: SaveRequest): boolean {
  return changes.some(({ record, kind, fields }) => {
    const said = record === dossier ? fields[kindOf(kind)?.concerns ?? ''] : undefined;
    return said !== undefined && 'set' in said && restrictedTo.some((reader) => reader === said.set);
  });
}

/** Whether the head of a dossier is of a kind that has named readers, always. */
function isClosed({ dossier, changes }: SaveRequest): boolean {
  return changes.some(({ record, kind }) => record === dossier && kindOf(kind)?.closed === true);
}
