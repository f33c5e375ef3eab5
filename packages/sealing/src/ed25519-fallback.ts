/**
 * Ed25519 for browsers whose WebCrypto has none. Loaded only there, so that other phones do not download it.
 */
import { ed25519 } from '@noble/curves/ed25519.js';

export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

export function makeSignature(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

/** Strict RFC 8032 rules, which are those of the native implementations. */
export function checkSignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
