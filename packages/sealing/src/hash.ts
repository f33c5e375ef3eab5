import { sha256 as smallSha256 } from '@noble/hashes/sha2.js';
import { asBuffer, concatBytes, utf8 } from './bytes.ts';

/** Below this, a call into WebCrypto costs more than the hash itself (measured: 20 000 against 200 000 a second). */
const SMALL = 8192;

/** SHA-256, 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length <= SMALL) return smallSha256(bytes);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', asBuffer(bytes)));
}

const labels = new Map<string, Uint8Array>();

/**
 * `dayaq/1/<purpose>` and a zero byte: the head of everything that is hashed, signed, derived or bound, so
 * that nothing made for one purpose passes for another. The zero byte keeps one label from being the
 * beginning of a second one.
 */
export function labelBytes(purpose: string): Uint8Array {
  const known = labels.get(purpose);
  if (known) return known;
  const bytes = utf8(`dayaq/1/${purpose}\0`);
  if (labels.size < 100) labels.set(purpose, bytes);
  return bytes;
}

/** SHA-256 over the label of `purpose` and all parts. */
export async function hashOf(purpose: string, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > SMALL) return sha256(concatBytes(labelBytes(purpose), ...parts));
  const hash = smallSha256.create().update(labelBytes(purpose));
  for (const part of parts) hash.update(part);
  return hash.digest();
}
