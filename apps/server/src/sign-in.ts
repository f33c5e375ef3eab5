import { LIMITS } from '@dayaq/protocol';
import { equal, hmac } from './hash.ts';

const TIME = 6;
const NONCE = 10;

/**
 * A sign-in challenge, 32 bytes: time ‖ random ‖ MAC. It carries its own proof of where, when and for whom it was
 * made, so asking for one stores nothing: strangers cannot fill the database, and no time of day is kept.
 * That it serves once is remembered when it is answered.
 */
export function makeChallenge(
  key: Uint8Array,
  account: Uint8Array,
  now: number,
  nonce: Uint8Array,
): Uint8Array {
  const challenge = new Uint8Array(32);
  Buffer.from(challenge.buffer).writeUIntBE(now, 0, TIME);
  challenge.set(nonce.subarray(0, NONCE), TIME);
  challenge.set(mac(key, account, challenge), TIME + NONCE);
  return challenge;
}

/** Whether this server made the challenge for this account, less than `LIMITS.challengeLife` ago. */
export function challengeStands(
  key: Uint8Array,
  account: Uint8Array,
  challenge: Uint8Array,
  now: number,
): boolean {
  const made = Buffer.from(challenge.buffer, challenge.byteOffset, challenge.length).readUIntBE(0, TIME);
  const authentic = equal(challenge.subarray(TIME + NONCE), mac(key, account, challenge));
  return authentic && made <= now + 1000 && now < made + LIMITS.challengeLife;
}

function mac(key: Uint8Array, account: Uint8Array, challenge: Uint8Array): Uint8Array {
  return hmac(key, account, challenge.subarray(0, TIME + NONCE)).subarray(0, 32 - TIME - NONCE);
}
