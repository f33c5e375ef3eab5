/**
 * Public keys that look right and are not. A member with an unusable encryption key would make every rotation
 * fail, and one with a signing key of small order could have anything "signed" in their name, so the charter
 * refuses both. The checks are those of FIPS 203 §7.2 and RFC 7748 §6.1.
 */
import { ENC_KEY_SIZE } from './member-keys.ts';

const ML_KEM_BYTES = 1184;
const ML_KEM_COEFFICIENT_BYTES = 1152;
const ML_KEM_MODULUS = 3329;

/** The prime of Curve25519. */
const P = 2n ** 255n - 19n;

function fieldElement(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = 31; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number);
  return (value & (2n ** 255n - 1n)) % P;
}

function element(hex: string): bigint {
  return fieldElement(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}

/** Points with which X25519 gives zero whatever the other key is. */
const X25519_SMALL = new Set([
  0n,
  1n,
  P - 1n,
  element('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'),
  element('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157'),
]);

/** The y coordinates of the eight points of small order, as bytes without a sign, in each of their spellings. */
const ED25519_SMALL = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map((hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));

/** Whether something can be sealed to this X-Wing public key. */
export function isUsableEncKey(key: Uint8Array): boolean {
  if (key.length !== ENC_KEY_SIZE) return false;
  for (let i = 0; i < ML_KEM_COEFFICIENT_BYTES; i += 3) {
    const middle = key[i + 1] as number;
    const first = (key[i] as number) | ((middle & 15) << 8);
    const second = (middle >> 4) | (16 * (key[i + 2] as number));
    if (first >= ML_KEM_MODULUS || second >= ML_KEM_MODULUS) return false;
  }
  return !X25519_SMALL.has(fieldElement(key.subarray(ML_KEM_BYTES)));
}

/** Whether signatures by this Ed25519 public key mean anything. Asked for each signature's R too, so it counts bytes. */
export function isUsableSignKey(key: Uint8Array): boolean {
  if (key.length !== 32) return false;
  for (const small of ED25519_SMALL) {
    let i = 0;
    while (i < 31 && key[i] === small[i]) i++;
    if (i === 31 && ((key[31] as number) & 127) === small[31]) return false;
  }
  return true;
}
