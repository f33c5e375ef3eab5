import { status } from '../vault/session.ts';

let running = 0;
let lastMoved = '';

/** Something that a person waits for, longer than a moment: adding a file, an import. */
export async function whileWorking<T>(work: () => Promise<T>): Promise<T> {
  running++;
  try {
    return await work();
  } finally {
    running--;
  }
}

/**
 * Whether work is under way that moves: what was begun by a person, or fetching and sending that have got further since this
 * was asked last. A network that stands still is no work.
 */
export function isWorkMoving(): boolean {
  const { sync } = status.value;
  const moved = sync.state === 'syncing' ? `${sync.progress?.done ?? 0} ${sync.waiting}` : '';
  const isMoving = moved !== '' && lastMoved !== '' && moved !== lastMoved;
  lastMoved = moved;
  return running > 0 || isMoving;
}
