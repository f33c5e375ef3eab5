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
