import { type CharterState, doorExcerpt } from '@dayaq/sealing/verify';
import type { Charters } from '../storage/charters.ts';
import type { Database } from '../storage/database.ts';
import { readActs } from '../storage/log.ts';
import { findSpace } from '../storage/spaces.ts';

export interface DoorHere {
  readonly charter: CharterState;
  /** What a visitor checks it by. */
  readonly acts: readonly Uint8Array[];
}

/** The open doors of spaces, each worked out once for each state of its charter that is kept. */
export class Doors {
  readonly #kept = new WeakMap<CharterState, DoorHere | null>();
  readonly #db: Database;
  readonly #charters: Charters;

  constructor(db: Database, charters: Charters) {
    this.#db = db;
    this.#charters = charters;
  }

  /** Null where the space has no open door with somebody behind it, or is not here. */
  async of(space: Uint8Array): Promise<DoorHere | null> {
    const { tables } = this.#db;
    const row = await findSpace(tables, space);
    if (!row) return null;
    const charter = await this.#charters.load(tables, space, row);
    const known = this.#kept.get(charter);
    if (known !== undefined) return known;
    const isOpen = charter.door !== null && charter.door.readers.length > 0;
    const acts = isOpen
      ? doorExcerpt(charter, await readActs(tables, space, { from: 0, limit: charter.seq + 1 }))
      : null;
    const door = acts === null ? null : { charter, acts };
    this.#kept.set(charter, door);
    return door;
  }
}
