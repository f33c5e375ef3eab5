import { LIMITS, type Request } from '@dayaq/protocol';
import {
  idBytes,
  type LetterId,
  newId,
  type PublicDoor,
  readDoor,
  sealLetter,
  unwrap,
  utf8,
} from '@dayaq/sealing';
import { must } from './client.ts';
import type { Person } from './person.ts';
import { act, type Space } from './space.ts';

/** Two open the public door of a space. */
export async function openDoor(
  space: Space,
  second: Person,
  readers: readonly Person[],
  notice: Uint8Array = utf8('{}'),
): Promise<void> {
  await act(space, space.founder, {
    type: 'door',
    notice,
    readers: readers.map(({ account }, i) => ({ account: account.id, name: `Reader ${i}` })),
  });
  await act(space, second, { type: 'door-open', door: space.charter.seq });
}

/** The door as a visitor is given it. */
export async function visit(space: Space): Promise<PublicDoor> {
  const { acts } = await must({ url: space.url, token: null }, 'doors/read', { space: space.id });
  return unwrap(await readDoor(space.charter.space, acts));
}

/** A sealed letter in pieces, as a visitor's page sends them. */
export async function piecesOf(
  door: PublicDoor,
  content: Uint8Array,
  letter: LetterId = newId<LetterId>(),
): Promise<Request<'letters/put'>[]> {
  const sealed = await sealLetter(door, new Set(), letter, content);
  const pieces = Math.ceil(sealed.length / LIMITS.letterPiece);
  return Array.from({ length: pieces }, (_, piece) => ({
    space: idBytes(door.space),
    letter: idBytes(letter),
    epoch: door.epoch,
    piece,
    pieces,
    sealed: sealed.slice(piece * LIMITS.letterPiece, (piece + 1) * LIMITS.letterPiece),
  }));
}
