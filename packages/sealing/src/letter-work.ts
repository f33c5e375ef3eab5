import { scrypt } from '@noble/hashes/scrypt.js';
import {
  isBearable,
  isLetterWork,
  LETTER_WORK,
  LETTER_WORK_SALT,
  letterWorkInput,
} from './letter-work-input.ts';

/** What a door in flood asks for. */
export interface AskedWork {
  /** 32 bytes, of this door and these minutes. */
  readonly challenge: Uint8Array;
  /** Tries that each part takes on average. */
  readonly tries: number;
}

/**
 * The numbers, one part after the other; each step may take seconds on a slow phone, so it belongs in a Worker.
 * Throws a `RangeError` at the first step where more is asked than `isBearable`.
 * @param letter its id, 16 bytes: what was done for one letter serves no other
 */
export function* letterWork(
  { challenge, tries }: AskedWork,
  letter: Uint8Array,
): Generator<number, Uint8Array> {
  if (!isBearable(tries)) throw new RangeError(`${tries} tries of each part`);
  const { parts, nonce: size, output: dkLen } = LETTER_WORK;
  const nonces = new Uint8Array(parts * size);
  for (let part = 0; part < parts; part++) {
    const nonce = nonces.subarray(part * size, (part + 1) * size);
    for (let tried = 0; ; tried++) {
      new DataView(nonces.buffer).setUint32(part * size, tried);
      const input = letterWorkInput(challenge, letter, part, nonce);
      if (isLetterWork(scrypt(input, LETTER_WORK_SALT, { ...LETTER_WORK.scrypt, dkLen }), tries)) break;
    }
    yield part + 1;
  }
  return nonces;
}
