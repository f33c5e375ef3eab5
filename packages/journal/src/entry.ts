import {
  type AccountId,
  asBytes,
  asId,
  asList,
  type DossierId,
  type EntryId,
  encodeCanonical,
  Fields,
  hashOf,
  idBytes,
  idText,
  isRecord,
  ok,
  type Randomness,
  type RecordId,
  type Result,
  readShape,
  readView,
  refuse,
  type SealingErrorCode,
  SIGNATURE_BYTES,
  type SignatureCheck,
  type SigningKeys,
  type SpaceId,
  systemRandomness,
  verifySignature,
  writeView,
} from '@dayaq/sealing/verify';
import { type Change, DELETED_FIELD, type Entry, type FieldOp, LIMITS, type Value } from './types.ts';

const VERSION = 1;
const NONCE_BYTES = 16;
const SIGN_LABEL = 'entry';
const NAME = /^[a-z][a-zA-Z0-9-]{0,39}$/;

function writeChange(change: Change): unknown {
  const written = { k: change.kind, r: idBytes(change.record), f: change.fields };
  return change.deleted === undefined ? written : { ...written, x: change.deleted };
}

/** What every object answers to. A map with such a key may break whoever only prints it. */
const EVERY_OBJECT: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Counts the elements of one entry. */
class Elements {
  #count = 0;

  take(count: number): void {
    if (count > LIMITS.elements) refuse('a list or map is too long', 'too-large');
    this.#count += count;
    if (this.#count > LIMITS.entryElements) refuse('too many elements in one entry', 'too-large');
  }
}

/** Refuses what is over a bound; the canonical decoder has already refused what is no value at all. */
function readValue(value: unknown, depth: number, elements: Elements): Value {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') {
    return value.length <= LIMITS.text ? value : refuse('a text is too long', 'too-large');
  }
  if (depth >= LIMITS.depth) return refuse('a value is too deep', 'too-large');
  if (Array.isArray(value)) {
    elements.take(value.length);
    for (const element of value) readValue(element, depth + 1, elements);
    return value as Value[];
  }
  if (!isRecord(value)) return refuse('bytes are no value');
  const keys = Object.keys(value);
  elements.take(keys.length);
  for (const key of keys) {
    if (key.length > LIMITS.text) refuse('a text is too long', 'too-large');
    if (EVERY_OBJECT.has(key)) refuse('a key that every object has');
    readValue(value[key], depth + 1, elements);
  }
  return value as { readonly [key: string]: Value };
}

function readTexts(value: unknown, name: string, elements: Elements): readonly string[] {
  const list = asList(value, name, 0, LIMITS.elements);
  elements.take(list.length);
  for (const text of list) {
    if (typeof text !== 'string') refuse(`${name}: not a text`);
    if (text.length > LIMITS.text) refuse(`${name}: a text is too long`, 'too-large');
  }
  return list as readonly string[];
}

function readOp(value: unknown, elements: Elements): FieldOp {
  if (!isRecord(value)) return refuse('a field operation is a map');
  if (Object.hasOwn(value, 'set')) {
    if (Object.keys(value).length !== 1) refuse('a field is set or its elements change, not both');
    return { set: readValue(value['set'], 0, elements) };
  }
  const f = new Fields(value, 'operation', ['add', 'del']);
  return { add: readTexts(f.raw('add'), 'add', elements), del: readTexts(f.raw('del'), 'del', elements) };
}

function readName(value: unknown, what: string): string {
  if (typeof value !== 'string' || !NAME.test(value) || EVERY_OBJECT.has(value))
    refuse(`${what}: not a name`);
  return value;
}

function readChange(value: unknown, elements: Elements): Change {
  if (!isRecord(value)) return refuse('a change is a map');
  const marked = Object.hasOwn(value, 'x');
  const f = new Fields(value, 'change', marked ? ['k', 'r', 'f', 'x'] : ['k', 'r', 'f']);
  const kind = readName(f.raw('k'), 'kind');
  const record = f.id<RecordId>('r');
  const raw = f.raw('f');
  if (!isRecord(raw)) return refuse('fields are a map');
  const names = Object.keys(raw);
  if (names.length > LIMITS.fields) return refuse('too many fields', 'too-large');
  const fields: Record<string, FieldOp> = {};
  for (const name of names) {
    if (name === DELETED_FIELD) refuse('the field "deleted" is reserved');
    fields[readName(name, 'field')] = readOp(raw[name], elements);
  }
  return marked ? { kind, record, fields, deleted: f.flag('x') } : { kind, record, fields };
}

const CONTENT_FIELDS = ['s', 'd', 'a', 't', 'n', 'h', 'v', 'c'];
/** Days: from one end of the times that an entry may have to the other. */
const MOST_DAYS = Math.ceil(LIMITS.time / 86_400_000);

/** A clock that is right says nothing: there is one way to write each entry. */
function readDays(f: Fields): number {
  const days = f.int('o', -MOST_DAYS, MOST_DAYS);
  return days === 0 ? refuse('a clock that is right is not named') : days;
}

