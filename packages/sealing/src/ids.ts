import { fromBase64url, toBase64url } from './base64url.ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { encodeCanonical } from './encoding.ts';
import { hashOf } from './hash.ts';
import { fail, ok, type Result, unwrap } from './result.ts';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** 16 bytes each, in base64url. */
export type AccountId = Id<'account'>;
export type DossierId = Id<'dossier'>;
export type RecordId = Id<'record'>;
export type InviteId = Id<'invite'>;
export type BlobId = Id<'blob'>;
export type IntroductionId = Id<'introduction'>;
export type LetterId = Id<'letter'>;
/** One life of a space's log on a server: a restore begins another. */
export type LogId = Id<'log'>;
/** 32 bytes each, in base64url: hashes. */
export type SpaceId = Id<'space'>;
export type EntryId = Id<'entry'>;

export type AnyId =
  | AccountId
  | DossierId
  | RecordId
  | InviteId
  | BlobId
  | IntroductionId
  | LetterId
  | LogId
  | SpaceId
  | EntryId;

export const ID_BYTES = 16;
export const HASH_BYTES = 32;

/** The bytes that an id spells. Throws when the text is no id: ids from outside go through `readId` first. */
export function idBytes(id: AnyId): Uint8Array {
  return unwrap(fromBase64url(id));
}

/** Spells bytes as an id. Throws unless there are 16 or 32 of them. */
export function idText<I extends AnyId>(bytes: Uint8Array): I {
  if (bytes.length !== ID_BYTES && bytes.length !== HASH_BYTES) {
    throw new Error(`an id has ${ID_BYTES} or ${HASH_BYTES} bytes, not ${bytes.length}`);
  }
  return toBase64url(bytes) as I;
}

/** Reads an id of `length` bytes from text that came from outside. Error: `malformed`. */
export function readId<I extends AnyId>(
  text: string,
  length: typeof ID_BYTES | typeof HASH_BYTES,
): Result<I> {
  if (text.length > 43) return fail('malformed', 'not an id: too long');
  const bytes = fromBase64url(text);
  if (!bytes.ok) return bytes;
  if (bytes.value.length !== length) return fail('malformed', `not an id of ${length} bytes`);
  return ok(text as I);
}

/** A new random id of 16 bytes. */
export function newId<I extends AnyId>(random: Randomness = systemRandomness): I {
  return idText<I>(random(ID_BYTES));
}

/** The dossier that every member of a space finds without being told, for example the roster. */
export async function derivedDossier(space: SpaceId, label: string): Promise<DossierId> {
  const hash = await hashOf('derived-dossier', encodeCanonical([idBytes(space), label]));
  return idText<DossierId>(hash.slice(0, ID_BYTES));
}
