import type { Request } from '@dayaq/protocol';
import { toHex } from '@dayaq/sealing/verify';
import { dayNumberOf } from '../days.ts';
import type { Lane } from '../http/lane.ts';
import { crowded, Refused, refuse } from '../refused.ts';
import type { Database } from '../storage/database.ts';
import { findLetter, insertWhole } from '../storage/letters.ts';
import { lockSpace } from '../storage/spaces.ts';
import { inTransaction } from '../storage/transaction.ts';

type Piece = Request<'letters/put'>;

interface Waiting {
  readonly body: Piece;
  answer(taken: null | Refused): void;
  fail(error: unknown): void;
}

/** Letters that one transaction takes at most: 64 of the longest are 4 MiB. */
const MOST = 64;

/**
 * Letters of one piece, as nearly all are. Those that come for a space while others are being written go into one transaction
 * together: they would wait for the space's lock one by one otherwise, each with its own wait for the disk. Nobody is answered
 * before that transaction is durable.
 */
export class LetterQueue {
  readonly #db: Database;
  readonly #lane: Lane;
  /** Milliseconds since 1970. */
  readonly #clock: () => number;
  readonly #onNew: (space: Uint8Array, letters: number) => void;
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(
    db: Database,
    lane: Lane,
    clock: () => number,
    onNew: (space: Uint8Array, letters: number) => void,
  ) {
    this.#db = db;
    this.#lane = lane;
    this.#clock = clock;
    this.#onNew = onNew;
  }

  /** Keeps a letter that is one piece; null when it stands. Throws what the database throws. */
  take(body: Piece): Promise<null | Refused> {
    return new Promise((answer, fail) => {
      const name = toHex(body.space);
      const queue = this.#waiting.get(name);
      const one = { body, answer, fail };
      if (queue !== undefined) return void queue.push(one);
      this.#waiting.set(name, [one]);
      void this.#drain(name);
    });
  }

  #next(name: string): Waiting[] {
    return this.#waiting.get(name)?.splice(0, MOST) ?? [];
  }

  async #drain(name: string): Promise<void> {
    for (;;) {
      if ((this.#waiting.get(name) ?? []).length === 0) break;
      // Taken when its turn has come: until then others join it.
      const written = await this.#lane.run(() => this.#write(this.#next(name)));
      if (written === null) for (const { answer } of this.#next(name)) answer(crowded());
    }
    this.#waiting.delete(name);
  }

  /** Of a letter that was there before: null where it is this one. */
  async #standing({ space, letter, epoch }: Piece): Promise<null | Refused> {
    const row = await findLetter(this.#db.tables, space, letter);
    return row?.number != null && row.pieces === 1 && row.epoch === epoch ? null : refuse('blob-mismatch');
  }

  async #write(group: readonly Waiting[]): Promise<true> {
    const [first] = group;
    if (first === undefined) return true;
    const { space } = first.body;
    const day = dayNumberOf(this.#clock());
    try {
      const fresh = await inTransaction(this.#db.tables, async (tx) => {
        if (!(await lockSpace(tx, space))) return refuse('not-found');
        const kept = await insertWhole(
          tx,
          space,
          group.map(({ body }) => body),
          day,
        );
        return kept ?? refuse('too-large', 'letters');
      });
      if (fresh instanceof Refused) {
        for (const { answer } of group) answer(fresh);
        return true;
      }
      if (fresh.size > 0) this.#onNew(space, fresh.size);
      for (const { body, answer } of group)
        answer(fresh.has(toHex(body.letter)) ? null : await this.#standing(body));
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
    return true;
  }
}
