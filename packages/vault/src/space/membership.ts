import {
  type AccountId,
  type CharterState,
  type Member,
  readCharterEntry,
  type Role,
  toHex,
} from '@dayaq/sealing';

interface Span {
  /** Charter acts: the joining one, and the removing one once there is one. */
  from: number;
  until: number | null;
}

/** A public door as two opened it. */
export interface OpenedDoor {
  /** Of the act that opened it. */
  readonly seq: number;
  readonly readers: readonly AccountId[];
  readonly notice: Uint8Array;
}

interface Standing {
  seq: number;
  role: Role;
  keyholder: boolean;
}

/**
 * Who belonged to a space, might write there and held its keys, at any act of its charter: what stands in a log is judged by the
 * charter of its own time. A member who left later had every right then, and none afterwards.
 */
export class Membership {
  readonly #roles = new Map<AccountId, Standing[]>();
  readonly #spans = new Map<AccountId, Span[]>();
  /** The charter's head after each act, in hexadecimal: to its seq. */
  readonly #heads = new Map<string, number>();
  readonly #proposed = new Map<number, Omit<OpenedDoor, 'seq'>>();
  readonly #doors: OpenedDoor[] = [];

  /** Takes a verified act; `state` is the charter with it, or a later one, `head` the charter's head with it. */
  note(bytes: Uint8Array, state: CharterState, head: Uint8Array): void {
    const read = readCharterEntry(bytes);
    if (!read.ok) return;
    const { act, seq } = read.value;
    this.#heads.set(toHex(head), seq);
    if (act.type === 'create') this.#begin(act.founder.account, { seq, role: act.role, keyholder: true });
    else if (act.type === 'role') this.#note(act.account, { seq, role: act.role, keyholder: act.keyholder });
    else if (act.type === 'join') {
      const invite = state.invites.get(act.invite);
      if (invite === undefined) return;
      this.#begin(act.member.account, { seq, role: invite.role, keyholder: invite.keyholder });
    } else if (act.type === 'remove') {
      const last = this.#spans.get(act.account)?.at(-1);
      if (last !== undefined) last.until = seq;
    } else if (act.type === 'door')
      this.#proposed.set(seq, { readers: act.readers.map(({ account }) => account), notice: act.notice });
    else if (act.type === 'door-open') {
      const proposed = this.#proposed.get(act.door);
      if (proposed !== undefined) this.#doors.push({ seq, ...proposed });
    }
  }

  #begin(account: AccountId, standing: Standing): void {
    const spans = this.#spans.get(account) ?? [];
    spans.push({ from: standing.seq, until: null });
    this.#spans.set(account, spans);
    this.#note(account, standing);
  }

  #note(account: AccountId, standing: Standing): void {
    const roles = this.#roles.get(account) ?? [];
    roles.push(standing);
    this.#roles.set(account, roles);
  }

  /** The act that this head comes after; null for a head that this charter never had. */
  seqOf(head: Uint8Array): number | null {
    return this.#heads.get(toHex(head)) ?? null;
  }

  belonged(account: AccountId, seq: number): boolean {
    const spans = this.#spans.get(account) ?? [];
    return spans.some(({ from, until }) => from <= seq && (until === null || until > seq));
  }

  /** Whether an account was a keyholder when the charter stood at `seq`; null: at any time. */
  heldKeys(account: AccountId, seq: number | null): boolean {
    const roles = this.#roles.get(account) ?? [];
    if (seq === null) return roles.some(({ keyholder }) => keyholder);
    return this.belonged(account, seq) && roles.findLast((each) => each.seq <= seq)?.keyholder === true;
  }

  /** Every public door that was opened, the latest last. */
  get doors(): readonly OpenedDoor[] {
    return this.#doors;
  }

  /** Whether an account was named as a reader of letters by when the charter stood at `seq`; null: at any time. */
  openedLetters(account: AccountId, seq: number | null): boolean {
    return this.#doors.some((door) => (seq === null || door.seq <= seq) && door.readers.includes(account));
  }

  /** Whether an account ever was a member. */
  everBelonged(account: AccountId): boolean {
    return this.#spans.has(account);
  }

  /** Whether an account was a member with the right to write when the charter stood at `seq`. */
  couldWrite(account: AccountId, seq: number): boolean {
    const role = this.#roles.get(account)?.findLast((each) => each.seq <= seq)?.role;
    return this.belonged(account, seq) && role !== undefined && role !== 'viewer';
  }

  /** The first act after `seq` by which an account lost the right to write; null where it has it still. */
  lostAfter(account: AccountId, seq: number): number | null {
    const removals = (this.#spans.get(account) ?? []).flatMap(({ until }) => (until === null ? [] : [until]));
    const roles = (this.#roles.get(account) ?? []).filter(({ role }) => role === 'viewer');
    const losses = [...removals, ...roles.map((each) => each.seq)].filter((each) => each > seq);
    return losses.length === 0 ? null : Math.min(...losses);
  }

  /**
   * Whether an account might write at any time of an epoch. Between two spaces there is no common order of acts and
   * entries, but every generation names the epochs that it was made for: a removal starts a new one, and with it a new
   * generation.
   */
  couldWriteIn(account: AccountId, epoch: number, state: CharterState): boolean {
    const first = state.epochs.get(epoch)?.seq;
    if (first === undefined) return false;
    const last = (state.epochs.get(epoch + 1)?.seq ?? state.seq + 1) - 1;
    if (this.couldWrite(account, first)) return true;
    // Joined, or was given the right, while the epoch lasted.
    const given = this.#roles.get(account) ?? [];
    return given.some(({ seq, role }) => seq > first && seq <= last && role !== 'viewer');
  }

  /** Whether an account was a member when an epoch began. */
  belongedIn(account: AccountId, epoch: number, state: CharterState): boolean {
    const first = state.epochs.get(epoch)?.seq;
    return first !== undefined && this.belonged(account, first);
  }
}

/** The epoch that a charter was in after an act. */
export function epochAt(state: CharterState, seq: number): number {
  let found = 1;
  for (const { number, seq: began } of state.epochs.values()) {
    if (began <= seq && number > found) found = number;
  }
  return found;
}

/** The signing key that a charter has for an account; null for one that never belonged. */
export function signKeyIn(state: CharterState, account: AccountId): Member['signKey'] | null {
  return state.members.get(account)?.signKey ?? null;
}
