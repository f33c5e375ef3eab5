import { KeepFull, KeepLost } from './adapters.ts';
import type { Failure, FailureCode, Outcome } from './client.ts';
import { isFull, isLost } from './database/engine.ts';

export const done = { ok: true, value: null } as const;

export function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function failed(code: FailureCode, detail?: string): { ok: false; failure: Failure } {
  return { ok: false, failure: detail === undefined ? { code } : { code, detail } };
}

/** What a server's refusal means to the person. Codes that only a program can act on become `server-lies`. */
const MEANING: Record<string, FailureCode> = {
  'not-allowed': 'not-allowed',
  'founding-used': 'founding-used',
  'founding-unknown': 'founding-unknown',
  'invitation-unknown': 'invitation-unknown',
  'invitation-used': 'invitation-used',
  'invitation-expired': 'invitation-expired',
  'sign-in-refused': 'wrong-passphrase',
  'team-unsettled': 'team-unsettled',
  'not-found': 'not-found',
  'too-large': 'too-large',
  'rate-limited': 'rate-limited',
  unavailable: 'server-unavailable',
  internal: 'server-unavailable',
  'version-mismatch': 'version-mismatch',
  'account-exists': 'already-here',
  'generation-barred': 'excluded',
};

export function failureOf(code: string, detail?: string): Failure {
  const meaning = MEANING[code] ?? 'server-unavailable';
  return detail === undefined ? { code: meaning } : { code: meaning, detail };
}

/** Unwraps an outcome, or leaves the calling function by returning its failure. */
export function isFailure<T>(outcome: Outcome<T>): outcome is { ok: false; failure: Failure } {
  return !outcome.ok;
}

/** What a store that refused means to the person; null when the error is something else. */
export function storeFailure(error: unknown): 'disk-full' | 'store-lost' | null {
  if (error instanceof KeepFull || isFull(error)) return 'disk-full';
  if (error instanceof KeepLost || isLost(error)) return 'store-lost';
  return null;
}
