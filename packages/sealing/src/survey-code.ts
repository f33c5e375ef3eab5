import { asBuffer, type Randomness, systemRandomness } from './bytes.ts';
import { hashOf } from './hash.ts';
import { idBytes, type SpaceId } from './ids.ts';
import { fail, ok, type Result } from './result.ts';

/** RSABSSA-SHA384-PSS-Randomized of RFC 9474: what is signed is checked as RSA-PSS with SHA-384 and a salt of 48 bytes. */
const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' } as const;
const SALT_BYTES = 48;
/** Bits, and bytes of what such a key signs. */
const MODULUS = 2048;
export const CODE_SIGNATURE = MODULUS / 8;
/** 32 random bytes before the message, which has 32 as well. */
export const CODE_MESSAGE = 64;

/** A code has 16 digits: they are read over the telephone and typed on every keyboard. */
const DIGITS = 16;

/**
 * What is left of a code once it was changed at the server: a message that nobody else ever saw, and its signature. Nothing in it says
 * for which code, or when, it was given.
 */
export interface CodeToken {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** A key pair for the codes of one survey: SPKI and PKCS #8. The server signs with it, and so can say of nobody what they answered. */
export async function newCodeKeys(): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { ...ALGORITHM, modulusLength: MODULUS, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const [spki, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('spki', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey),
  ]);
  return { publicKey: new Uint8Array(spki), privateKey: new Uint8Array(pkcs8) };
}

/** A code in four groups of four digits, each as likely as any other. */
export function newCode(random: Randomness = systemRandomness): string {
  let digits = '';
  while (digits.length < DIGITS)
    for (const byte of random(DIGITS)) if (byte < 250) digits += String(byte % 10);
  return (digits.slice(0, DIGITS).match(/.{4}/g) ?? []).join(' ');
}

/** What stands for a code at the server, from however it was typed; null where it is none. */
export async function codeSecret(
  space: SpaceId,
  keyHash: Uint8Array,
  typed: string,
): Promise<Uint8Array | null> {
  const digits = typed.normalize('NFKC').replace(/[\s-]+/g, '');
  if (!/^\d{16}$/.test(digits)) return null;
  return hashOf('survey-code', idBytes(space), keyHash, new TextEncoder().encode(digits));
}

/** By which the server knows a key. */
export const codeKeyHash = (publicKey: Uint8Array): Promise<Uint8Array> =>
  hashOf('survey-code-key', publicKey);

/** A key as two signed for it. Errors: `malformed`, also for one of another size. */
export async function readCodeKey(publicKey: Uint8Array): Promise<Result<CryptoKey>> {
  try {
    const key = await crypto.subtle.importKey('spki', asBuffer(publicKey), ALGORITHM, true, ['verify']);
    const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm;
    return modulusLength === MODULUS ? ok(key) : fail('malformed', 'a code key of another size');
  } catch {
    return fail('malformed', 'not a code key');
  }
}

/** Whether a token was signed by the key of a survey. */
export async function isCodeToken(key: CryptoKey, { message, signature }: CodeToken): Promise<boolean> {
  if (message.length !== CODE_MESSAGE || signature.length !== CODE_SIGNATURE) return false;
  return crypto.subtle.verify(
    { name: ALGORITHM.name, saltLength: SALT_BYTES },
    key,
    asBuffer(signature),
    asBuffer(message),
  );
}
