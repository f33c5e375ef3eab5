import { type CharterState, extendCharter, foldCharter, idBytes, toHex } from '@dayaq/sealing/verify';
import type { Tables } from './database.ts';
import { readActs } from './log.ts';
import type { SpaceRow } from './spaces.ts';

const KEPT = 32;

/**
 * Folded charters of spaces in use. Only committed acts are ever folded in, and a charter only grows, so an old
 * state is caught up by the acts after it; a second server with its own copy is never wrong, only later.
 */
export class Charters {
  readonly #states = new Map<string, CharterState>();

  /**
   * The charter as `row` says it stands. Called with the space's lock held, or where a slightly older answer is fine.
   * Throws when the stored chain does not verify: then somebody changed the database by hand.
   */
  async load(tables: Tables, space: Uint8Array, row: SpaceRow): Promise<CharterState> {
    const name = toHex(space);
    const known = this.#states.get(name);
    const state =
      known && known.seq <= row.charterSeq
        ? await this.#catchUp(tables, space, known, row)
        : await this.#fold(tables, space, row);
    if (toHex(state.head) !== toHex(row.charterHead))
      throw new Error('the stored charter does not end at its head');
    this.#states.delete(name);
    this.#states.set(name, state);
    if (this.#states.size > KEPT) {
      const oldest = this.#states.keys().next().value;
      if (oldest !== undefined) this.#states.delete(oldest);
    }
    return state;
  }

  async #catchUp(
    tables: Tables,
    space: Uint8Array,
    known: CharterState,
    row: SpaceRow,
  ): Promise<CharterState> {
    if (known.seq === row.charterSeq) return known;
    let state = known;
    for (const act of await readActs(tables, space, {
      from: known.seq + 1,
      limit: row.charterSeq - known.seq,
    })) {
      const next = await extendCharter(state, act);
      if (!next.ok) throw new Error(`the stored charter does not verify: ${next.error.code}`);
      state = next.value;
    }
    return state;
  }

  async #fold(tables: Tables, space: Uint8Array, row: SpaceRow): Promise<CharterState> {
    const folded = await foldCharter(await readActs(tables, space, { from: 0, limit: row.charterSeq + 1 }));
    if (!folded.ok) throw new Error(`the stored charter does not verify: ${folded.error.code}`);
    if (toHex(idBytes(folded.value.space)) !== toHex(space))
      throw new Error('the stored charter is of another space');
    return folded.value;
  }
}
