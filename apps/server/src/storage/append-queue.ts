import { toHex } from '@dayaq/sealing/verify';
import { Refused } from '../refused.ts';
import type { Database } from './database.ts';
import { type AppendBatch, appendEntries } from './log.ts';

interface Waiting {
  batch: AppendBatch;
  answer(result: number | Refused): void;
  fail(error: unknown): void;
}

/** What one transaction takes at most, so that parameters stay small. */
const MOST_ENTRIES = 2000;
const MOST_BYTES = 4 * 1024 * 1024;
/** While one transaction of a space waits for the disk, the next already waits for the space's lock. */
const WRITERS = 2;

interface Queue {
  waiting: Waiting[];
  writers: number;
}

/**
 * Batches that arrive for a space while others are being written go into one transaction together: they would wait for
 * the space's lock one by one otherwise, each with its own wait for the disk. Nobody is acknowledged before that
 * transaction is durable.
 */
export class AppendQueue {
  readonly #db: Database;
  readonly #queues = new Map<string, Queue>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Appends a batch; answers the space's position or why not. Throws what the database throws. */
  append(batch: AppendBatch): Promise<number | Refused> {
    return new Promise((answer, fail) => {
      const name = toHex(batch.space);
      const queue = this.#queues.get(name) ?? { waiting: [], writers: 0 };
      this.#queues.set(name, queue);
      queue.waiting.push({ batch, answer, fail });
      if (queue.writers < WRITERS) void this.#drain(name, queue);
    });
  }

  async #drain(name: string, queue: Queue): Promise<void> {
    queue.writers++;
    for (;;) {
      const group = take(queue.waiting);
      if (group.length === 0) break;
      await this.#write(group);
    }
    queue.writers--;
    if (queue.writers === 0) this.#queues.delete(name);
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    try {
      const result = await appendEntries(
        this.#db,
        first.batch.space,
        group.map(({ batch }) => batch),
      );
      // One of several was refused: each is asked for itself.
      if (result instanceof Refused && group.length > 1) for (const one of group) await this.#write([one]);
      else for (const { answer } of group) answer(result);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}

/** Takes as many from the front of the queue as fit one transaction, but at least one. */
function take(waiting: Waiting[]): Waiting[] {
  let entries = 0;
  let bytes = 0;
  let count = 0;
  for (const { batch } of waiting) {
    entries += batch.entries.length;
    bytes += batch.entries.reduce((sum, entry) => sum + entry.sealed.length, 0);
    if (count > 0 && (entries > MOST_ENTRIES || bytes > MOST_BYTES)) break;
    count++;
  }
  return waiting.splice(0, count);
}
