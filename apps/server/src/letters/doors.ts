import { readNotice } from '@dayaq/domain';
import { type CharterState, doorExcerpt, type OpenDoor, type SpaceId, toHex } from '@dayaq/sealing/verify';
import type { Charters } from '../storage/charters.ts';
import type { Database, Tables } from '../storage/database.ts';
import { readActs } from '../storage/log.ts';
import { findSpace, type SpaceRow, spacesWithMark } from '../storage/spaces.ts';

export interface DoorHere {
  readonly space: SpaceId;
  readonly epoch: number;
  readonly door: OpenDoor;
  /** Two signed that letters bring work along while very many come. */
  readonly worksInFlood: boolean;
  /** `letterPassHash` of what replies give; null where they give nothing. */
  readonly passHash: Uint8Array | null;
  /** What a visitor checks it by. */
  readonly acts: readonly Uint8Array[];
}

/** Spaces of which it is kept whether their door is open. */
const MOST_KEPT = 1000;

/**
 * The open doors of spaces, each worked out once for each state of its charter: whoever asks, and however often, has no charter
 * checked anew. What is kept is named by the charter's head, so that another server's act ends it too.
 */
export class Doors {
  readonly #kept = new Map<string, { readonly head: string; readonly door: DoorHere | null }>();
  readonly #db: Database;
  readonly #charters: Charters;

  constructor(db: Database, charters: Charters) {
    this.#db = db;
    this.#charters = charters;
  }

  /** Null where the space has no open door with somebody behind it, or is not here. */
  async of(space: Uint8Array, tables: Tables = this.#db.tables): Promise<DoorHere | null> {
    const row = await findSpace(tables, space);
    return row === null ? null : this.#at(tables, space, row);
  }

  /** Those of spaces that may begin with these letters of base64url, or of all. */
  async withMark(mark: string): Promise<DoorHere[]> {
    const { tables } = this.#db;
    const found: DoorHere[] = [];
    for (const { space, row } of await spacesWithMark(tables, mark)) {
      const door = await this.#at(tables, space, row);
      if (door !== null) found.push(door);
    }
    return found;
  }

  async #at(tables: Tables, space: Uint8Array, row: SpaceRow): Promise<DoorHere | null> {
    const name = toHex(space);
    const head = toHex(row.charterHead);
    const known = this.#kept.get(name);
    if (known?.head === head) return known.door;
    const charter = await this.#charters.load(tables, space, row);
    const door = await openIn(charter, tables, space);
    this.#kept.delete(name);
    this.#kept.set(name, { head, door });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return door;
  }
}

async function openIn(charter: CharterState, tables: Tables, space: Uint8Array): Promise<DoorHere | null> {
  if (charter.door === null || charter.door.readers.length === 0) return null;
  const acts = doorExcerpt(charter, await readActs(tables, space, { from: 0, limit: charter.seq + 1 }));
  if (acts === null) return null;
  const notice = readNotice(charter.door.notice);
  return {
    space: charter.space,
    epoch: charter.epoch.number,
    door: charter.door,
    worksInFlood: notice?.worksInFlood === true,
    passHash: notice?.pass === undefined ? null : Buffer.from(notice.pass.hash, 'base64url'),
    acts,
  };
}
