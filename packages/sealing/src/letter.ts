import type { Account } from './account.ts';
import { binding, openWith, sealWith } from './aead.ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { derive } from './derive.ts';
import type { PublicDoor } from './door.ts';
import { openDrop, sealDrop } from './drop.ts';
import { encodeCanonical } from './encoding.ts';
import { type EncryptionKeys, encryptionKeys, hpkeSeal } from './hpke.ts';
import { hashOf } from './hash.ts';
import {
  type AccountId,
  type BlobId,
  type DossierId,
  ID_BYTES,
  idBytes,
  idText,
  type LetterId,
  type RecordId,
  type SpaceId,
} from './ids.ts';
import { fail, type Result } from './result.ts';
import { Secret } from './secret.ts';
import { asBytes, asList, readShape, refuse } from './shape.ts';

const VERSION = 1;
const KEY_BYTES = 32;
const MOST_WRAPS = 12;
/** Bytes of a whole letter, opened. */
export const MAX_LETTER = 8 * 1024 * 1024;

const keyInfo = (space: SpaceId, letter: LetterId): Uint8Array =>
  binding('letter-key', idBytes(space), idBytes(letter));
const bodyInfo = (space: SpaceId, letter: LetterId): Uint8Array =>
  binding('letter', idBytes(space), idBytes(letter));

/** A whole number below `below`, each as likely as any other to within 2^-24. */
function below(limit: number, random: Randomness): number {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % limit;
}

/**
 * Seals a letter to those readers of a door who are not barred, under the space's newest drop key. The letter's own key is wrapped
 * once for each reader of the door, for a barred one to a key that nobody has, in no order: nobody can tell how many read it, and
 * whoever is barred opens the outer seal with the space's key and finds nothing for them.
 * Throws where nobody is left who could read it.
 */
export async function sealLetter(
  door: PublicDoor,
  barred: ReadonlySet<AccountId>,
  letter: LetterId,
  content: Uint8Array,
  random: Randomness = systemRandomness,
): Promise<Uint8Array> {
  if (door.readers.every(({ account }) => barred.has(account))) throw new Error('nobody could read this');
  return seal(door, barred, letter, content, random);
}

/**
 * A letter that says nothing, for nobody: of the same make and size as one of so many bytes, so that whoever counts letters counts
 * it too. To its readers it is as one from which they were barred.
 */
export function sealCover(
  door: PublicDoor,
  letter: LetterId,
  length: number,
  random: Randomness = systemRandomness,
): Promise<Uint8Array> {
  const everybody = new Set(door.readers.map(({ account }) => account));
  return seal(door, everybody, letter, new Uint8Array(length), random);
}

async function seal(
  door: PublicDoor,
  barred: ReadonlySet<AccountId>,
  letter: LetterId,
  content: Uint8Array,
  random: Randomness,
): Promise<Uint8Array> {
  const key = new Secret(random(KEY_BYTES));
  const wraps: Uint8Array[] = [];
  for (const { account, encKey } of door.readers) {
    const to = barred.has(account) ? (await encryptionKeys(new Secret(random(32)))).publicKey : encKey;
    const wrap = await hpkeSeal(to, keyInfo(door.space, letter), key.expose(), random);
    wraps.splice(below(wraps.length + 1, random), 0, wrap);
  }
  const body = await sealWith(key, bodyInfo(door.space, letter), content, random);
  return sealDrop(door, encodeCanonical([VERSION, wraps, body]), random);
}

export interface OpenedLetter {
  readonly content: Uint8Array;
  /** The same for everybody who opened it: for names that all of their devices must give alike. */
  readonly key: Secret;
}

/** `keys` are the epoch's `epochDropKeys`. Errors: `wrong-key` where it is not for this account, `malformed`, `unsupported-version`. */
export async function openLetter(
  sealed: Uint8Array,
  at: {
    readonly space: SpaceId;
    readonly epoch: number;
    readonly keys: EncryptionKeys;
    readonly letter: LetterId;
    readonly account: Account;
  },
): Promise<Result<OpenedLetter>> {
  const outer = await openDrop(sealed, at);
  if (!outer.ok) return outer;
  const inner = readShape(outer.value, 2 * MAX_LETTER, (value) => {
    const [version, wraps, body] = asList(value, 'letter', 3, 3);
    if (version !== VERSION) refuse('a letter of another version', 'unsupported-version');
    return {
      wraps: asList(wraps, 'wraps', 1, MOST_WRAPS).map((each) => asBytes(each, 'wrap', 1, 4096)),
      body: asBytes(body, 'body', 1, 2 * MAX_LETTER),
    };
  });
  if (!inner.ok) return inner;
  for (const wrap of inner.value.wraps) {
    const opened = await at.account.encryption.open(keyInfo(at.space, at.letter), wrap);
    if (!opened.ok || opened.value.length !== KEY_BYTES) continue;
    const key = new Secret(opened.value);
    const content = await openWith(key, bodyInfo(at.space, at.letter), inner.value.body);
    return content.ok ? { ok: true, value: { content: content.value, key } } : content;
  }
  return fail('wrong-key', 'not for this account');
}

/**
 * The dossier in which a correspondence stands, the same on every device: of one sender, and of the readers whom they left. A
 * later letter that is for others stands in another one, so that nobody reads it there whom it was kept from. `thread` is the
 * sender's own: hashed, so that nobody outside can aim a letter at a dossier that exists.
 * @param alone the letter that is to stand in a dossier of its own, where that of its correspondence is not to be had; and which
 * of several, as whoever else can read the letter may have begun something under the number of the first
 */
export async function letterDossier(
  space: SpaceId,
  { thread, readers }: { readonly thread: Uint8Array; readonly readers: readonly AccountId[] },
  alone: { readonly letter: LetterId; readonly place: number } | null = null,
): Promise<DossierId> {
  const named = [...new Set(readers)].sort().map(idBytes);
  const own = alone === null ? [] : [idBytes(alone.letter), ...(alone.place === 0 ? [] : [alone.place])];
  const hash = await hashOf('letter-dossier', encodeCanonical([idBytes(space), thread, named, ...own]));
  return idText<DossierId>(hash.slice(0, ID_BYTES));
}

/** The records that a letter becomes, and the file that comes with it: the same on every device. */
export async function letterRecord(letter: LetterId, part: string): Promise<RecordId> {
  const hash = await hashOf('letter-record', encodeCanonical([idBytes(letter), part]));
  return idText<RecordId>(hash.slice(0, ID_BYTES));
}

export async function letterFile(
  key: Secret,
  index: number,
): Promise<{ readonly blob: BlobId; readonly key: Secret }> {
  const [blob, fileKey] = await Promise.all([
    derive(key, `letter-file-id/${index}`, ID_BYTES),
    derive(key, `letter-file-key/${index}`),
  ]);
  return { blob: idText<BlobId>(blob.expose()), key: fileKey };
}
