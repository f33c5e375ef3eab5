/** What can go wrong without anything being broken: a wrong passphrase, a forged entry, a truncated file. */
export type SealingErrorCode =
  /** Not the shape that the format says, or not in the canonical encoding. */
  | 'malformed'
  /** Over a bound of the format. */
  | 'too-large'
  /** Made by a newer format than this code knows. */
  | 'unsupported-version'
  /** A charter act that this code does not know: a newer client made it. */
  | 'unknown-act'
  | 'bad-signature'
  /** Does not continue the chain: another space, sequence number or previous entry. */
  | 'bad-chain'
  /** Well formed and signed, but against the rules. */
  | 'not-allowed'
  | 'wrong-passphrase'
  /** No grant for this reader, or the key that the grant needs is not held. */
  | 'not-granted'
  /** The key at hand does not open this, or it was altered: authenticated encryption cannot tell which. */
  | 'wrong-key'
  /** Opened, but the key inside is not the one that was signed for. */
  | 'commitment-mismatch'
  /** Words of a kit or receipt: too few or too many, not in the list, or not belonging together. */
  | 'wrong-word-count'
  | 'unknown-word'
  | 'wrong-words';

export interface SealingError {
  readonly code: SealingErrorCode;
  /** For developers and logs; never holds content or secrets. Pages show their own text by `code`. */
  readonly message: string;
  /** With `unknown-word`: which word, counted from 0. */
  readonly position?: number;
}

/** The outcome of anything that is expected to fail sometimes. Broken invariants throw instead. */
export type Result<T, E = SealingError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export interface Failure<E = SealingError> {
  readonly ok: false;
  readonly error: E;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail(code: SealingErrorCode, message: string, position?: number): Failure {
  return { ok: false, error: position === undefined ? { code, message } : { code, message, position } };
}

/** The value of a result that cannot fail here; throws when it did, because then the program is wrong. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected failure: ${result.error.code}: ${result.error.message}`);
}
