/**
 * The one rule by which an Ed25519 signature is judged before any implementation is asked. Implementations agree on
 * every honest signature and differ on crafted ones (Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs", 2020),
 * and two devices that differ about one signature have two histories. What they differ in:
 *
 * - spellings: S of the group's order or more; y of the field's prime or more, in R or in the key. Refused here;
 * - points of small order as R or as key. Refused here;
 * - whether torsion counts. Ours is the *cofactorless* equation: R's bytes are exactly those of S·B − k·A, so torsion
 *   in R, or in the key, changes them for everybody alike, and no subgroup has to be checked. An implementation that
 *   multiplies by the cofactor first would let it pass; it is found out and not used (`signature-check.ts`).
 */
import { isUsableSignKey } from './weak-keys.ts';

/** The order of the group, least byte first, as S is written. */
const ORDER = littleEndian(2n ** 252n + 27742317777372353535851937790883648493n);
/** The prime of the field, least byte first, as y is written. */
const PRIME = littleEndian(2n ** 255n - 19n);

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
}

/** Whether 32 bytes are, least byte first, less than `bound`. Without `sign`, the highest bit does not count. */
function isLess(bytes: Uint8Array, bound: Uint8Array, sign: boolean): boolean {
  for (let i = 31; i >= 0; i--) {
    const byte = (bytes[i] as number) & (i === 31 && !sign ? 127 : 255);
    const limit = bound[i] as number;
    if (byte !== limit) return byte < limit;
  }
  return false;
}

/** A point in its one spelling, and not of small order: what a key and an R have to be. */
function isPlainPoint(bytes: Uint8Array): boolean {
  return isLess(bytes, PRIME, false) && isUsableSignKey(bytes);
}

/** Whether a public key may be asked about at all. Worth keeping: it is the same for all its signatures. */
export function isPlainSignKey(publicKey: Uint8Array): boolean {
  return publicKey.length === 32 && isPlainPoint(publicKey);
}

/** Whether the 64 bytes of a signature are spelled in the one way that counts. */
export function isPlainSignature(signature: Uint8Array): boolean {
  return (
    signature.length === 64 &&
    isLess(signature.subarray(32), ORDER, true) &&
    isPlainPoint(signature.subarray(0, 32))
  );
}
