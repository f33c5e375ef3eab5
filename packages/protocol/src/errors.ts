/**
 * Every refusal that the server can give, with its HTTP status. The client words them in the user's language;
 * the server never sends prose that a person would read.
 */
export const ERRORS = {
  malformed: 400,
  'too-large': 413,
  'wrong-type': 415,
  'not-found': 404,
  'not-signed-in': 401,
  'sign-in-refused': 401,
  /** Not a member, or removed, or not granted. One code for all, so nothing can be probed. */
  'not-allowed': 403,
  'founding-used': 409,
  'founding-unknown': 404,
  'invitation-unknown': 404,
  'invitation-used': 409,
  'invitation-expired': 410,
  'account-exists': 409,
  'space-exists': 409,
  /** Somebody else extended the charter first: read it again and retry. */
  'charter-moved': 409,
  /** What is signed to stand right behind a place in the log came too late for that: read on, sign again. */
  'log-moved': 409,
  /**
   * The server was put back, and no keyholder's device has told it since what it lost: who joined or left then is not known
   * here yet, and one more such act would part the charter for all who know of it.
   */
  'team-unsettled': 409,
  'charter-invalid': 422,
  /** A rotation must wrap the new key to exactly the current members. */
  'wraps-incomplete': 422,
  /** A member was removed and the keys are not rotated yet: rotate first. */
  'rotation-owed': 409,
  /** The entry's generation is older than the space's epoch, or not the dossier's newest: start a new one. */
  'generation-stale': 409,
  'generation-exists': 409,
  'generation-unknown': 404,
  'generation-invalid': 422,
  /** Granted to a space or account that the dossier bars, or a bar was dropped. */
  'generation-barred': 422,
  /** The dossier was taken back: nothing more is taken from its recipient. */
  'share-ended': 409,
  /** The door is in flood: a letter brings work along (`letters/work`), and this one brought none that counts. */
  'work-wanted': 428,
  /** A code of a survey was changed before, for something else. */
  'code-used': 409,
  'blob-incomplete': 409,
  'blob-mismatch': 409,
  'rate-limited': 429,
  /** Disk full or database away: nothing was stored, try later. */
  unavailable: 503,
  /** The client speaks an older or newer protocol than this server. */
  'version-mismatch': 426,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERRORS;
