import { equalBytes } from './bytes.ts';
import { hashOf } from './hash.ts';
import { type DossierId, HASH_BYTES, idBytes, idText, type LogId, type SpaceId } from './ids.ts';
import { asBytes, Fields } from './shape.ts';

/** How far a device had verified a space's log when it signed something: the last item there and the hash that runs up to it. */
export interface LogPlace {
  readonly log: LogId;
  /** The last item's; 0 before the first. */
  readonly position: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

/** What an author's device had verified when it signed an entry or a generation: every signed thing names it. */
export interface View {
  /** Of the log of the thing's own space; null for whoever is not a member there and is not shown its log. */
  readonly place: LogPlace | null;
  /** The head of the charter of the thing's own space, 32 bytes. */
  readonly charter: Uint8Array;
  /** The head of the other space's charter, where two spaces read the dossier; else null. */
  readonly peer: Uint8Array | null;
}

/** What a device that was not shown the log yet names as its identity. */
const NO_LOG: LogId = idText<LogId>(new Uint8Array(16));

function number64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** The running hash of an empty log, 32 bytes. */
export function logStart(space: SpaceId): Promise<Uint8Array> {
  return hashOf('log-start', idBytes(space));
}

/** The place of whoever has verified nothing of a space's log. */
export async function placeAtStart(space: SpaceId): Promise<LogPlace> {
  return { log: NO_LOG, position: 0, hash: await logStart(space) };
}

/** What a charter act is in the log: `head` is the charter's head with it. */
export function charterLeaf(head: Uint8Array): Promise<Uint8Array> {
  return hashOf('log-charter', head);
}

/** What a generation header is in the log: `hash` is the whole header's. */
export function generationLeaf(hash: Uint8Array): Promise<Uint8Array> {
  return hashOf('log-generation', hash);
}

/** What an entry is in the log. Its id stands for what it says and who signed it, so nothing sealed is hashed. */
export function entryLeaf(
  dossier: DossierId | Uint8Array,
  generation: number,
  id: Uint8Array,
): Promise<Uint8Array> {
  const place = typeof dossier === 'string' ? idBytes(dossier) : dossier;
  return hashOf('log-entry', place, number64(generation), id);
}

/** The running hash after one more item: `leaf` is all that is known of an item that is closed to this device. */
export function nextLogHash(before: Uint8Array, position: number, leaf: Uint8Array): Promise<Uint8Array> {
  return hashOf('log-next', before, number64(position), leaf);
}

export function samePlace(a: LogPlace, b: LogPlace): boolean {
  return a.log === b.log && a.position === b.position && equalBytes(a.hash, b.hash);
}

export function writePlace(place: LogPlace | null): unknown {
  return place === null ? null : { log: idBytes(place.log), position: place.position, hash: place.hash };
}

export function readPlace(value: unknown): LogPlace | null {
  if (value === null) return null;
  const f = new Fields(value, 'place', ['log', 'position', 'hash']);
  return { log: f.id<LogId>('log'), position: f.int('position', 0), hash: f.bytes('hash', HASH_BYTES) };
}

export function writeView(view: View): unknown {
  return { place: writePlace(view.place), charter: view.charter, peer: view.peer };
}

export function readView(value: unknown): View {
  const f = new Fields(value, 'view', ['place', 'charter', 'peer']);
  const peer = f.raw('peer');
  return {
    place: readPlace(f.raw('place')),
    charter: f.bytes('charter', HASH_BYTES),
    peer: peer === null ? null : asBytes(peer, 'peer', HASH_BYTES),
  };
}
