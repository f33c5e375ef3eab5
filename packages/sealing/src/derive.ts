import { asBuffer } from './bytes.ts';
import { labelBytes } from './hash.ts';
import { Secret } from './secret.ts';

/** HKDF-SHA-256 (RFC 5869) of raw bytes. */
export async function hkdf(
  ikm: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', asBuffer(ikm), 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: asBuffer(salt), info: asBuffer(info) },
    key,
    length * 8,
  );
  return new Uint8Array(bits);
}

/** The key given is random as it is. */
export const NO_SALT = new Uint8Array(0);

/** A secret of `length` bytes for one purpose, from a secret with full entropy. */
export async function derive(from: Secret, purpose: string, length = 32): Promise<Secret> {
  return new Secret(await hkdf(from.expose(), NO_SALT, labelBytes(purpose), length));
}
