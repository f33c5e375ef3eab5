import { encodeCanonical } from './encoding.ts';
import { type AccountId, idBytes } from './ids.ts';
import type { SigningKeys } from './signature.ts';
import { verifySignature } from './signature-check.ts';

/** What is signed to sign in: the account and the server's challenge, so that no answer serves twice. */
export function signInMessage(account: AccountId, challenge: Uint8Array): Uint8Array {
  return encodeCanonical([idBytes(account), challenge]);
}

/** The answer to a sign-in challenge: 64 bytes, made with `unlock.signIn`. */
export function signSignIn(
  keys: SigningKeys,
  account: AccountId,
  challenge: Uint8Array,
): Promise<Uint8Array> {
  return keys.sign('sign-in', signInMessage(account, challenge));
}

/** The server's side of `signSignIn`; the verifier is all that it holds of the passphrase. */
export function verifySignIn(
  verifierKey: Uint8Array,
  account: AccountId,
  challenge: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return verifySignature(verifierKey, 'sign-in', signInMessage(account, challenge), signature);
}
