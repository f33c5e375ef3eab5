import { fromBase64url } from './base64url.ts';
import { asBuffer, concatBytes } from './bytes.ts';
import { labelBytes } from './hash.ts';
import { unwrap } from './result.ts';
import type { Secret } from './secret.ts';
import { hasNativeEd25519 } from './signature-check.ts';

/** An Ed25519 key pair that signs under labels. */
export interface SigningKeys {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Signature (64 bytes) over the label `dayaq/1/<label>` and the message. */
  sign(label: string, message: Uint8Array): Promise<Uint8Array>;
}

/** A PKCS #8 envelope around a raw seed, which WebCrypto does not take bare (RFC 8410). */
const PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** The key pair of a 32-byte seed. The private key is imported once and cannot be exported again. */
export async function signingKeys(seed: Secret): Promise<SigningKeys> {
  if (seed.length !== 32) throw new Error('an Ed25519 seed has 32 bytes');
  if (!(await hasNativeEd25519())) {
    const { makeSignature, publicKeyOf } = await import('./ed25519-fallback.ts');
    const kept = seed.expose().slice();
    return {
      publicKey: publicKeyOf(kept),
      sign: async (label, message) => makeSignature(kept, concatBytes(labelBytes(label), message)),
    };
  }
  const pkcs8 = asBuffer(concatBytes(PKCS8_HEAD, seed.expose()));
  const exportable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const jwk = await crypto.subtle.exportKey('jwk', exportable);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  pkcs8.fill(0);
  return {
    publicKey: unwrap(fromBase64url(jwk.x ?? '')),
    sign: async (label, message) =>
      new Uint8Array(
        await crypto.subtle.sign('Ed25519', key, asBuffer(concatBytes(labelBytes(label), message))),
      ),
  };
}
