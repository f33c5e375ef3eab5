import { kindOf } from '@dayaq/domain';
import {
  type AccountId,
  derivedDossier,
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
  type SpaceId,
  startGeneration,
  verifyGeneration,
} from '@dayaq/sealing';
import { startOfDay } from '../days.ts';
import { ownView } from '../history/own-view.ts';
import type { OpenDevice } from '../open-device.ts';
import { isTaken } from './taken-numbers.ts';
import type { KnownGeneration } from './known-generation.ts';
import { epochAt, signKeyIn } from './membership.ts';
import { dueReaders, readersOf } from './readers-asked.ts';
import type { Ring } from './ring.ts';

const CIPHERS_KEPT = 4096;

/**
 * Verifies a header that came from the server against the charter as it stood at `seq`, and opens its key. Null: it is not
 * to be believed, and no honest server would have stored it.
 */
export async function admitGeneration(
  ring: Ring,
  bytes: Uint8Array,
  seq: number,
): Promise<KnownGeneration | null> {
  const read = await readGeneration(bytes);
  if (!read.ok || read.value.space !== ring.space) return null;
  const { author, epoch } = read.value;
  const signKey = signKeyIn(ring.state, author);
  if (signKey === null || !ring.couldWrite(author, seq) || epoch !== epochAt(ring.state, seq)) return null;
  const verified = await verifyGeneration(bytes, signKey);
  if (!verified.ok) return null;
  const header = verified.value;
  const epochKey = ring.epochKey(epoch);
  const opened = await openGeneration(header, { epochKey, account: ring.account });
  return {
    header,
    bytes,
    key: opened.ok ? opened.value : null,
    void: !opened.ok && !header.restricted && epochKey !== null,
  };
}

