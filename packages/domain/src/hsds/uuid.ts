/**
 * Ids of HSDS are UUIDs, ours are 16 bytes in base64url: the same 16 bytes, spelt differently.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Null where the text is not 16 bytes in base64url. */
export function uuidOf(recordId: string): string | null {
  if (recordId.length !== 22) return null;
  let bits = 0n;
  for (const sign of recordId) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    bits = bits * 64n + BigInt(value);
  }
  // 22 signs hold 132 bits: the last four must be nothing.
  if (bits % 16n !== 0n) return null;
  return dashed((bits / 16n).toString(16).padStart(32, '0'));
}

/** The record id that spells a UUID's 16 bytes. Throws where it is none: check with `isUuid` first. */
export function recordIdOf(uuid: string): string {
  if (!isUuid(uuid)) throw new Error('not a UUID');
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`) * 16n;
  let text = '';
  for (let place = 0; place < 22; place++) {
    text = ALPHABET.charAt(Number(bits % 64n)) + text;
    bits /= 64n;
  }
  return text;
}

function mix(text: string, seed: number): number {
  let h = seed;
  for (let at = 0; at < text.length; at++) {
    h = Math.imul(h ^ text.charCodeAt(at), 0x9e3779b1);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/**
 * An id for a row that has no record of its own (a language, a link), the same at every export. Made from ids that are
 * exported anyway, so it hides nothing and need not. Version 8: a form of our own.
 */
export function derivedUuid(...parts: readonly string[]): string {
  const text = parts.join('\u0000');
  const hex = [1, 2, 3, 4]
    .map((seed) =>
      mix(text, seed * 0x2545f491)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return dashed(`${hex.slice(0, 12)}8${hex.slice(13, 16)}a${hex.slice(17)}`);
}
