import type { ErrorCode, Refusal } from '@dayaq/protocol';

/** A refusal as a value: what a handler answers instead of its reply. Inside a transaction it also rolls back. */
export class Refused {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

/** `detail` names a field or a place, never content. */
export function refuse(error: ErrorCode, detail?: string): Refused {
  return new Refused(detail === undefined ? { error } : { error, detail });
}

/** Too often: again after so many milliseconds. */
export function tooOften(retryAfter: number): Refused {
  return new Refused({ error: 'rate-limited', retryAfter });
}

/** Milliseconds after which a crowd has mostly passed. */
const CROWD_PASSES = 2000;

/** Too many at once, for memory or for the database. Nothing was read or stored. */
export function crowded(): Refused {
  return new Refused({ error: 'unavailable', retryAfter: CROWD_PASSES });
}
