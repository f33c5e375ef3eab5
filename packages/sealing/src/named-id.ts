import { derive } from './derive.ts';
import { encodeCanonical } from './encoding.ts';
import { hashOf } from './hash.ts';
import { type AnyId, ID_BYTES, idBytes, idText, type SpaceId } from './ids.ts';
import type { Secret } from './secret.ts';

/** The key by which an account names what it brings in where the space's own is out of its reach. */
export function namingKey(root: Secret): Promise<Secret> {
  return derive(root, 'account-naming');
}

/**
 * The key by which the members of a space name what they bring in: of two who bring in the same, each gives it the same id.
 * @param firstEpochKey which every member comes to hold, and which never changes
 */
export function spaceNamingKey(firstEpochKey: Secret): Promise<Secret> {
  return derive(firstEpochKey, 'space-naming');
}

/**
 * The id that a name always has for whoever holds the key, in one space; to everybody else it is as good as random. Half of a
 * hash over key, space and name, each with its length, so that no name runs over into another and none can be lengthened.
 */
export async function idFromName<I extends AnyId>(key: Secret, space: SpaceId, name: string): Promise<I> {
  const hash = await hashOf('named-id', encodeCanonical([key.expose(), idBytes(space), name]));
  return idText<I>(hash.slice(0, ID_BYTES));
}
