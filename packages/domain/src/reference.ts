/**
 * What can be read aloud, written by hand and typed without doubt: no 0/O, 1/I/L, and no U (V).
 * 30 signs, six places: 729 million references.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes that `newReference` asks for: twice what it needs on average, and then some. */
export const REFERENCE_BYTES = 24;

/**
 * A reference such as `K7Q-2MX`: random, never derived from a person or a date.
 * @param randomBytes at least `REFERENCE_BYTES` bytes from a cryptographic source
 */
export function newReference(randomBytes: Uint8Array): string {
  // Bytes of 240 and above would favour the first signs of the alphabet.
  const signs = [...randomBytes].filter((byte) => byte < 240).map((byte) => ALPHABET.charAt(byte % 30));
  if (randomBytes.length < REFERENCE_BYTES || signs.length < 6) throw new Error('not enough random bytes');
  return `${signs.slice(0, 3).join('')}-${signs.slice(3, 6).join('')}`;
}

export function isReference(value: unknown): value is string {
  return typeof value === 'string' && /^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/.test(value);
}
