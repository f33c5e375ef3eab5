import type { AccountId, Bars, DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import type { Unlocked } from '../unlocked.ts';

/** What somebody here asked of a dossier's next generation. It waits, durably, until the server has it. */
export interface Wish {
  /** Who it is shared with; null ends the sharing. */
  peer: SpaceId | null;
  barred: Bars;
  /** Its readers in its own space; null for every member who is not barred. */
  readers: AccountId[] | null;
  /** Of an end: entries that were written before it and still reach the recipient. */
  first: EntryId[];
}

const wishName = (dossier: string) => `sharing/${dossier}`;

/** Beside the database first, so that what comes back after a crash comes back as it was meant. */
export function keepWish(unlocked: Unlocked, space: SpaceId, dossier: DossierId, wish: Wish): Promise<void> {
  return unlocked.kept.put(wishName(dossier), { space, wish: JSON.stringify(wish) });
}

/** The database's part of a wish, and the row by which its dossier is known as a shared one. */
export function insertWish(unlocked: Unlocked, space: SpaceId, dossier: DossierId, wish: Wish): void {
  const { engine } = unlocked;
  engine.run(
    'insert or replace into sharing(dossier, space, wish) values(?, ?, ?)',
    dossier,
    space,
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

export function wishOf(unlocked: Unlocked, dossier: DossierId): { wish: Wish; text: string } | null {
  const row = unlocked.engine.get<{ wish: string }>('select wish from sharing where dossier = ?', dossier);
  return row === null ? null : { wish: JSON.parse(row.wish) as Wish, text: row.wish };
}

/** It was fulfilled; one that somebody made meanwhile stays. */
export async function dropWish(unlocked: Unlocked, dossier: DossierId, text: string): Promise<void> {
  const dropped = unlocked.engine.run('delete from sharing where dossier = ? and wish = ?', dossier, text);
  if (dropped > 0) await forgetWish(unlocked, dossier);
}

/** The part of a wish that stands beside the database. */
export function forgetWish(unlocked: Unlocked, dossier: DossierId): Promise<void> {
  return unlocked.kept.delete(wishName(dossier));
}

export async function recoverWishes(unlocked: Unlocked): Promise<void> {
  for (const { name, value } of await unlocked.kept.all(wishName(''))) {
    const { space, wish } = value as { space: SpaceId; wish: string };
    const dossier = name.slice(wishName('').length) as DossierId;
    if (wishOf(unlocked, dossier) === null) insertWish(unlocked, space, dossier, JSON.parse(wish) as Wish);
  }
}
