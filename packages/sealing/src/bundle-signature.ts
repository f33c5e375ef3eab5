import { sha256 } from './hash.ts';
import { toHex } from './bytes.ts';
import { verifySignature } from './signature-check.ts';
import type { SigningKeys } from './signature.ts';

const LABEL = 'custody-bundle';

/** Signature (64 bytes) of a member over the manifest of a custody bundle, byte for byte. */
export function signBundle(keys: SigningKeys, manifest: Uint8Array): Promise<Uint8Array> {
  return keys.sign(LABEL, manifest);
}

export function isBundleSignedBy(
  publicKey: Uint8Array,
  manifest: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return verifySignature(publicKey, LABEL, manifest, signature);
}

/**
 * The first 128 bits of the plain SHA-256 of a public key, in eight groups of four hex digits, so that anybody can reckon
 * it and two people can compare it.
 */
export async function keyFingerprint(publicKey: Uint8Array): Promise<string> {
  return (
    toHex(await sha256(publicKey))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(' ');
}
