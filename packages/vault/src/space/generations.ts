import {
  type AccountId,
  type DossierId,
  type EntryCipher,
  equalBytes,
  type GenerationHeader,
  generationCipher,
  type MemberKeys,
  NO_BARS,
  openGeneration,
  readGeneration,
  Secret,
  startGeneration,
  verifyGeneration,
} from '@dayaq/sealing';
import { startOfDay } from '../days.ts';
import type { Unlocked } from '../unlocked.ts';
import type { Ring } from './ring.ts';

const CIPHERS_KEPT = 4096;

export interface KnownGeneration {
  header: GenerationHeader;
  bytes: Uint8Array;
  /** Null when it was not granted to this account. */
  key: Secret | null;
}

/**
 * Verifies a header that came from the server against the charter as it stood at `seq` (null: at any
 * time), and opens its key. Null: it is
 * not to be believed.
 */
export async function admitGeneration(
  ring: Ring,
  bytes: Uint8Array,
  seq: number | null,
): Promise<KnownGeneration | null> {
  const read = await readGeneration(bytes);
  if (!read.ok || read.value.space !== ring.space) return null;
  const author = ring.state.members.get(read.value.author);
  if (author === undefined || (seq !== null && !ring.couldWrite(author.account, seq))) return null;
  const verified = await verifyGeneration(bytes, author.signKey);
  if (!verified.ok) return null;
  const header = verified.value;
  const opened = await openGeneration(header, {
    epochKey: ring.epochKey(header.epoch),
    account: ring.account,
  });
  return { header, bytes, key: opened.ok ? opened.value : null };
}

export function storeGeneration(unlocked: Unlocked, known: KnownGeneration): void {
  unlocked.engine.run(
    'insert or replace into generation(space, dossier, generation, header, key, restricted) values(?, ?, ?, ?, ?, ?)',
    known.header.space,
    known.header.dossier,
    known.header.generation,
    known.bytes,
    known.key === null ? null : known.key.expose(),
    known.header.restricted ? 1 : 0,
  );
}

export async function newestGeneration(
  unlocked: Unlocked,
  dossier: DossierId,
): Promise<KnownGeneration | null> {
  const row = unlocked.engine.get<{ header: Uint8Array; key: Uint8Array | null }>(
    'select header, key from generation where dossier = ? order by generation desc limit 1',
    dossier,
  );
  return row === null ? null : readKnown(row);
}

/** A row of the table `generation`. */
export async function readKnown(row: {
  header: Uint8Array;
  key: Uint8Array | null;
}): Promise<KnownGeneration> {
  const header = await readGeneration(row.header);
  if (!header.ok) throw new Error('a stored generation header does not read');
  return { header: header.value, bytes: row.header, key: row.key === null ? null : new Secret(row.key) };
}

/** The cipher of a generation that is stored here with its key; null when this account was not granted it. */
export async function cipherOf(
  unlocked: Unlocked,
  dossier: DossierId,
  generation: number,
): Promise<EntryCipher | null> {
  const name = `${dossier}/${generation}`;
  const known = unlocked.ciphers.get(name);
  if (known !== undefined) return known;
  const row = unlocked.engine.get<{ key: Uint8Array | null }>(
    'select key from generation where dossier = ? and generation = ?',
    dossier,
    generation,
  );
  if (row === null || row.key === null) return null;
  // Kept before it is there: many entries of one dossier are opened at the same time.
  const cipher = generationCipher(new Secret(row.key));
  if (unlocked.ciphers.size >= CIPHERS_KEPT) {
    const oldest = unlocked.ciphers.keys().next().value;
    if (oldest !== undefined) unlocked.ciphers.delete(oldest);
  }
  unlocked.ciphers.set(name, cipher);
  return cipher;
}

/** Who may open a dossier by its newest generation: null for every member. */
export function readersOf(header: GenerationHeader): AccountId[] | null {
  if (!header.restricted) return null;
  return header.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
}

/** Whether a header continues the one before, started by somebody who could read that one. */
export function mayFollow(header: GenerationHeader, before: GenerationHeader): boolean {
  const { previous } = header;
  if (header.generation !== before.generation + 1) return false;
  if (previous === null || !equalBytes(previous, before.hash)) return false;
  const readers = readersOf(before);
  return readers === null || readers.includes(header.author);
}

/** The restriction that the next generation must carry: one asked for here, or the newest generation's own. */
export function wantedReaders(
  unlocked: Unlocked,
  dossier: DossierId,
  newest: GenerationHeader | null,
): AccountId[] | null {
  const row = unlocked.engine.get<{ readers: string }>(
    'select readers from restriction where dossier = ?',
    dossier,
  );
  if (row !== null) return row.readers === 'all' ? null : (JSON.parse(row.readers) as AccountId[]);
  return newest === null ? null : readersOf(newest);
}

export type Writable =
  | { ok: true; generation: number; cipher: EntryCipher; started: KnownGeneration | null }
  | { ok: false; why: 'not-ready' | 'not-granted' };

/**
 * The generation that the next entry of a dossier is sealed under: its newest, or a new one when a member was removed
 * since, when the restriction changes, or when there is none.
 */
export async function writableGeneration(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
): Promise<Writable> {
  const newest = await newestGeneration(unlocked, dossier);
  const pending = unlocked.engine.get('select dossier from restriction where dossier = ?', dossier) !== null;
  const epoch = ring.state.epoch.number;
  if (newest !== null && newest.header.epoch === epoch && !pending) {
    const cipher = await cipherOf(unlocked, dossier, newest.header.generation);
    if (cipher === null) return { ok: false, why: 'not-granted' };
    return { ok: true, generation: newest.header.generation, cipher, started: null };
  }
  const epochKey = ring.epochKey(epoch);
  if (epochKey === null) return { ok: false, why: 'not-ready' };
  if (newest !== null && newest.key === null) return { ok: false, why: 'not-granted' };
  const readers = wantedReaders(unlocked, dossier, newest?.header ?? null);
  const started = await startGeneration({
    space: ring.space,
    dossier,
    epoch,
    epochKey,
    author: unlocked.account,
    time: startOfDay(unlocked.around.now()),
    restrictedTo: readers === null ? null : keysOf(ring, readers),
    previous: newest === null || newest.key === null ? null : { header: newest.header, key: newest.key },
    barred: newest?.header.barred ?? NO_BARS,
    random: unlocked.around.random,
  });
  return {
    ok: true,
    generation: started.header.generation,
    cipher: await generationCipher(started.key),
    started: { header: started.header, bytes: started.bytes, key: started.key },
  };
}

/** The keys of those of these accounts that are members now. */
export function keysOf(ring: Ring, readers: readonly AccountId[]): MemberKeys[] {
  const wanted = new Set(readers);
  return ring.members.filter((member) => wanted.has(member.account));
}
