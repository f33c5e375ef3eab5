import { asBuffer, concatBytes, type Randomness, systemRandomness } from './bytes.ts';
import { encodeCanonical } from './encoding.ts';
import { fail, ok, type Result } from './result.ts';
import type { Secret } from './secret.ts';
import { SEAL_VERSION } from './seal-size.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Imports an AES-256-GCM key once; the platform then holds it, not exportable. */
export function importAesKey(key: Secret): Promise<CryptoKey> {
  if (key.length !== 32) throw new Error('an AES-256 key has 32 bytes');
  return crypto.subtle.importKey('raw', asBuffer(key.expose()), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Associated data: the label of `purpose` and everything that the ciphertext belongs to. */
export function binding(purpose: string, ...parts: readonly (Uint8Array | string | number)[]): Uint8Array {
  return encodeCanonical([`dayaq/1/${purpose}`, ...parts]);
}

/** AES-256-GCM: `version ‖ nonce (12) ‖ ciphertext ‖ tag (16)`. */
export async function aesSeal(
  key: CryptoKey,
  associated: Uint8Array,
  plaintext: Uint8Array,
  random: Randomness = systemRandomness,
): Promise<Uint8Array> {
  const nonce = random(NONCE_BYTES);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: asBuffer(nonce), additionalData: asBuffer(associated) },
    key,
    asBuffer(plaintext),
  );
  return concatBytes(Uint8Array.of(SEAL_VERSION), nonce, new Uint8Array(sealed));
}

/** Errors: `malformed` (too short), `unsupported-version`, `wrong-key` (or altered, or moved elsewhere). */
export async function aesOpen(
  key: CryptoKey,
  associated: Uint8Array,
  sealed: Uint8Array,
): Promise<Result<Uint8Array>> {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return fail('malformed', 'sealed bytes are too short');
  if (sealed[0] !== SEAL_VERSION) return fail('unsupported-version', `sealed with version ${sealed[0]}`);
  const iv = asBuffer(sealed.subarray(1, 1 + NONCE_BYTES));
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: asBuffer(associated) },
      key,
      asBuffer(sealed.subarray(1 + NONCE_BYTES)),
    );
    return ok(new Uint8Array(opened));
  } catch {
    return fail('wrong-key', 'does not open with this key');
  }
}

/** Seals one small thing under a key that is used for nothing else. */
export async function sealWith(
  key: Secret,
  associated: Uint8Array,
  plaintext: Uint8Array,
  random?: Randomness,
): Promise<Uint8Array> {
  return aesSeal(await importAesKey(key), associated, plaintext, random);
}

export async function openWith(
  key: Secret,
  associated: Uint8Array,
  sealed: Uint8Array,
): Promise<Result<Uint8Array>> {
  return aesOpen(await importAesKey(key), associated, sealed);
}