/** Stores a generation; `position` is where its header stands in the log, or at or below which it does. */
export function storeGeneration(unlocked: OpenDevice, known: KnownGeneration, position: number): void {
  unlocked.engine.run(
    `insert or replace into generation(space, dossier, generation, header, key, restricted, epoch, position, void)
     values(?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    known.header.space,
    known.header.dossier,
    known.header.generation,
    known.bytes,
    known.key === null ? null : known.key.expose(),
    known.header.restricted ? 1 : 0,
    known.header.epoch,
    position,
    known.void ? 1 : 0,
  );
}

interface Row extends Record<string, null | number | string | Uint8Array> {
  header: Uint8Array;
  key: Uint8Array | null;
  void: number;
}

/** The newest header of a dossier, also one that is void: what the next one follows. */
export function newestGeneration(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
): Promise<KnownGeneration | null> {
  return oneGeneration(unlocked, space, dossier, 'order by generation desc');
}

/** The newest generation of a dossier that is of use: what is written goes under it, and who may read is said by it. */
export function standingGeneration(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
): Promise<KnownGeneration | null> {
  return oneGeneration(unlocked, space, dossier, 'and void = 0 order by generation desc');
}

/** The generation under which a dossier began, as far as it is of use. */
export function firstGeneration(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
): Promise<KnownGeneration | null> {
  return oneGeneration(unlocked, space, dossier, 'and void = 0 order by generation');
}

/** The newest generation that is of use and stands before a place in the log; null where the dossier came later. */
export function generationBehind(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  position: number,
): Promise<KnownGeneration | null> {
  return oneGeneration(
    unlocked,
    space,
    dossier,
    'and void = 0 and position < ? order by generation desc',
    position,
  );
}

/** The first generation of a dossier that the end of the query, with its parameters, leaves. */
async function oneGeneration(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  which: string,
  ...parameters: number[]
): Promise<KnownGeneration | null> {
  const row = unlocked.engine.get<Row>(
    `select header, key, void from generation where space = ? and dossier = ? ${which} limit 1`,
    space,
    dossier,
    ...parameters,
  );
  return row === null ? null : readKnown(row);
}

/** A row of the table `generation`. */
export async function readKnown(row: {
  header: Uint8Array;
  key: Uint8Array | null;
  void: number;
}): Promise<KnownGeneration> {
  const header = await readGeneration(row.header);
  if (!header.ok) throw new Error('a stored generation header does not read');
  const key = row.key === null ? null : new Secret(row.key);
  return { header: header.value, bytes: row.header, key, void: row.void === 1 };
}

/** One header of a dossier that is of use; null where it is not here. */
export async function usableHeader(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  generation: number,
): Promise<GenerationHeader | null> {
  const known = await oneGeneration(unlocked, space, dossier, 'and generation = ? and void = 0', generation);
  return known === null ? null : known.header;
}

/** One header of a dossier, void or not; null where it is not here. */
export async function headerOf(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  generation: number,
): Promise<GenerationHeader | null> {
  const row = unlocked.engine.get<{ header: Uint8Array }>(
    'select header from generation where space = ? and dossier = ? and generation = ?',
    space,
    dossier,
    generation,
  );
  const read = row === null ? null : await readGeneration(row.header);
  return read?.ok === true ? read.value : null;
}

/**
 * The epoch of a generation that was the newest of its dossier for what stands at a position of the log; null where another
 * one was.
 */
export function epochOfNewestAt(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  generation: number,
  position: number,
): number | null {
  const row = unlocked.engine.get<{ generation: number; epoch: number }>(
    `select generation, epoch from generation where space = ? and dossier = ? and position < ?
      order by generation desc limit 1`,
    space,
    dossier,
    position,
  );
  return row?.generation === generation ? row.epoch : null;
}

/** The cipher of a generation that is stored here with its key; null when this account was not granted it. */
export async function cipherOf(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  generation: number,
): Promise<EntryCipher | null> {
  const name = `${space}/${dossier}/${generation}`;
  const known = unlocked.ciphers.get(name);
  if (known !== undefined) return known;
  const row = unlocked.engine.get<{ key: Uint8Array | null }>(
    'select key from generation where space = ? and dossier = ? and generation = ? and void = 0',
    space,
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

/**
 * Whether a header continues the newest one, started by somebody who could read the last that was of use: whoever was
 * excluded can sign a header, but not one that counts.
 */
export function mayFollow(
  header: GenerationHeader,
  newest: GenerationHeader,
  standing: GenerationHeader | null,
): boolean {
  const { previous } = header;
  if (header.generation !== newest.generation + 1) return false;
  if (previous === null || !equalBytes(previous, newest.hash)) return false;
  const readers = standing === null ? null : readersOf(standing);
  return readers === null || readers.includes(header.author);
}

/** A generation that is to be sent before what is written under it. */
export interface StartedGeneration extends KnownGeneration {
  /** The `restriction` row that it carries out, by the row's own text. `isWhole`: nothing of that is left. */
  asked: { text: string; isWhole: boolean } | null;
}

export type Writable =
  | { ok: true; generation: number; cipher: EntryCipher; started: StartedGeneration | null }
  | { ok: false; why: 'not-ready' | 'not-granted' };

/**
 * The generation that the next entry of a dossier is sealed under: its newest, or a new one when a member was removed
 * since, when the restriction changes, when numbers in it are taken, or when there is none.
 */
export async function writableGeneration(
  unlocked: OpenDevice,
  ring: Ring,
  dossier: DossierId,
): Promise<Writable> {
  const newest = await newestGeneration(unlocked, ring.space, dossier);
  if (isNewerNamed(unlocked, ring.space, dossier, newest?.header.generation ?? 0))
    return { ok: false, why: 'not-ready' };
  const standing = await standingGeneration(unlocked, ring.space, dossier);
  const due = await dueReaders(unlocked, ring.space, dossier, standing);
  const epoch = ring.state.epoch.number;
  const taken = isTaken(unlocked, ring.space, dossier, newest?.header.generation ?? 0);
  if (taken === 'later') return { ok: false, why: 'not-ready' };
  const isFit = standing?.header.epoch === epoch && newest?.void === false && taken === 'no';
  if (standing !== null && isFit && due === null) {
    const { generation } = standing.header;
    const cipher = await cipherOf(unlocked, ring.space, dossier, generation);
    if (cipher === null) return { ok: false, why: 'not-granted' };
    return { ok: true, generation, cipher, started: null };
  }
  const epochKey = ring.epochKey(epoch);
  if (epochKey === null) return { ok: false, why: 'not-ready' };
  if (standing !== null && standing.key === null) return { ok: false, why: 'not-granted' };
  const readers = due === null ? readersBy(standing) : due.readers;
  const started = await startGeneration({
    space: ring.space,
    dossier,
    epoch,
    epochKey,
    author: unlocked.account,
    time: startOfDay(unlocked.around.now()),
    restrictedTo: readers === null ? null : keysOf(ring, readers),
    previous:
      standing === null || standing.key === null ? null : { header: standing.header, key: standing.key },
    after: newest?.header ?? null,
    open: await isOpenForGood(unlocked, ring.space, dossier, standing?.header ?? null),
    view: await ownView(unlocked, ring, null),
    barred: newest?.header.barred ?? NO_BARS,
    restates: due?.restates ?? [],
    random: unlocked.around.random,
  });
  return {
    ok: true,
    generation: started.header.generation,
    cipher: await generationCipher(started.key),
    started: { ...started, void: false, asked: due && { text: due.asked.text, isWhole: due.isWhole } },
  };
}

const readersBy = (standing: KnownGeneration | null): AccountId[] | null =>
  standing === null ? null : readersOf(standing.header);

/** Whether this account was named in a newer generation than the newest that is here: it may be read by others than this one. */
function isNewerNamed({ engine }: OpenDevice, space: SpaceId, dossier: DossierId, newest: number): boolean {
  return (
    engine.get(
      'select 1 from wanted where space = ? and dossier = ? and generation > ?',
      space,
      dossier,
      newest,
    ) !== null
  );
}

/** Whether a dossier is every member's for good: by its first generation, or, before there is one, by what it is. */
async function isOpenForGood(
  { engine }: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  standing: GenerationHeader | null,
): Promise<boolean> {
  if (standing !== null) return standing.open;
  if (dossier === (await derivedDossier(space, 'roster'))) return true;
  const root = engine.get<{ kind: string }>('select kind from dossier where id = ?', dossier);
  return root !== null && kindOf(root.kind)?.open === true;
}

/** The keys of those of these accounts that are members now. */
export function keysOf(ring: Ring, readers: readonly AccountId[]): MemberKeys[] {
  const wanted = new Set(readers);
  return ring.members.filter((member) => wanted.has(member.account));
}
