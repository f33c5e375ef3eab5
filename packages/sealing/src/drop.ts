import { binding } from './aead.ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { derive } from './derive.ts';
import { type EncryptionKeys, encryptionKeys, hpkeSeal } from './hpke.ts';
import { idBytes, type SpaceId } from './ids.ts';
import { readSecretWords, secretWords } from './kit.ts';
import { padTo, unpad } from './pad.ts';
import type { Result } from './result.ts';
import { Secret } from './secret.ts';
import { type SigningKeys, signingKeys } from './signature.ts';

function dropInfo(space: SpaceId, epoch: number): Uint8Array {
  return binding('drop', idBytes(space), epoch);
}

/** A letter to a space that only the members of its epoch can open; padded. Throws when `dropKey` is no key. */
export function sealDrop(
  to: { readonly space: SpaceId; readonly epoch: number; readonly dropKey: Uint8Array },
  payload: Uint8Array,
  random?: Randomness,
): Promise<Uint8Array> {
  return hpkeSeal(to.dropKey, dropInfo(to.space, to.epoch), padTo('message', payload), random);
}

/** `keys` are the epoch's `epochDropKeys`. Errors: `wrong-key`, `malformed`, `unsupported-version`. */
export async function openDrop(
  sealed: Uint8Array,
  at: { readonly space: SpaceId; readonly epoch: number; readonly keys: EncryptionKeys },
): Promise<Result<Uint8Array>> {
  const opened = await at.keys.open(dropInfo(at.space, at.epoch), sealed);
  return opened.ok ? unpad(opened.value) : opened;
}

/** 16 random bytes that the sender of a drop keeps, as 12 words. */
export function newReceipt(random: Randomness = systemRandomness): Secret {
  return new Secret(random(16));
}

export function receiptWords(receipt: Secret): string[] {
  return secretWords(receipt);
}

/** Forgiving as `readKit`, with its errors. */
export function readReceipt(words: string | readonly string[]): Result<Secret> {
  return readSecretWords(words);
}

/** Where replies to a drop wait, and what opens them. Not linkable to the drop without the receipt. */
export interface Mailbox {
  /** 16 bytes. */
  readonly address: Uint8Array;
  /** 16 bytes, the same in every letter of this sender; sealed in them, so that only their readers see which belong together. */
  readonly thread: Uint8Array;
  /** Proves to the server that the one who polls holds the receipt; its public half is the verifier. */
  readonly verifier: SigningKeys;
  readonly encryption: EncryptionKeys;
}

export async function mailbox(receipt: Secret): Promise<Mailbox> {
  const [address, thread, signSeed, encSeed] = await Promise.all([
    derive(receipt, 'mailbox-address', 16),
    derive(receipt, 'mailbox-thread', 16),
    derive(receipt, 'mailbox-signing'),
    derive(receipt, 'mailbox-encryption'),
  ]);
  return {
    address: address.expose(),
    thread: thread.expose(),
    verifier: await signingKeys(signSeed),
    encryption: await encryptionKeys(encSeed),
  };
}

/** A reply to a mailbox; padded. `to` is its public encryption key. */
export function sealReply(
  to: Uint8Array,
  address: Uint8Array,
  payload: Uint8Array,
  random?: Randomness,
): Promise<Uint8Array> {
  return hpkeSeal(to, binding('reply', address), padTo('message', payload), random);
}

/** Errors: `wrong-key`, `malformed`, `unsupported-version`. */
export async function openReply(box: Mailbox, sealed: Uint8Array): Promise<Result<Uint8Array>> {
  const opened = await box.encryption.open(binding('reply', box.address), sealed);
  return opened.ok ? unpad(opened.value) : opened;
}
