import type { AccountId } from './ids.ts';

/** What others need of an account: to check what it signed and to seal something to it. */
export interface MemberKeys {
  readonly account: AccountId;
  /** Ed25519, 32 bytes. */
  readonly signKey: Uint8Array;
  /** X-Wing, 1216 bytes. */
  readonly encKey: Uint8Array;
}

export const ENC_KEY_SIZE = 1216;
