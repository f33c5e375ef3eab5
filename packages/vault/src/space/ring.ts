import {
  type Account,
  type AccountId,
  type CharterState,
  currentMembers,
  equalBytes,
  extendCharter,
  idBytes,
  idText,
  type Member,
  openEpochLink,
  Secret,
  type SpaceId,
  unwrapEpochKey,
} from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import type { Server } from '../server.ts';
import { Lane } from '../lane.ts';
import { noteVouched } from '../history/vouched.ts';
import { Membership } from './membership.ts';

/** One space on this device: its verified charter and the epoch keys that were handed to this account. */
export class Ring {
  /** Accounts that had no wrap of the current epoch when last asked. */
  lacking: ReadonlySet<AccountId> = new Set();
  /** Givers whose wrap of the current epoch's key is no use. */
  unusable: ReadonlySet<AccountId> = new Set();
  /** The log was seen to hold what somebody had seen who let this account in. */
  isVouched = false;
  /** When (ms) the server was last asked what it destroyed. */
  askedDestroyed = 0;
  /** More letters wait on the server than one turn looks through. */
  lettersLeft = false;
  /** Givers who name a charter that was not to be had here when last asked. */
  #ahead: ReadonlySet<AccountId> = new Set();
  readonly #keys = new Map<number, Secret>();
  /** Where each act stands in the log, by seq; null while it was only read apart from the log. */
  readonly #positions: (number | null)[] = [];
  readonly membership = new Membership();
  /** The log is read by one at a time: a second reader would find the chain further than it began, as after a lie. */
  readonly reading = new Lane();

  constructor(
    readonly space: SpaceId,
    readonly account: Account,
    public state: CharterState,
  ) {}

  /** Reads a space back from the database. Every act is verified again: the chain is short and the check is the point. */
  static async load(engine: Engine, space: SpaceId, account: Account): Promise<Ring | null> {
    let state: CharterState | null = null;
    const acts: { act: Uint8Array; head: Uint8Array; position: number | null }[] = [];
    for (const { act, position } of engine.all<{ act: Uint8Array; position: number | null }>(
      'select act, position from charter where space = ? order by seq',
      space,
    )) {
      const next = await extendCharter(state, act);
      if (!next.ok) return null;
      state = next.value;
      acts.push({ act, head: state.head, position });
    }
    if (state === null || state.space !== space) return null;
    const ring = new Ring(space, account, state);
    for (const { act, head, position } of acts) {
      ring.membership.note(act, state, head);
      ring.#positions.push(position);
    }
    for (const row of engine.all<{ epoch: number; key: Uint8Array }>(
      'select epoch, key from epoch where space = ?',
      space,
    )) {
      ring.#keys.set(row.epoch, new Secret(row.key));
    }
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

  /** Where the charter stood for what is at this position of the log; null stands for what is not in it yet. */
  seqAt(position: number | null): number {
    if (position === null) return this.state.seq;
    for (let seq = this.#positions.length - 1; seq >= 0; seq--) {
      const at = this.#positions[seq];
      if (at !== null && at !== undefined && at < position) return seq;
    }
    return 0;
  }

  /** How many acts stand between two positions of the log. */
  actsBetween(from: number, to: number): number {
    return this.#positions.filter((at) => at !== null && at > from && at < to).length;
  }

  /** Notes where an act stands in the log. */
  placeAct(engine: Engine, seq: number, position: number): void {
    if (this.#positions[seq] === position) return;
    this.#positions[seq] = position;
    engine.run('update charter set position = ? where space = ? and seq = ?', position, this.space, seq);
  }

  /** The log is read anew: where its acts stand is to be seen again. */
  forgetPlaces(engine: Engine): void {
    this.#positions.fill(null);
    engine.run('update charter set position = null where space = ?', this.space);
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
   * earlier epoch. A wrap that does not open, or is by a device that had seen a charter which is not to be had here, is
   * refused, so that somebody else is asked for one. What its giver had seen of the log is noted in `vouched`.
   */
  async fetchKeys(engine: Engine, server: Server): Promise<void> {
    if (!this.ready) {
      const answer = await server.call('epochs/read', { space: idBytes(this.space) });
      if (!answer.ok) return;
      const unusable = new Set<AccountId>();
      const ahead = new Set<AccountId>();
      for (const { epoch, by, wrap } of answer.value.wraps) {
        const expected = this.state.epochs.get(epoch);
        if (expected === undefined || this.#keys.has(epoch)) continue;
        const giver = idText<AccountId>(by);
        const opened = await unwrapEpochKey(wrap, this.account, this.space, expected);
        if (opened.ok && this.membership.seqOf(opened.value.view.charter) !== null) {
          this.keepKey(engine, epoch, opened.value.key);
          noteVouched(engine, this.space, giver, epoch, opened.value.view);
          continue;
        }
        // The charter may have grown since it was read: it is read again before the next try.
        if (opened.ok && !this.#ahead.has(giver)) {
          ahead.add(giver);
          continue;
        }
        unusable.add(giver);
        await server.call('epochs/refuse', { space: idBytes(this.space), epoch, by });
      }
      // Said until a key is here: a wrap that was refused is not shown a second time.
      this.unusable = this.ready ? new Set() : new Set([...this.unusable, ...unusable]);
      this.#ahead = ahead;
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

  /** Asks what those had seen who handed over keys that are here already: the word of one was not to be had. */
  async fetchVouches(engine: Engine, server: Server): Promise<void> {
    const answer = await server.call('epochs/read', { space: idBytes(this.space) });
    if (!answer.ok) return;
    for (const { epoch, by, wrap } of answer.value.wraps) {
      const expected = this.state.epochs.get(epoch);
      if (expected === undefined) continue;
      const opened = await unwrapEpochKey(wrap, this.account, this.space, expected);
      if (opened.ok) noteVouched(engine, this.space, idText<AccountId>(by), epoch, opened.value.view);
    }
  }

  /** Adds acts that follow the head; ones already known must be the same. Answers false on a chain that does not fit. */
  async extend(engine: Engine, acts: readonly { seq: number; act: Uint8Array }[]): Promise<boolean> {
    for (const { seq, act } of acts) {
      if (seq > this.state.seq) {
        const next = await extendCharter(this.state, act);
        // Two may be adding the same act at once: it is noted once.
        if (seq > this.state.seq) {
          if (!next.ok) return false;
          storeAct(engine, this.space, seq, act);
          this.state = next.value;
          this.membership.note(act, next.value, next.value.head);
          this.#positions.push(null);
          continue;
        }
      }
      const known = engine.get<{ act: Uint8Array }>(
        'select act from charter where space = ? and seq = ?',
        this.space,
        seq,
      );
      if (known === null || !equalBytes(known.act, act)) return false;
    }
    return true;
  }

  /** Takes an act of this account's own that the server has accepted. */
  accept(engine: Engine, act: Uint8Array, state: CharterState): void {
    if (state.seq <= this.state.seq) return;
    storeAct(engine, this.space, state.seq, act);
    this.state = state;
    this.membership.note(act, state, state.head);
    this.#positions.push(null);
  }

  wipe(): void {
    for (const key of this.#keys.values()) key.wipe();
    this.#keys.clear();
  }
}

export function storeAct(engine: Engine, space: SpaceId, seq: number, act: Uint8Array): void {
  engine.run(
    'insert or ignore into space(id, came) values(?, (select coalesce(max(came), 0) + 1 from space))',
    space,
  );
  engine.run('insert or ignore into charter(space, seq, act) values(?, ?, ?)', space, seq, act);
}
