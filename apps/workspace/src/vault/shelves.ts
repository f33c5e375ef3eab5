import { MOST_SHELVES, occupiedShelves, type Shelf, SHELVES, storeOf } from '@dayaq/vault/browser/shelf';
import { signal } from '@preact/signals';
import { vault } from './session.ts';

const KEPT_AS = 'shelf';

/** Whose lock stands before this page: each person on a device has one, counted from 1. */
export const ownShelf: Shelf = remembered();
export const ownStore = storeOf(ownShelf);

/** The locks that somebody has on this device; null while that is looked up. */
export const takenShelves = signal<readonly Shelf[] | null>(null);

export async function lookForOthers(): Promise<void> {
  takenShelves.value = await occupiedShelves().catch(() => []);
}

/** After this person's things were wiped: those of others stay, and the next page stands before one of their locks. Answers whether there are any. */
export async function leaveShelf(): Promise<boolean> {
  await lookForOthers();
  const next = takenShelves.value?.[0];
  if (next !== undefined) remember(next);
  return next !== undefined;
}

/** A place for one more person, or null where the device takes no more. */
export function freeShelf(taken: readonly Shelf[]): Shelf | null {
  return taken.length >= MOST_SHELVES ? null : (SHELVES.find((one) => !taken.includes(one)) ?? null);
}

/**
 * Goes to another person's lock, by loading the page anew: nothing of the one stays in memory when the other comes. What stands behind `#` in the
 * address, an invitation perhaps, goes along with `here`.
 */
export async function goToShelf(shelf: Shelf, here = false): Promise<void> {
  await vault.peek()?.lock();
  remember(shelf);
  if (here) location.reload();
  else location.assign('/');
}

function remembered(): Shelf {
  try {
    const kept = Number(localStorage.getItem(KEPT_AS));
    return SHELVES.includes(kept) ? kept : 1;
  } catch {
    return 1;
  }
}

function remember(shelf: Shelf): void {
  try {
    if (shelf === 1) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, String(shelf));
  } catch {
    // A browser that keeps nothing keeps one person's things at most.
  }
}
