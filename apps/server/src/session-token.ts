import { equal, hmac } from './hash.ts';

const RANDOM = 16;
const LABEL = new TextEncoder().encode('dayaq/1/session');

/**
 * A session's token, 32 bytes: random ‖ MAC. That this server once gave it out can be seen without asking the database,
 * so made-up ones cost a hash and nothing has to be remembered of them. Whether it still stands only the database knows.
 */
export function makeToken(key: Uint8Array, random: Uint8Array): Uint8Array {
  const token = new Uint8Array(32);
  token.set(random.subarray(0, RANDOM));
  token.set(mac(key, token), RANDOM);
  return token;
}

/** Whether a token is one of this server's. */
export function isToken(key: Uint8Array, token: Uint8Array): boolean {
  return token.length === 32 && equal(token.subarray(RANDOM), mac(key, token));
}

function mac(key: Uint8Array, token: Uint8Array): Uint8Array {
  return hmac(key, LABEL, token.subarray(0, RANDOM)).subarray(0, 32 - RANDOM);
}
