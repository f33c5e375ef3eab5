import { LIMITS, type Request } from '@dayaq/protocol';

type Body = Request<'entries/append'>;
type Entry = Body['entries'][number];

const BYTES = 2;
const ARRAY = 4;
const MAP = 5;

/** Thrown by the reader below, caught by `readAppendBody`. */
class NotThatShape extends Error {}

/** A reader of just as much CBOR as that one body needs. It copies nothing: byte strings are views of the request. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The head of an item of one major type: its length, count or value, in the shortest form only. */
  head(major: number): number {
    const first = this.#byte();
    if (first >> 5 !== major) throw new NotThatShape();
    const small = first & 31;
    if (small < 24) return small;
    if (small > 26) throw new NotThatShape();
    const size = 1 << (small - 24);
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + this.#byte();
    if (value < (size === 1 ? 24 : size === 2 ? 256 : 65_536)) throw new NotThatShape();
    return value;
  }

  bytes(min: number, max: number): Uint8Array {
    const length = this.head(BYTES);
    if (length < min || length > max || this.#at + length > this.#bytes.length) throw new NotThatShape();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** A map's key: a short text. */
  key(): string {
    const length = this.#byte() - 0x60;
    if (length < 0 || length > 23) throw new NotThatShape();
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.#byte());
    return text;
  }

  /** A map with exactly these keys, in any order. */
  map(keys: number, each: (key: string) => void): void {
    if (this.head(MAP) !== keys) throw new NotThatShape();
    let seen = '';
    for (let i = 0; i < keys; i++) {
      const key = this.key();
      if (seen.includes(`,${key},`)) throw new NotThatShape();
      seen += `,${key},`;
      each(key);
    }
  }

  list<T>(max: number, item: () => T): T[] {
    const length = this.head(ARRAY);
    if (length > max) throw new NotThatShape();
    const items: T[] = [];
    for (let i = 0; i < length; i++) items.push(item());
    return items;
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new NotThatShape();
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new NotThatShape();
    return byte;
  }
}

const UINT = 0;
const NONE = new Uint8Array();

function readEntry(reader: Reader): Entry {
  const entry: Entry = { dossier: NONE, g: 0, id: NONE, sealed: NONE };
  reader.map(4, (key) => {
    if (key === 'sealed') entry.sealed = reader.bytes(1, LIMITS.entry);
    else if (key === 'id') entry.id = reader.bytes(32, 32);
    else if (key === 'dossier') entry.dossier = reader.bytes(16, 16);
    else if (key === 'g') entry.g = reader.head(UINT);
    else throw new NotThatShape();
  });
  if (entry.g >= 2 ** 31) throw new NotThatShape();
  return entry;
}

/**
 * Reads and validates the body of `entries/append` in one pass over the bytes: the hot path of the server. Accepts
 * exactly what the general decoder and the route's schema accept together, which a test holds it to, save that numbers
 * must be written in their shortest form. Null when it is anything else.
 */
export function readAppendBody(bytes: Uint8Array): Body | null {
  const reader = new Reader(bytes);
  const body: Body = { space: NONE, generations: [], entries: [] };
  try {
    reader.map(3, (key) => {
      if (key === 'space') body.space = reader.bytes(32, 32);
      else if (key === 'generations') {
        body.generations = reader.list(LIMITS.generationsPerAppend, () => reader.bytes(1, LIMITS.generation));
      } else if (key === 'entries')
        body.entries = reader.list(LIMITS.entriesPerAppend, () => readEntry(reader));
      else throw new NotThatShape();
    });
    reader.end();
    return body;
  } catch (error) {
    if (error instanceof NotThatShape) return null;
    throw error;
  }
}
