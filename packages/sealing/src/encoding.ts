import { encode, rfc8949EncodeOptions } from 'cborg';
import { NotCanonical, readCanonical } from './canonical-reader.ts';
import { fail, ok, type Result } from './result.ts';

/** Deterministic CBOR (RFC 8949 §4.2): sorted keys, shortest forms, definite lengths. */
export function encodeCanonical(value: unknown): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

/** Reads deterministic CBOR and refuses any other spelling of it. Errors: `too-large`, `malformed`. */
export function decodeCanonical(bytes: Uint8Array, limits: { readonly maxBytes: number }): Result<unknown> {
  if (bytes.length > limits.maxBytes) return fail('too-large', `over ${limits.maxBytes} bytes`);
  try {
    return ok(readCanonical(bytes));
  } catch (error) {
    if (error instanceof NotCanonical) return fail('malformed', error.message);
    throw error;
  }
}
