import { decodeCanonical } from './encoding.ts';
import { type AnyId, HASH_BYTES, ID_BYTES, idText } from './ids.ts';
import { fail, ok, type Result, type SealingErrorCode } from './result.ts';

/** Leaves a reader early; `readShape` turns it into a `Result`, so it never escapes this package. */
class ShapeError extends Error {
  readonly code: SealingErrorCode;
  constructor(message: string, code: SealingErrorCode) {
    super(message);
    this.code = code;
  }
}

/** Ends the reading with an error of its own code. */
export function refuse(message: string, code: SealingErrorCode = 'malformed'): never {
  throw new ShapeError(message, code);
}

/** Decodes canonical CBOR and runs a reader over it. Everything that does not fit becomes an error value. */
export function readShape<T>(bytes: Uint8Array, maxBytes: number, read: (value: unknown) => T): Result<T> {
  const decoded = decodeCanonical(bytes, { maxBytes });
  if (!decoded.ok) return decoded;
  try {
    return ok(read(decoded.value));
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.code, error.message);
    throw error;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** A list of between `min` and `max` elements. */
export function asList(value: unknown, name: string, min: number, max: number): readonly unknown[] {
  if (!Array.isArray(value)) refuse(`${name}: not a list`);
  if (value.length < min || value.length > max) refuse(`${name}: ${value.length} elements`);
  return value;
}

/** Bytes; the decoder has already copied them, so they do not keep the whole message alive. */
export function asBytes(value: unknown, name: string, min: number, max: number = min): Uint8Array {
  if (!(value instanceof Uint8Array)) refuse(`${name}: not bytes`);
  if (value.length < min || value.length > max) refuse(`${name}: ${value.length} bytes`);
  return value;
}

export function asId<I extends AnyId>(value: unknown, name: string, length: 16 | 32 = ID_BYTES): I {
  if (!(value instanceof Uint8Array) || value.length !== length)
    refuse(`${name}: not an id of ${length} bytes`);
  return idText<I>(value);
}

/** A map with exactly the named fields, read one by one. */
export class Fields {
  readonly #value: Readonly<Record<string, unknown>>;

  constructor(value: unknown, what: string, names: readonly string[]) {
    if (!isRecord(value)) refuse(`${what}: not a map`);
    const present = Object.keys(value);
    if (present.length !== names.length || !names.every((name) => Object.hasOwn(value, name))) {
      refuse(`${what}: other fields than ${names.join(', ')}`);
    }
    this.#value = value;
  }

  raw(name: string): unknown {
    return this.#value[name];
  }

  /** An integer from `min` to `max`. */
  int(name: string, min: number, max: number = Number.MAX_SAFE_INTEGER): number {
    const value = this.#value[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
      refuse(`${name}: not an integer in bounds`);
    }
    return value;
  }

  flag(name: string): boolean {
    const value = this.#value[name];
    if (typeof value !== 'boolean') refuse(`${name}: not true or false`);
    return value;
  }

  bytes(name: string, min: number, max: number = min): Uint8Array {
    return asBytes(this.#value[name], name, min, max);
  }

  bytesOrNull(name: string, min: number, max: number = min): Uint8Array | null {
    return this.#value[name] === null ? null : this.bytes(name, min, max);
  }

  /** A text of between `min` and `max` UTF-16 units. */
  text(name: string, min: number, max: number): string {
    const value = this.#value[name];
    if (typeof value !== 'string') refuse(`${name}: not a text`);
    if (value.length < min || value.length > max) refuse(`${name}: ${value.length} characters`);
    return value;
  }

  id<I extends AnyId>(name: string): I {
    return asId<I>(this.#value[name], name, ID_BYTES);
  }

  hashId<I extends AnyId>(name: string): I {
    return asId<I>(this.#value[name], name, HASH_BYTES);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.#value[name];
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) refuse(`${name}: not one of ${allowed.join(', ')}`);
    return found;
  }

  list(name: string, min: number, max: number): readonly unknown[] {
    return asList(this.#value[name], name, min, max);
  }
}
