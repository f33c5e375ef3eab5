/**
 * Where one account keeps everything on a device. Several people who share a device have a shelf each: a store, private files, a lock and channels of
 * its own, under names that say nothing. What one's passphrase opens, no other's does.
 */
export type Shelf = number;

/** How many accounts one device takes; counted from 1. */
export const MOST_SHELVES = 4;
export const SHELVES: readonly Shelf[] = Array.from({ length: MOST_SHELVES }, (_, i) => i + 1);

/** The name under which a shelf's store, files, lock and channel stand. */
export function storeOf(shelf: Shelf): string {
  return shelf === 1 ? 'notes' : `notes-${shelf}`;
}

/** The shelves with an account. Nothing is opened but the word that there is one, and nothing is made. */
export async function occupiedShelves(): Promise<Shelf[]> {
  const held = await Promise.all(SHELVES.map((shelf) => hasAccount(storeOf(shelf))));
  return SHELVES.filter((_, i) => held[i]);
}

function hasAccount(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    // There was none: the one that would be made now is not.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
    request.onblocked = () => resolve(false);
    request.onsuccess = () => {
      const db = request.result;
      const end = (found: boolean) => {
        db.close();
        resolve(found);
      };
      if (!db.objectStoreNames.contains('kept')) return end(false);
      const asked = db.transaction('kept').objectStore('kept').count('device');
      asked.onsuccess = () => end(asked.result > 0);
      asked.onerror = () => end(false);
    };
  });
}
