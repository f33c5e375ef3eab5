import { idText, type SpaceId, toHex } from '@dayaq/sealing/verify';
import type { Charters } from '../storage/charters.ts';
import type { Tables } from '../storage/database.ts';
import { findSpace, type SpaceRow } from '../storage/spaces.ts';

const KEPT = 10_000;

/**
 * Whether one space's charter has introduced another. An introduction is never taken back, so a yes stays one, and a no
 * holds until that charter grows: charters need not be read again and again for it.
 */
export class Introduced {
  readonly #charters: Charters;
  readonly #known = new Map<string, { yes: boolean; seq: number }>();

  constructor(charters: Charters) {
    this.#charters = charters;
  }

  /** `row` is `by`'s. */
  async ask(tables: Tables, by: Uint8Array, row: SpaceRow, peer: Uint8Array): Promise<boolean> {
    const name = toHex(by) + toHex(peer);
    const known = this.#known.get(name);
    if (known && (known.yes || known.seq === row.charterSeq)) return known.yes;
    const charter = await this.#charters.load(tables, by, row);
    const yes = charter.peers.has(idText<SpaceId>(peer));
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(name, { yes, seq: row.charterSeq });
    return yes;
  }

  /** Whether a space has introduced any of these; unknown spaces have introduced nobody. */
  async any(tables: Tables, by: Uint8Array, peers: readonly Uint8Array[]): Promise<boolean> {
    const row = await findSpace(tables, by);
    if (!row) return false;
    for (const peer of peers) if (await this.ask(tables, by, row, peer)) return true;
    return false;
  }
}
