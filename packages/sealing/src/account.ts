import { binding, openWith, sealWith } from './aead.ts';
import { argon2id } from './argon2.ts';
import { concatBytes, type Randomness, systemRandomness, utf8 } from './bytes.ts';
import { canonicalPassphrase } from './canonical-passphrase.ts';
import { derive, hkdf } from './derive.ts';
import { labelBytes } from './hash.ts';
import { type EncryptionKeys, encryptionKeys } from './hpke.ts';
import { type AccountId, idBytes, idText } from './ids.ts';
import type { MemberKeys } from './member-keys.ts';
import { fail, ok, type Result } from './result.ts';
import { Secret } from './secret.ts';
import { type SigningKeys, signingKeys } from './signature.ts';

export interface Account {
  readonly id: AccountId;
  readonly root: Secret;
  readonly signing: SigningKeys;
  readonly encryption: EncryptionKeys;
  /** 32 bytes: what is stored on this device is sealed under keys of it. */
  readonly storageKey: Secret;
  readonly public: MemberKeys;
}

/** What passphrase and device secret together give. */
export interface Unlock {
  readonly id: AccountId;
  readonly wrapKey: Secret;
  /** Its public half is the server's verifier. */
  readonly signIn: SigningKeys;
}

/** 16 random bytes, made at sign-up, kept on the device and printed on the kit. */
export function newDeviceSecret(random: Randomness = systemRandomness): Secret {
  return new Secret(random(16));
}

/** 32 random bytes that all keys of an account come from. */
export function newAccountRoot(random: Randomness = systemRandomness): Secret {
  return new Secret(random(32));
}

/** The id of the account that a device secret belongs to. */
export async function accountId(deviceSecret: Secret): Promise<AccountId> {
  return idText<AccountId>((await derive(deviceSecret, 'account-id', 16)).expose());
}

/** All keys of an account, from its root. */
export async function openAccountKeys(id: AccountId, root: Secret): Promise<Account> {
  const [signSeed, encSeed, storageKey] = await Promise.all([
    derive(root, 'account-signing'),
    derive(root, 'account-encryption'),
    derive(root, 'account-storage'),
  ]);
  const signing = await signingKeys(signSeed);
  const encryption = await encryptionKeys(encSeed);
  return {
    id,
    root,
    signing,
    encryption,
    storageKey,
    public: { account: id, signKey: signing.publicKey, encKey: encryption.publicKey },
  };
}

/**
 * Stretches a passphrase (Argon2id, 64 MiB, three passes: about half a second, so run it in a worker) and
 * joins it with the device secret. What a keyboard does to a passphrase does not count (`canonical-passphrase.ts`). Whoever has only one of the two can test nothing.
 */
export async function deriveUnlock(passphrase: string, deviceSecret: Secret): Promise<Unlock> {
  const salt = await derive(deviceSecret, 'argon-salt', 16);
  // The label also keeps an empty passphrase from being no input at all, which the library refuses.
  const password = concatBytes(labelBytes('passphrase'), utf8(canonicalPassphrase(passphrase)));
  const stretched = await argon2id(password, salt.expose());
  password.fill(0);
  const ikm = concatBytes(stretched, deviceSecret.expose());
  const unlockKey = new Secret(await hkdf(ikm, new Uint8Array(0), labelBytes('unlock'), 32));
  stretched.fill(0);
  ikm.fill(0);
  const [id, wrapKey, signInSeed] = await Promise.all([
    accountId(deviceSecret),
    derive(unlockKey, 'unlock-wrap'),
    derive(unlockKey, 'unlock-sign-in'),
  ]);
  unlockKey.wipe();
  return { id, wrapKey, signIn: await signingKeys(signInSeed) };
}

/** The account root, sealed for storage here and on the server. */
export function sealRoot(unlock: Unlock, root: Secret, random?: Randomness): Promise<Uint8Array> {
  return sealWith(unlock.wrapKey, binding('account-root', idBytes(unlock.id)), root.expose(), random);
}

/** Errors: `wrong-passphrase` (or another account's, or altered), `malformed`, `unsupported-version`. */
export async function openRoot(unlock: Unlock, sealed: Uint8Array): Promise<Result<Secret>> {
  const opened = await openWith(unlock.wrapKey, binding('account-root', idBytes(unlock.id)), sealed);
  if (opened.ok) return ok(new Secret(opened.value));
  if (opened.error.code !== 'wrong-key') return opened;
  return fail('wrong-passphrase', 'the passphrase or the device secret is not the right one');
}
