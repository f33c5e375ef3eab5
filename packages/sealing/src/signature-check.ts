import { toBase64url } from './base64url.ts';
import { asBuffer, concatBytes } from './bytes.ts';
import { labelBytes } from './hash.ts';
import { isPlainSignature, isPlainSignKey } from './signature-rule.ts';

export const SIGN_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

let native: Promise<boolean> | undefined;

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/**
 * Signatures of the published edge cases (github.com/novifinancial/ed25519-speccheck) over which implementations
 * differ and which no look at the bytes settles: the same key with torsion, an R that fits exactly, and one that
 * fits only after multiplying by the cofactor.
 */
const PROBES = [
  {
    message: '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    signature:
      '9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009',
    holds: true,
  },
  {
    message: 'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    signature:
      '160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09',
    holds: false,
  },
];
const PROBE_KEY = 'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d';

/** What is needed of WebCrypto here, so that another implementation can be judged in its place. */
export type NativeVerifier = Pick<SubtleCrypto, 'importKey' | 'verify'>;

/** Whether an implementation knows Ed25519 and judges as `signature-rule.ts` says. */
export async function judgesAlike(subtle: NativeVerifier): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', asBuffer(hex(PROBE_KEY)), 'Ed25519', false, ['verify']);
    for (const { message, signature, holds } of PROBES) {
      const verdict = await subtle.verify('Ed25519', key, asBuffer(hex(signature)), asBuffer(hex(message)));
      if (verdict !== holds) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether this platform's WebCrypto can be asked; found out once. */
export function hasNativeEd25519(): Promise<boolean> {
  native ??= judgesAlike(crypto.subtle);
  return native;
}

/** Imported public keys. A pull checks many signatures of few people; the bound keeps a forger from filling it. */
const CACHED_KEYS = 512;
const imported = new Map<string, Promise<CryptoKey | null>>();

function importVerifier(publicKey: Uint8Array): Promise<CryptoKey | null> {
  const name = toBase64url(publicKey);
  const known = imported.get(name);
  if (known) return known;
  const key = isPlainSignKey(publicKey)
    ? crypto.subtle
        .importKey('raw', asBuffer(publicKey.slice()), 'Ed25519', false, ['verify'])
        .catch(() => null)
    : Promise.resolve(null);
  if (imported.size >= CACHED_KEYS) {
    const oldest = imported.keys().next().value;
    if (oldest !== undefined) imported.delete(oldest);
  }
  imported.set(name, key);
  return key;
}

/** Whether a signature holds; the same answer as `verifySignature`, wherever it is worked out. */
export type SignatureCheck = typeof verifySignature;

/**
 * Checks an Ed25519 signature over the label of `label` and `message`, by the same rule with and without the
 * platform's implementation (`signature-rule.ts`). Wrong lengths, keys that are no points and signatures that are no
 * signatures are simply false.
 */
export async function verifySignature(
  publicKey: Uint8Array,
  label: string,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== SIGN_KEY_BYTES || !isPlainSignature(signature)) return false;
  const signed = concatBytes(labelBytes(label), message);
  if (await hasNativeEd25519()) {
    const key = await importVerifier(publicKey);
    return key !== null && crypto.subtle.verify('Ed25519', key, asBuffer(signature), asBuffer(signed));
  }
  const { checkSignature } = await import('./ed25519-fallback.ts');
  return checkSignature(publicKey, signed, signature);
}
