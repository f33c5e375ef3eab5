import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { equalBytes } from './bytes.ts';
import { fail, ok, type Result } from './result.ts';

const DECODE = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
};

/** Deterministic CBOR (RFC 8949 §4.2): sorted keys, shortest forms, definite lengths. */
export function encodeCanonical(value: unknown): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

/** Reads deterministic CBOR and refuses any other spelling of it. Errors: `too-large`, `malformed`. */
export function decodeCanonical(bytes: Uint8Array, limits: { readonly maxBytes: number }): Result<unknown> {
  if (bytes.length > limits.maxBytes) return fail('too-large', `over ${limits.maxBytes} bytes`);
  try {
    const value: unknown = decode(bytes, DECODE);
    if (!equalBytes(encodeCanonical(value), bytes)) return fail('malformed', 'not the canonical encoding');
    return ok(value);
  } catch (error) {
    return fail('malformed', error instanceof Error ? error.message : 'not CBOR');
  }
}
