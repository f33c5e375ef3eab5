import { aesOpen, aesSeal, binding, importAesKey } from './aead.ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { derive } from './derive.ts';
import { type IntroductionId, type InviteId, idText } from './ids.ts';
import { padTo, unpad } from './pad.ts';
import type { Result } from './result.ts';
import { Secret } from './secret.ts';
import { type SigningKeys, signingKeys } from './signature.ts';

export type LinkPurpose = 'invitation' | 'introduction';

export interface LinkKeys<I extends InviteId | IntroductionId> {
  /** Known to the server; says nothing of the secret. */
  readonly id: I;
  readonly signing: SigningKeys;
  /** `signing.publicKey`, for the charter and the server. */
  readonly verifier: Uint8Array;
  /** Seals something, padded, for whoever holds the link. */
  seal(plaintext: Uint8Array, random?: Randomness): Promise<Uint8Array>;
  /** Errors: `wrong-key`, `malformed`, `unsupported-version`. */
  open(sealed: Uint8Array): Promise<Result<Uint8Array>>;
}

/** 16 random bytes for the fragment of a link, which browsers do not send. */
export function newLinkSecret(random: Randomness = systemRandomness): Secret {
  return new Secret(random(16));
}

/** What a link's secret gives both of its ends. */
export function linkKeys(secret: Secret, purpose: 'invitation'): Promise<LinkKeys<InviteId>>;
export function linkKeys(secret: Secret, purpose: 'introduction'): Promise<LinkKeys<IntroductionId>>;
export async function linkKeys(
  secret: Secret,
  purpose: LinkPurpose,
): Promise<LinkKeys<InviteId> | LinkKeys<IntroductionId>> {
  if (secret.length !== 16) throw new Error('a link secret has 16 bytes');
  const [id, seed, sealKey] = await Promise.all([
    derive(secret, `${purpose}-id`, 16),
    derive(secret, `${purpose}-signing`),
    derive(secret, `${purpose}-seal`),
  ]);
  const signing = await signingKeys(seed);
  const aes = await importAesKey(sealKey);
  const associated = binding(purpose, id.expose());
  const rest = {
    signing,
    verifier: signing.publicKey,
    seal: (plaintext: Uint8Array, random?: Randomness) =>
      aesSeal(aes, associated, padTo('entry', plaintext), random),
    async open(sealed: Uint8Array) {
      const opened = await aesOpen(aes, associated, sealed);
      return opened.ok ? unpad(opened.value) : opened;
    },
  };
  return purpose === 'invitation'
    ? { id: idText<InviteId>(id.expose()), ...rest }
    : { id: idText<IntroductionId>(id.expose()), ...rest };
}
