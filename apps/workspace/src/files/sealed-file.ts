import type { SealedFile } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';

/** A stored `blob` value, or null where it is none. */
export function readSealedFile(value: Value | undefined): SealedFile | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { blob, key, size, name, mediaType, sha256 } = value;
  if (typeof blob !== 'string' || typeof key !== 'string' || typeof size !== 'number') return null;
  if (typeof name !== 'string' || typeof mediaType !== 'string' || typeof sha256 !== 'string') return null;
  return { blob, key, size, name, mediaType, sha256 };
}

/** Hex SHA-256 of some bytes. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