function readContent(value: unknown): Omit<Entry, 'id'> {
  if (!isRecord(value)) return refuse('content is a map');
  const isOff = Object.hasOwn(value, 'o');
  const f = new Fields(value, 'content', isOff ? [...CONTENT_FIELDS, 'o'] : CONTENT_FIELDS);
  f.bytes('n', NONCE_BYTES);
  const heads = f.list('h', 0, LIMITS.heads).map((head) => asId<EntryId>(head, 'heads', 32));
  const sorted = heads.every((head, i) => i === 0 || head > (heads[i - 1] as EntryId));
  if (!sorted) refuse('heads are sorted, each named once');
  const elements = new Elements();
  return {
    space: f.hashId<SpaceId>('s'),
    dossier: f.id<DossierId>('d'),
    author: f.id<AccountId>('a'),
    time: f.int('t', 0, LIMITS.time),
    ...(isOff ? { clockAhead: readDays(f) } : {}),
    heads,
    view: readView(f.raw('v')),
    changes: f
      .list('c', heads.length > 0 ? 0 : 1, LIMITS.changes)
      .map((change) => readChange(change, elements)),
  };
}

interface Signed {
  readonly content: Uint8Array;
  readonly signature: Uint8Array;
}

function readSigned(bytes: Uint8Array): Result<Signed> {
  return readShape(bytes, LIMITS.entryBytes, (value) => {
    if (asList(value, 'entry', 1, 8)[0] !== VERSION)
      refuse('an entry of another version', 'unsupported-version');
    const [, content, signature] = asList(value, 'entry', 3, 3);
    return {
      content: asBytes(content, 'content', 1, LIMITS.entryBytes),
      signature: asBytes(signature, 'signature', SIGNATURE_BYTES),
    };
  });
}

/** An entry whose structure was read, and how to ask whether its author signed it. */
export interface SignedEntry {
  readonly entry: Entry;
  signedBy(signKey: Uint8Array, check?: SignatureCheck): Promise<boolean>;
}

/**
 * Reads an entry's structure and bounds and computes its id, once, for whoever then looks the author's key up.
 * Errors: `malformed`, `too-large`, `unsupported-version`.
 */
export async function readSignedEntry(bytes: Uint8Array): Promise<Result<SignedEntry>> {
  const signed = readSigned(bytes);
  if (!signed.ok) return signed;
  const { content, signature } = signed.value;
  const read = readShape(content, LIMITS.entryBytes, readContent);
  if (!read.ok) return read;
  const id = idText<EntryId>(await hashOf('entry-id', content, signature));
  return ok({
    entry: { id, ...read.value },
    signedBy: (signKey, check = verifySignature) => check(signKey, SIGN_LABEL, content, signature),
  });
}

/** `readSignedEntry` for bytes whose signature was checked before. */
export async function readEntry(bytes: Uint8Array): Promise<Result<Entry>> {
  const read = await readSignedEntry(bytes);
  return read.ok ? ok(read.value.entry) : read;
}

/**
 * Reads an entry that was read and checked before, from where it was kept under its id: the id is not computed once more.
 * Errors: as `readSignedEntry`.
 */
export function readKeptEntry(id: EntryId, bytes: Uint8Array): Result<Entry> {
  const signed = readSigned(bytes);
  if (!signed.ok) return signed;
  const read = readShape(signed.value.content, LIMITS.entryBytes, readContent);
  return read.ok ? ok({ id, ...read.value }) : read;
}

/** Whether the owner of `signKey` signed this entry. Anything unreadable is simply not signed. */
export async function verifyEntry(bytes: Uint8Array, signKey: Uint8Array): Promise<boolean> {
  const signed = readSigned(bytes);
  if (!signed.ok) return false;
  return verifySignature(signKey, SIGN_LABEL, signed.value.content, signed.value.signature);
}

/** What `writeEntry` throws where an entry is over a bound or holds what is no `Value`. */
export class EntryRefused extends Error {
  constructor(
    readonly code: SealingErrorCode,
    message: string,
  ) {
    super(`this entry cannot be written: ${code}: ${message}`);
  }
}

/**
 * Writes and signs an entry. Throws `EntryRefused` when it is over a bound or holds something that is no `Value`: callers
 * split large acts before.
 */
export async function writeEntry(
  content: Omit<Entry, 'id'>,
  signing: SigningKeys,
  random: Randomness = systemRandomness,
): Promise<{ readonly entry: Entry; readonly bytes: Uint8Array }> {
  const encoded = encodeCanonical({
    s: idBytes(content.space),
    d: idBytes(content.dossier),
    a: idBytes(content.author),
    t: content.time,
    ...(content.clockAhead === undefined ? {} : { o: content.clockAhead }),
    n: random(NONCE_BYTES),
    h: [...new Set(content.heads)].sort().map(idBytes),
    v: writeView(content.view),
    c: content.changes.map(writeChange),
  });
  const bytes = encodeCanonical([VERSION, encoded, await signing.sign(SIGN_LABEL, encoded)]);
  const entry = await readEntry(bytes);
  if (!entry.ok) throw new EntryRefused(entry.error.code, entry.error.message);
  return { entry: entry.value, bytes };
}
