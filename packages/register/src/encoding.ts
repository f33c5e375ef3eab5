/** Encodings in which registers of our countries are found. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1254'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that are looked at to tell one 8-bit encoding from another. */
const SAMPLE = 200_000;

/** The encoding that the bytes are most likely in; a person can choose another one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = zerosIn(bytes);
  if (zeros !== null) return zeros;
  if (isUtf8(bytes)) return 'utf-8';
  return isCyrillic(bytes) ? 'windows-1251' : 'windows-1254';
}

/** Also of a file that was cut off within its last letter. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Text in an encoding, without its byte order mark. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** UTF-16 without a mark: every second byte of separators, digits and Latin letters is zero. */
function zerosIn(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Among Cyrillic letters only separators and digits have one.
  const many = sample.length / 40;
  if (odd > many && odd > even * 4) return 'utf-16le';
  return even > many && even > odd * 4 ? 'utf-16be' : null;
}

/** Cyrillic words are high bytes one after another; in Turkish and Azerbaijani ones they stand between Latin letters. */
function isCyrillic(bytes: Uint8Array): boolean {
  let together = 0;
  let apart = 0;
  const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xa8;
  for (let at = 0; at < Math.min(bytes.length, SAMPLE); at += 1) {
    if (!isHigh(bytes[at])) continue;
    if (isHigh(bytes[at + 1]) || isHigh(bytes[at - 1])) together += 1;
    else apart += 1;
  }
  return together > apart;
}
