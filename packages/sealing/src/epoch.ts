import type { Account } from './account.ts';
import { binding, openWith, sealWith } from './aead.ts';
import { concatBytes, equalBytes, type Randomness, systemRandomness } from './bytes.ts';
import type { EpochPublic } from './charter-types.ts';
import { derive, hkdf, NO_SALT } from './derive.ts';
import { encodeCanonical } from './encoding.ts';
import { readView, type View, writeView } from './log-place.ts';
import { hashOf, labelBytes } from './hash.ts';
import { type EncryptionKeys, encryptionKeys, hpkeSeal } from './hpke.ts';
import { type AccountId, idBytes, type SpaceId } from './ids.ts';
import type { MemberKeys } from './member-keys.ts';
import { fail, ok, type Result } from './result.ts';
import { Secret } from './secret.ts';
import { Fields, readShape } from './shape.ts';

const KEY_BYTES = 32;
const MAX_WRAPPED = 512;

/** 32 random bytes. */
export function newEpochKey(random: Randomness = systemRandomness): Secret {
  return new Secret(random(32));
}

/** The key pair that opens drops to the space; every member of the epoch derives it. */
export async function epochDropKeys(key: Secret): Promise<EncryptionKeys> {
  return encryptionKeys(await derive(key, 'epoch-drop'));
}

/** What the charter says of an epoch. */
export async function epochPublic(key: Secret, number: number): Promise<EpochPublic> {
  return {
    number,
    commitment: await hashOf('epoch-commitment', key.expose()),
    dropKey: (await epochDropKeys(key)).publicKey,
  };
}

/**
 * The id of a timer, 16 bytes: the same on every device that has the key and names the same thing by `about`. Without
 * the key nothing tells what it is for, or that two are for the same.
 */
export function timerId(key: Secret, about: readonly (string | number)[]): Promise<Uint8Array> {
  return hkdf(key.expose(), NO_SALT, concatBytes(labelBytes('epoch-timer'), encodeCanonical([...about])), 16);
}

/**
 * What a reply gives to whoever reads it, so that their next letters need no work while the door is in flood: 32 bytes, the same in every
 * reply of an epoch, so that it tells no two people apart. The door's notice says its `letterPassHash`.
 */
export const letterPass = (key: Secret): Promise<Uint8Array> =>
  hkdf(key.expose(), NO_SALT, labelBytes('letter-pass'), 32);

async function committed(key: Uint8Array, expected: EpochPublic): Promise<Result<Secret>> {
  if (equalBytes(await hashOf('epoch-commitment', key), expected.commitment)) return ok(new Secret(key));
  return fail('commitment-mismatch', 'not the key that the charter signed for');
}

function wrapInfo(space: SpaceId, number: number, account: AccountId): Uint8Array {
  return binding('epoch-wrap', idBytes(space), number, idBytes(account));
}

/**
 * An epoch's key, sealed to one member together with what the giver's device had verified: whoever is let in knows how far
 * the log must reach, and no server can show them less. Only who has the key can say so.
 */
export function wrapEpochKey(
  key: Secret,
  number: number,
  space: SpaceId,
  to: MemberKeys,
  view: View,
  random?: Randomness,
): Promise<Uint8Array> {
  const content = encodeCanonical({ key: key.expose(), view: writeView(view) });
  return hpkeSeal(to.encKey, wrapInfo(space, number, to.account), content, random);
}

/** Errors: `wrong-key`, `commitment-mismatch`, `malformed`, `unsupported-version`. */
export async function unwrapEpochKey(
  wrap: Uint8Array,
  account: Account,
  space: SpaceId,
  expected: EpochPublic,
): Promise<Result<{ readonly key: Secret; readonly view: View }>> {
  const opened = await account.encryption.open(wrapInfo(space, expected.number, account.id), wrap);
  if (!opened.ok) return opened;
  const read = readShape(opened.value, MAX_WRAPPED, (value) => {
    const f = new Fields(value, 'wrap', ['key', 'view']);
    return { key: f.bytes('key', KEY_BYTES), view: readView(f.raw('view')) };
  });
  if (!read.ok) return read;
  const key = await committed(read.value.key, expected);
  return key.ok ? ok({ key: key.value, view: read.value.view }) : key;
}

/** The previous epoch's key, sealed under the new one, so that whoever is in it reads what was before. */
export async function linkEpoch(
  newKey: Secret,
  newNumber: number,
  space: SpaceId,
  oldKey: Secret,
  random?: Randomness,
): Promise<Uint8Array> {
  const key = await derive(newKey, 'epoch-link');
  return sealWith(key, binding('epoch-link', idBytes(space), newNumber), oldKey.expose(), random);
}

/** Errors: `wrong-key`, `commitment-mismatch`, `malformed`, `unsupported-version`. */
export async function openEpochLink(
  newKey: Secret,
  newNumber: number,
  space: SpaceId,
  link: Uint8Array,
  expectedOld: EpochPublic,
): Promise<Result<Secret>> {
  const key = await derive(newKey, 'epoch-link');
  const opened = await openWith(key, binding('epoch-link', idBytes(space), newNumber), link);
  return opened.ok ? committed(opened.value, expectedOld) : opened;
}
