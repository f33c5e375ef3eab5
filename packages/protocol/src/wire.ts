import { decode, encode } from 'cborg';
import type { ErrorCode } from './errors.ts';

/** Sent with every request as `dayaq-protocol`; a server that cannot serve it answers `version-mismatch`. */
export const PROTOCOL_VERSION = 1;
export const CONTENT_TYPE = 'application/cbor';

const decodeOptions = {
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
  strict: true,
} as const;

/** Encodes a body as one CBOR item. */
export function encodeBody(body: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encode(body));
}

/** Decodes one CBOR item. Throws on anything malformed, indefinite, duplicated or trailing. */
export function decodeBody(bytes: Uint8Array): unknown {
  return decode(bytes, decodeOptions);
}

/** What the server answers when it refuses. `detail` names a field or an id, never content. */
export interface Refusal {
  error: ErrorCode;
  detail?: string;
  /** Milliseconds to wait before trying again, where that helps. */
  retryAfter?: number;
}
