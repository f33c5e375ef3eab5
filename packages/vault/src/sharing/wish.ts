import type { AccountId, Bars, DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import type { Unlocked } from '../unlocked.ts';

/** What somebody here asked of a dossier's next generation. It waits, durably, until the server has it. */
export interface Wish {
  /** Who it is shared with; null ends the sharing. */
  peer: SpaceId | null;
  barred: Bars;
  /** Its first readers in its own space; null for every member who is not barred. Once it has a generation, that says who reads. */
  readers: AccountId[] | null;
  /** Of an end: entries that were written before it and still reach the recipient. */
  first: EntryId[];
}

const WISHES = 'sharing/';
const wishName = (space: string, dossier: string) => `${WISHES}${space}/${dossier}`;

/** Beside the database first, so that what comes back after a crash comes back as it was meant. */
export function keepWish(unlocked: Unlocked, space: SpaceId, dossier: DossierId, wish: Wish): Promise<void> {
  return unlocked.kept.put(wishName(space, dossier), { space, wish: JSON.stringify(wish) });
}

/** The database's part of a wish, and the row by which its dossier is known as a shared one. */
export function insertWish(unlocked: Unlocked, space: SpaceId, dossier: DossierId, wish: Wish): void {
  const { engine } = unlocked;
  engine.run(
    'insert or replace into sharing(space, dossier, wish) values(?, ?, ?)',
    space,
    dossier,
    JSON.stringify(wish),
  );
  if (wish.peer === null) return;
  engine.run(
    'insert or ignore into share(space, dossier, owner, peer) values(?1, ?2, ?1, ?3)',
    space,
    dossier,
    wish.peer,
  );
}

export function wishOf(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
): { wish: Wish; text: string } | null {
  const row = unlocked.engine.get<{ wish: string }>(
    'select wish from sharing where space = ? and dossier = ?',
    space,
    dossier,
  );
  return row === null ? null : { wish: JSON.parse(row.wish) as Wish, text: row.wish };
}

/** It was fulfilled; one that somebody made meanwhile stays. */
export async function dropWish(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  text: string,
): Promise<void> {
  const dropped = unlocked.engine.run(
    'delete from sharing where space = ? and dossier = ? and wish = ?',
    space,
    dossier,
    text,
  );
  if (dropped > 0) await forgetWish(unlocked, space, dossier);
}

/** The part of a wish that stands beside the database. */
export function forgetWish(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<void> {
  return unlocked.kept.delete(wishName(space, dossier));
}

export async function recoverWishes(unlocked: Unlocked): Promise<void> {
  for (const { name, value } of await unlocked.kept.all(WISHES)) {
    const kept = value as { space: SpaceId; wish: string };
    const { space } = kept;
    const wish = JSON.parse(kept.wish) as Wish;
    const dossier = name.slice(name.lastIndexOf('/') + 1) as DossierId;
    // Copies from before the space stood in their names.
    if (name !== wishName(space, dossier)) {
      await keepWish(unlocked, space, dossier, wish);
      await unlocked.kept.delete(name);
    }
    if (wishOf(unlocked, space, dossier) === null) insertWish(unlocked, space, dossier, wish);
  }
}
