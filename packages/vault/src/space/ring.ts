import {
  type Account,
  type AccountId,
  type CharterState,
  currentMembers,
  equalBytes,
  extendCharter,
  idBytes,
  type Member,
  openEpochLink,
  Secret,
  type SpaceId,
  unwrapEpochKey,
} from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import type { Server } from '../server.ts';
import { Membership } from './membership.ts';

/** One space on this device: its verified charter and the epoch keys that were handed to this account. */
export class Ring {
  /** The server said that this account may not enter any more. */
  shut = false;
  /** Accounts that had no wrap of the current epoch when last asked. */
  lacking: ReadonlySet<AccountId> = new Set();
  readonly #keys = new Map<number, Secret>();
  readonly membership = new Membership();
  /** Where each act stands in the log, by its number; 0 for one that has not come by in it. */
  readonly #places: number[] = [];

  constructor(
    readonly space: SpaceId,
    readonly account: Account,
    public state: CharterState,
  ) {}

  /** Reads a space back from the database. Every act is verified again: the chain is short and the check is the point. */
  static async load(engine: Engine, space: SpaceId, account: Account): Promise<Ring | null> {
    let state: CharterState | null = null;
    const acts: Uint8Array[] = [];
    const places: number[] = [];
    for (const { act, position } of engine.all<{ act: Uint8Array; position: number }>(
      'select act, position from charter where space = ? order by seq',
      space,
    )) {
      const next = await extendCharter(state, act);
      if (!next.ok) return null;
      state = next.value;
      acts.push(act);
      places.push(position);
    }
    if (state === null || state.space !== space) return null;
    const ring = new Ring(space, account, state);
    ring.#places.push(...places);
    for (const act of acts) ring.membership.note(act, state);
    for (const row of engine.all<{ epoch: number; key: Uint8Array }>(
      'select epoch, key from epoch where space = ?',
      space,
    )) {
      ring.#keys.set(row.epoch, new Secret(row.key));
    }
    ring.shut =
      engine.get<{ refused: string | null }>('select refused from space where id = ?', space)?.refused ===
      'shut';
    return ring;
  }

  get me(): Member | null {
    const member = this.state.members.get(this.account.id);
    return member === undefined || member.removedSeq !== null ? null : member;
  }

  /** Whether an account was a member with the right to write when the charter stood at `seq`. */
  couldWrite(author: AccountId, seq: number): boolean {
    return this.membership.couldWrite(author, seq);
  }

  /**
   * How far the charter stood at a place of the log: the number of its newest act there. Null is what was not sent yet:
   * the newest act of all.
   */
  seqAt(position: number | null): number {
    if (position === null) return this.state.seq;
    return Math.max(
      0,
      this.#places.findLastIndex((place) => place > 0 && place <= position),
    );
  }

  get members(): Member[] {
    return currentMembers(this.state);
  }

  get ready(): boolean {
    return this.#keys.has(this.state.epoch.number);
  }

  epochKey(number: number): Secret | null {
    return this.#keys.get(number) ?? null;
  }

  /** Keeps a key that was just made or opened, in the (encrypted) database too. */
  keepKey(engine: Engine, number: number, key: Secret): void {
    this.#keys.set(number, key);
    engine.run(
      'insert or replace into epoch(space, epoch, key) values(?, ?, ?)',
      this.space,
      number,
      key.expose(),
    );
  }

  /**
   * Fetches this account's wraps when the current epoch's key is not here, then walks back through the links to every
   * earlier epoch. A wrap that does not fit the charter's commitment is as if it were not there.
   */
  async fetchKeys(engine: Engine, server: Server): Promise<void> {
    if (!this.ready) {
      const answer = await server.call('epochs/read', { space: idBytes(this.space) });
      if (!answer.ok) return;
      for (const { epoch, wrap } of answer.value.wraps) {
        const expected = this.state.epochs.get(epoch);
        if (expected === undefined || this.#keys.has(epoch)) continue;
        const key = await unwrapEpochKey(wrap, this.account, this.space, expected);
        if (key.ok) this.keepKey(engine, epoch, key.value);
      }
    }
    for (let number = this.state.epoch.number; number > 1; number--) {
      const key = this.#keys.get(number);
      const link = this.state.epochs.get(number)?.link;
      const older = this.state.epochs.get(number - 1);
      if (this.#keys.has(number - 1) || key === undefined || !link || older === undefined) continue;
      const opened = await openEpochLink(key, number, this.space, link, older);
      if (opened.ok) this.keepKey(engine, number - 1, opened.value);
    }
  }

  /** Adds acts that follow the head; ones already known must be the same. `p` is their place in the log, where it is known. Answers false on a chain that does not fit. */
  async extend(
    engine: Engine,
    acts: readonly { p: number | null; seq: number; act: Uint8Array }[],
  ): Promise<boolean> {
    let state = this.state;
    for (const { p, seq, act } of acts) {
      if (seq <= state.seq) {
        const known = engine.get<{ act: Uint8Array }>(
          'select act from charter where space = ? and seq = ?',
          this.space,
          seq,
        );
        if (known === null || !equalBytes(known.act, act)) return false;
        if (p !== null) this.#place(engine, seq, p);
        continue;
      }
      const next = await extendCharter(state, act);
      if (!next.ok) return false;
      state = next.value;
      storeAct(engine, this.space, seq, act);
      if (p !== null) this.#place(engine, seq, p);
      this.state = state;
      this.membership.note(act, state);
    }
    return true;
  }

  #place(engine: Engine, seq: number, position: number): void {
    this.#places[seq] = position;
    engine.run('update charter set position = ? where space = ? and seq = ?', position, this.space, seq);
  }

  /** The log is read again from its start: where the acts stand is learned anew. */
  forgetPlaces(engine: Engine): void {
    this.#places.length = 0;
    engine.run('update charter set position = 0 where space = ?', this.space);
  }

  /** Takes an act of this account's own that the server has accepted. */
  accept(engine: Engine, act: Uint8Array, state: CharterState): void {
    if (state.seq <= this.state.seq) return;
    storeAct(engine, this.space, state.seq, act);
    this.state = state;
    this.membership.note(act, state);
  }

  wipe(): void {
    for (const key of this.#keys.values()) key.wipe();
    this.#keys.clear();
  }
}

export function storeAct(engine: Engine, space: SpaceId, seq: number, act: Uint8Array): void {
  engine.run('insert or ignore into space(id) values(?)', space);
  engine.run('insert or ignore into charter(space, seq, act) values(?, ?, ?)', space, seq, act);
}
