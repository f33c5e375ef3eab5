/** A failure that a person can act on. The page words `code` in the user's language. */
export interface Failure {
  code: FailureCode;
  /** e.g. which word of the kit is wrong (1-based) and what it may have been, seconds to wait, bytes over the limit. */
  detail?: string;
}

export type FailureCode =
  | 'wrong-passphrase'
  /** The passphrase opened this device, and the server does not take it: it was changed elsewhere, or the server was put back. */
  | 'sign-in-refused'
  | 'weak-passphrase'
  | 'wrong-kit'
  | 'link-malformed'
  | 'founding-unknown'
  | 'founding-used'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'invitation-forged'
  | 'introduction-expired'
  | 'not-allowed'
  | 'last-keyholder'
  /** Every member reads it, always. */
  | 'cannot-be-closed'
  /** It has named readers, always. */
  | 'cannot-be-opened'
  /** Somebody whom it is about would be among its readers. */
  | 'concerns-them'
  /** What went before it would stand on: it goes along, or neither does. */
  | 'leaves-joined'
  | 'removed'
  /** The server refuses this account, of which the charter says that it belongs here. It is asked again. */
  | 'server-refuses'
  /** The server was put back to before this account came, and nobody has told it yet what changed in the team since. */
  | 'not-known-yet'
  /** The server was put back, and nobody who holds the keys came since: nobody joins or leaves before. */
  | 'team-unsettled'
  | 'offline'
  | 'server-unavailable'
  /** What answered speaks no Dayaq: a network's sign-in page, a proxy's error page, a redirect. */
  | 'not-the-server'
  /** A Dayaq, but not the one that this device belongs to: accounts and spaces are unknown there. */
  | 'another-server'
  /** The server knows no account with this kit and passphrase: one of the two is mistyped, or it is another server. */
  | 'account-not-here'
  | 'server-lies'
  /** It said that it took what was sent, and does not have it. */
  | 'server-forgets'
  | 'version-mismatch'
  | 'rate-limited'
  | 'disk-full'
  /** The browser closed or cleared its store while it was open. */
  | 'store-lost'
  /** The vault's Worker did not answer in time; it is being started anew. Whether it was done is not known. */
  | 'no-answer'
  /** A defect of the program. */
  | 'unexpected'
  | 'file-too-large'
  | 'file-not-here'
  | 'file-damaged'
  /** Chosen again, it is not the same file. */
  | 'file-differs'
  | 'not-found'
  | 'too-large'
  | 'already-here'
  | 'already-member'
  /** This dossier cannot be worked out on this device; it is listed by `apart`, and everything else goes on. */
  | 'set-apart'
  /** The person does not want this organisation, or somebody in it, to see it. */
  | 'excluded'
  /** The other organisation's keys do not follow from those that were exchanged: nothing goes there. */
  | 'peer-changed'
  /** What two members compared is not the number any more: the team changed meanwhile. */
  | 'number-changed'
  | 'locked';

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };
