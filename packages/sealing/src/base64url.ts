import { fail, ok, type Result } from './result.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Two characters for every 12 bits: ids are written so often during a pull that this is worth a table. */
const PAIRS = Array.from({ length: 4096 }, (_, i) => ALPHABET.charAt(i >> 6) + ALPHABET.charAt(i & 63));

const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Base64url (RFC 4648 §5) without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  let i = 0;
  for (; i + 2 < bytes.length; i += 3) {
    const three =
      (0x10000 * (bytes[i] as number)) | (0x100 * (bytes[i + 1] as number)) | (bytes[i + 2] as number);
    text += (PAIRS[three >> 12] as string) + (PAIRS[three & 4095] as string);
  }
  if (bytes.length - i === 1) {
    text += PAIRS[16 * (bytes[i] as number)] as string;
  } else if (bytes.length - i === 2) {
    const two = (0x100 * (bytes[i] as number)) | (bytes[i + 1] as number);
    text += (PAIRS[two >> 4] as string) + ALPHABET.charAt((two & 15) << 2);
  }
  return text;
}

/** Reads base64url without padding; refuses every second spelling of the same bytes. Error: `malformed`. */
export function fromBase64url(text: string): Result<Uint8Array> {
  const rest = text.length % 4;
  if (rest === 1) return fail('malformed', 'not base64url: impossible length');
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let buffer = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (VALUES[code] as number) : -1;
    if (value < 0) return fail('malformed', 'not base64url: unknown character');
    buffer = ((buffer << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (buffer >> bits) & 255;
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) return fail('malformed', 'not base64url: stray bits at the end');
  return ok(out);
}
