import { createHash } from 'node:crypto';
import type { Randomness } from '../src/index.ts';

/** Bytes that a name always gives, for vectors and repeatable tests: SHA-256 of name and counter. */
export function seeded(name: string): Randomness {
  let counter = 0;
  return (length) => {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256').update(`${name}/${counter++}`).digest();
      out.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return out;
  };
}
