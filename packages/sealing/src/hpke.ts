import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import { concatBytes, type Randomness, systemRandomness } from './bytes.ts';
import { ENC_KEY_SIZE } from './member-keys.ts';
import { fail, ok, type Result } from './result.ts';
import { SEAL_VERSION } from './seal-size.ts';
import type { Secret } from './secret.ts';

const ENCAPSULATION_BYTES = 1120;

/** An X-Wing key pair (ML-KEM-768 and X25519) that opens what was sealed to its public half. */
export interface EncryptionKeys {
  /** 1216 bytes. */
  readonly publicKey: Uint8Array;
  /**
   * Opens what `hpkeSeal` made for this key and the same `info`.
   * Errors: `malformed`, `unsupported-version`, `wrong-key`.
   */
  open(info: Uint8Array, sealed: Uint8Array): Promise<Result<Uint8Array>>;
}

const kem = new XWing();
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** The key pair of a 32-byte seed, which is the X-Wing decapsulation key itself. */
export async function encryptionKeys(seed: Secret): Promise<EncryptionKeys> {
  // The library reads the whole buffer under a view, so it gets copies that own theirs.
  const pair = await kem.generateKeyPairDerand(new Uint8Array(seed.expose()));
  const publicKey = new Uint8Array(await kem.serializePublicKey(pair.publicKey));
  return {
    publicKey,
    async open(info, sealed) {
      if (sealed.length < 1 + ENCAPSULATION_BYTES + 16)
        return fail('malformed', 'sealed bytes are too short');
      if (sealed[0] !== SEAL_VERSION) return fail('unsupported-version', `sealed with version ${sealed[0]}`);
      try {
        const enc = new Uint8Array(sealed.subarray(1, 1 + ENCAPSULATION_BYTES));
        const ciphertext = new Uint8Array(sealed.subarray(1 + ENCAPSULATION_BYTES));
        const opened = await suite.open({ recipientKey: pair, enc, info: new Uint8Array(info) }, ciphertext);
        return ok(new Uint8Array(opened));
      } catch {
        return fail('wrong-key', 'does not open with this key');
      }
    },
  };
}

/** HPKE base mode: `version ‖ encapsulation (1120) ‖ ciphertext ‖ tag (16)`. Throws when the key is no key. */
export async function hpkeSeal(
  publicKey: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
  random: Randomness = systemRandomness,
): Promise<Uint8Array> {
  if (publicKey.length !== ENC_KEY_SIZE) throw new Error(`a public key has ${ENC_KEY_SIZE} bytes`);
  const recipientPublicKey = await kem.deserializePublicKey(new Uint8Array(publicKey));
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: new Uint8Array(info), ekm: random(64) },
    new Uint8Array(plaintext),
  );
  return concatBytes(Uint8Array.of(SEAL_VERSION), new Uint8Array(enc), new Uint8Array(ct));
}
