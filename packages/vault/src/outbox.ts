import { kindOf } from '@dayaq/domain';
import { type Entry, readEntry, type RecordState } from '@dayaq/journal';
import {
  decodeCanonical,
  type DossierId,
  encodeCanonical,
  type EntryId,
  idText,
  type RecordId,
  type SpaceId,
} from '@dayaq/sealing';
import type { Asked, Outcome } from './client.ts';
import { isDone, noteDone } from './done-once.ts';
import { done, failed, storeFailure } from './failure.ts';
import { lawfulEntries } from './lawful.ts';
import { projectDossier } from './projection.ts';
import type { Ring } from './space/ring.ts';
import { askedReaders, readersText, type Seen, seenNow } from './space/readers-asked.ts';
import { rootOf } from './sharing/root.ts';
import { recoverWishes } from './sharing/wish.ts';
import { readersThing, recoverReturned, tryAll } from './sync/held.ts';
import { recoverUploads } from './sync/uploads.ts';
import type { Unlocked } from './unlocked.ts';

const encoder = new TextEncoder();

/** An entry that was signed, with its bytes. */
export interface Written {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** What is kept beside the database of an entry: it, and which request it carries out. */
export type Copy = Written & Asked;

/** Notes who the dossier's next generation is for, in the database and, sealed, beside it; null for every member. */
export async function wantReaders(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  readers: readonly string[] | null,
  asked: Asked = {},
): Promise<Outcome<null>> {
  if (isDone(unlocked, asked)) return done;
  const head = await rootOf(unlocked, ring.space, dossier);
  const kind = head === null ? undefined : kindOf(head.kind);
  if (readers !== null && kind?.open === true) return failed('cannot-be-closed');
  if (readers === null && kind?.closed === true) return failed('cannot-be-opened');
  if (head !== null && readers !== null && isConcerned(head, readers)) return failed('concerns-them');
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

/** Whether a dossier would be opened to somebody whom it is about, by any value that stands. */
function isConcerned({ kind, fields }: RecordState, readers: readonly string[]): boolean {
  const said = fields.get(kindOf(kind)?.concerns ?? '');
  if (said === undefined) return false;
  return [said, ...said.alternatives].some(
    ({ value }) => typeof value === 'string' && readers.includes(value),
  );
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

export function insertReaders(
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

export function insertUnsent(unlocked: Unlocked, entry: Entry, bytes: Uint8Array): void {
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
export async function keepCopy(unlocked: Unlocked, id: EntryId, bytes: Uint8Array): Promise<void> {
  await unlocked.around.keep.put(...(await sealedCopy(unlocked, id, bytes)));
}

async function sealedCopy(
  { outboxCipher }: Unlocked,
  id: EntryId,
  bytes: Uint8Array,
  asked?: string,
): Promise<[string, Uint8Array]> {
  const name = copyName(id);
  const copy = asked === undefined ? bytes : encodeCanonical({ entry: bytes, asked });
  return [name, await outboxCipher.seal(encoder.encode(name), copy)];
}

/** An entry alone is a list, one with its request a map. */
function readCopy(copy: Uint8Array): { bytes: Uint8Array } & Asked {
  const decoded = decodeCanonical(copy, { maxBytes: copy.length });
  if (!decoded.ok || Array.isArray(decoded.value)) return { bytes: copy };
  const { entry, asked } = decoded.value as { entry: Uint8Array; asked: string };
  return { bytes: entry, asked };
}

/** Several at once, which costs the store little more than one. */
export async function keepCopies(unlocked: Unlocked, copies: readonly Copy[]): Promise<void> {
  const sealed = await Promise.all(
    copies.map(({ entry, bytes, asked }) => sealedCopy(unlocked, entry.id, bytes, asked)),
  );
  const [only] = sealed;
  if (only !== undefined && sealed.length === 1) await unlocked.around.keep.put(...only);
  else await unlocked.around.keep.putAll(sealed);
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
