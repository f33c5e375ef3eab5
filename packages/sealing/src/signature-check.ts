import { toBase64url } from './base64url.ts';
import { asBuffer, concatBytes } from './bytes.ts';
import { labelBytes } from './hash.ts';

export const SIGN_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

let native: Promise<boolean> | undefined;

/** The curve's base point, as good a public key as any. */
const SOME_KEY = new Uint8Array(32).fill(0x66);
SOME_KEY[0] = 0x58;

/** Whether this platform's WebCrypto knows Ed25519; asked once. */
export function hasNativeEd25519(): Promise<boolean> {
  native ??= crypto.subtle.importKey('raw', SOME_KEY, 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  );
  return native;
}

/** Imported public keys. A pull checks many signatures of few people; the bound keeps a forger from filling it. */
const CACHED_KEYS = 512;
const imported = new Map<string, Promise<CryptoKey | null>>();

function importVerifier(publicKey: Uint8Array): Promise<CryptoKey | null> {
  const name = toBase64url(publicKey);
  const known = imported.get(name);
  if (known) return known;
  const key = crypto.subtle
    .importKey('raw', asBuffer(publicKey.slice()), 'Ed25519', false, ['verify'])
    .catch(() => null);
  if (imported.size >= CACHED_KEYS) {
    const oldest = imported.keys().next().value;
    if (oldest !== undefined) imported.delete(oldest);
  }
  imported.set(name, key);
  return key;
}

/**
 * Checks an Ed25519 signature over the label of `label` and `message`. Wrong lengths, keys that are no points
 * and signatures that are no signatures are simply false.
 */
export async function verifySignature(
  publicKey: Uint8Array,
  label: string,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== SIGN_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const signed = concatBytes(labelBytes(label), message);
  if (await hasNativeEd25519()) {
    const key = await importVerifier(publicKey);
    return key !== null && crypto.subtle.verify('Ed25519', key, asBuffer(signature), asBuffer(signed));
  }
  const { checkSignature } = await import('./ed25519-fallback.ts');
  return checkSignature(publicKey, signed, signature);
}
