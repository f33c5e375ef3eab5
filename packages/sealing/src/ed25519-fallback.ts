/**
 * Ed25519 for browsers whose WebCrypto has none, or judges signatures by another rule. Loaded only there, so that
 * other phones do not download it.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from './bytes.ts';
import { isPlainSignature, isPlainSignKey } from './signature-rule.ts';

const { Point } = ed25519;

export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

export function makeSignature(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

function scalar(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number);
  return value % Point.Fn.ORDER;
}

/**
 * The cofactorless equation, as OpenSSL and BoringSSL have it: R is spelled as S·B − k·A is. The library's own
 * `verify` multiplies by the cofactor and so lets pass what those refuse; we use its points, not its verdict.
 */
export function checkSignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isPlainSignKey(publicKey) || !isPlainSignature(signature)) return false;
  const r = signature.subarray(0, 32);
  try {
    const key = Point.fromBytes(publicKey);
    const k = scalar(sha512(concatBytes(r, publicKey, message)));
    const s = scalar(signature.subarray(32));
    const expected = Point.BASE.multiplyUnsafe(s).add(key.negate().multiplyUnsafe(k)).toBytes();
    return expected.every((byte, i) => byte === r[i]);
  } catch {
    return false;
  }
}
