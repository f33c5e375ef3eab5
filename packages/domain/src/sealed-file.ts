import type { SealedFile } from './kind.ts';

/** A stored `blob` value, or null where it is none. */
export function readSealedFile(value: unknown): SealedFile | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { blob, key, size, name, mediaType, sha256 } = value as Record<string, unknown>;
  if (typeof blob !== 'string' || typeof key !== 'string' || typeof size !== 'number') return null;
  if (typeof name !== 'string' || typeof mediaType !== 'string' || typeof sha256 !== 'string') return null;
  return { blob, key, size, name, mediaType, sha256 };
}
