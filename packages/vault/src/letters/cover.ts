import { idBytes, type LetterId, newId, type PublicDoor, sealCover } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { putPiece } from './put-piece.ts';

/** Milliseconds between two covers of one organisation, on average, while the devices of all who open letters are on. */
const BETWEEN = 8 * 3_600_000;
/** Characters of a story, on average; the longest that a cover pretends to. */
const STORY = 900;
const LONGEST = 12_000;

const nameOf = (ring: Ring): string => `letters-cover/${ring.space}`;

/** A share between 0 and 1, neither of them. */
function share(unlocked: Unlocked): number {
  const [a = 0, b = 0, c = 0] = unlocked.around.random(3);
  return ((a << 16) + (b << 8) + c + 0.5) / 2 ** 24;
}

/** Waiting times of what comes by chance: many short ones, few long ones. */
const drawn = (unlocked: Unlocked, mean: number): number => -Math.log(share(unlocked)) * mean;

/** The door as visitors are given it; null while it is shut. */
export function doorOf({ state, space }: Ring): PublicDoor | null {
  const { door, epoch, members } = state;
  if (door === null) return null;
  return {
    space,
    epoch: epoch.number,
    dropKey: epoch.dropKey,
    notice: door.notice,
    readers: door.readers.flatMap(({ account, name }) => {
      const member = members.get(account);
      return member === undefined ? [] : [{ account, name, encKey: member.encKey }];
    }),
  };
}

/**
 * Now and then a device of those who open letters sends one that says nothing, so that whoever takes the server cannot tell from the
 * letters that lie there how many people wrote. Its readers' devices pass it over.
 */
export async function postCover(unlocked: Unlocked, ring: Ring): Promise<void> {
  const door = doorOf(ring);
  const isReader = door?.readers.some(({ account }) => account === ring.me?.account) === true;
  if (door === null || !isReader || !mayWrite(ring)) return;
  const now = unlocked.around.now();
  const due = (await unlocked.kept.get(nameOf(ring))) as number | null;
  const isFar = due === null || due > now + 100 * BETWEEN * door.readers.length;
  if (!isFar && due > now) return;
  await unlocked.kept.put(nameOf(ring), Math.ceil(now + drawn(unlocked, BETWEEN * door.readers.length)));
  if (isFar || !unlocked.alive) return;
  const letter = newId<LetterId>(unlocked.around.random);
  const length = Math.min(LONGEST, Math.ceil(drawn(unlocked, STORY)));
  const sealed = await sealCover(door, letter, OPAQUE + length, unlocked.around.random);
  // Whether it came does not matter: another one follows.
  await putPiece(unlocked, {
    space: idBytes(ring.space),
    letter: idBytes(letter),
    epoch: door.epoch,
    piece: 0,
    pieces: 1,
    sealed,
  });
}

/** Bytes of a letter beside its story: addresses, keys, readers. */
const OPAQUE = 1500;
