import { hashOf, labelBytes } from './hash.ts';

/**
 * Work that a door in flood asks for with each letter: `LETTER_WORK.parts` numbers, each found by trying. A try is one scrypt
 * (RFC 7914) of 512 KiB, so that a cheap phone stands to a rented machine as memory does, and not as circuits made for hashing do. In several
 * parts, because luck evens out over them.
 */
export const LETTER_WORK = {
  parts: 8,
  /** Bytes of a part's number. */
  nonce: 4,
  /** Tries that one part may take on average at most. */
  mostTries: 10,
  scrypt: { N: 512, r: 8, p: 1 },
  /** Bytes that a try gives. */
  output: 4,
} as const;

export const LETTER_WORK_SALT: Uint8Array = labelBytes('letter-work');

/** What a try hashes: whose challenge, of 32 bytes; which letter, of 16; which part; and the number that is tried. */
export function letterWorkInput(
  challenge: Uint8Array,
  letter: Uint8Array,
  part: number,
  nonce: Uint8Array,
): Uint8Array {
  const input = new Uint8Array(challenge.length + letter.length + 1 + nonce.length);
  input.set(challenge);
  input.set(letter, challenge.length);
  input[challenge.length + letter.length] = part;
  input.set(nonce, challenge.length + letter.length + 1);
  return input;
}

/**
 * Whether a door asks for no more than is ever needed. Whoever asks for more wants devices to be busy for ever, and no work is done for
 * them. @param tries as the server says it
 */
export const isBearable = (tries: number): boolean =>
  Number.isInteger(tries) && tries >= 1 && tries <= LETTER_WORK.mostTries;

/** Whether a try found it: one in so many does. @param output of scrypt */
export const isLetterWork = (output: Uint8Array, tries: number): boolean =>
  new DataView(output.buffer, output.byteOffset, output.length).getUint32(0) < 2 ** 32 / tries;

/** What a door's notice says of the pass that replies give: 32 bytes. */
export const letterPassHash = (pass: Uint8Array): Promise<Uint8Array> => hashOf('letter-pass', pass);
