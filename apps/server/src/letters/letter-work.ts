import { scrypt } from 'node:crypto';
import type { Request } from '@dayaq/protocol';
import { isLetterWork, LETTER_WORK, LETTER_WORK_SALT, letterWorkInput } from '@dayaq/sealing/verify';
import { hmac } from '../hash.ts';
import { Lane } from '../http/lane.ts';

/** Milliseconds that a challenge is given out for; it is taken for as long again. */
const SLOT = 600_000;
const LABEL = Buffer.from('letters/work\0');
/** Work that is checked at once, and that waits for it. */
const lane = new Lane(2, 64);

export const slotAt = (now: number): number => Math.floor(now / SLOT);

/** What work is for: a door, some minutes, and how much; nobody can know it beforehand, and nothing is kept of it. */
export function workChallenge(key: Uint8Array, space: Uint8Array, slot: number, tries: number): Uint8Array {
  const when = Buffer.alloc(12);
  when.writeUIntBE(slot, 0, 6);
  when.writeUInt32BE(tries, 6);
  return hmac(key, LABEL, space, when);
}

/**
 * Whether a letter brings work that this server asked for at this door lately. One hash is made: of a part that only the server
 * could name. Whoever leaves parts out is found out as often as they left some out; the next try is another letter's.
 * Null when too many wait to be checked.
 */
export async function hasWork(
  key: Uint8Array,
  { space, letter, work }: Pick<Request<'letters/put'>, 'space' | 'letter' | 'work'>,
  now: number,
): Promise<boolean | null> {
  if (work === undefined || work.tries === 0) return false;
  const age = slotAt(now) - work.slot;
  if (age < 0 || age > 1) return false;
  const challenge = workChallenge(key, space, work.slot, work.tries);
  const part = (hmac(key, challenge, letter)[0] ?? 0) % LETTER_WORK.parts;
  const nonce = work.nonces.subarray(part * LETTER_WORK.nonce, (part + 1) * LETTER_WORK.nonce);
  const output = await lane.run(() => tried(letterWorkInput(challenge, letter, part, nonce)));
  return output === null ? null : isLetterWork(output, work.tries);
}

function tried(input: Uint8Array): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    scrypt(input, LETTER_WORK_SALT, LETTER_WORK.output, LETTER_WORK.scrypt, (error, output) =>
      error === null ? done(output) : fail(error),
    );
  });
}
