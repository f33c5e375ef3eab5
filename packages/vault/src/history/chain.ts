import {
  equalBytes,
  idBytes,
  type LogId,
  type LogPlace,
  logStart,
  nextLogHash,
  placeAtStart,
  type SpaceId,
  toHex,
} from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { type Life, livesOf, READ_BEFORE } from './lives.ts';

/** How what somebody names agrees with the log as it was verified here. */
export type Agreement =
  | 'agrees'
  /** It names a place that only an earlier life had, and that this device did not live through. */
  | 'past'
  /** It names something else than this device was shown. */
  | 'contradicts';

interface Link {
  readonly position: number;
  readonly hash: Uint8Array;
}

/** The last item of a space's log that is kept here, and the running hash there: what this device names when it signs. */
export async function keptPlace(engine: Engine, space: SpaceId): Promise<LogPlace> {
  const row = engine.get<{ log: LogId; position: number; hash: Uint8Array }>(
    `select l.log, c.position, c.hash from life l join chain c on c.life = l.number
      where l.space = ? and l.until is null order by c.position desc limit 1`,
    space,
  );
  return row ?? placeAtStart(space);
}

/**
 * The running hash over a space's log while it is read on: links that are not kept yet stand in memory. Every member's
 * device computes the same, also over what is closed to it, so that whatever one of them signs can be held against it.
 */
export class Chain {
  readonly #pending: Link[] = [];
  #head: Link;

  private constructor(
    readonly engine: Engine,
    readonly space: SpaceId,
    readonly life: Life,
    readonly lives: readonly Life[],
    readonly start: Uint8Array,
  ) {
    this.#head = this.#last() ?? { position: 0, hash: start };
  }

  /** Null: this device follows no log of the space yet. */
  static async open(engine: Engine, space: SpaceId): Promise<Chain | null> {
    const lives = livesOf(engine, space);
    const life = lives.find((each) => each.until === null);
    return life === undefined ? null : new Chain(engine, space, life, lives, await logStart(space));
  }

  /**
   * Up to where a log with these former lives is the one that is followed here. It may never have heard of the life that is
   * alive here, where it was put back a second time from before that began. Null: the two have nothing to do with each other.
   */
  sameUntil(former: readonly { log: LogId; until: number }[]): number | null {
    const common = former.flatMap(({ log, until }) => {
      const own = this.lives.find((life) => life.log === log);
      return own === undefined ? [] : [Math.min(own.until ?? until, until)];
    });
    return common.length === 0 ? null : Math.max(...common);
  }

  get head(): Link {
    return this.#head;
  }

  get place(): LogPlace {
    return { log: this.life.log, ...this.#head };
  }

  #last(): Link | null {
    return this.engine.get<{ position: number; hash: Uint8Array }>(
      'select position, hash from chain where life = ? order by position desc limit 1',
      this.life.number,
    );
  }

  /** Adds an item; answers false where an earlier life, which is the same up to there, has another. */
  async add(position: number, leaf: Uint8Array): Promise<boolean> {
    const hash = await nextLogHash(this.#head.hash, position, leaf);
    for (const { number, until } of this.lives) {
      if (until === null || position > until) continue;
      const before = this.#kept(number, position);
      if (before !== null && !equalBytes(before, hash)) return false;
    }
    this.#head = { position, hash };
    this.#pending.push(this.#head);
    return true;
  }

  /** Writes the links up to a position; the caller's transaction keeps with them what they stand for. */
  keep(upTo: number): void {
    let written = 0;
    for (const { position, hash } of this.#pending) {
      if (position > upTo) break;
      this.engine.run(
        'insert or ignore into chain(life, position, hash) values(?, ?, ?)',
        this.life.number,
        position,
        hash,
      );
      written++;
    }
    this.#pending.splice(0, written);
  }

  #kept(life: number, position: number): Uint8Array | null {
    const row = this.engine.get<{ hash: Uint8Array }>(
      'select hash from chain where life = ? and position = ?',
      life,
      position,
    );
    return row?.hash ?? null;
  }

  /** The running hash at an item's position; null where there is no item. */
  at(position: number): Uint8Array | null {
    if (position === 0) return this.start;
    const first = this.#pending[0];
    if (first === undefined || position < first.position) return this.#kept(this.life.number, position);
    return this.#pendingAt(position)?.hash ?? null;
  }

  #pendingAt(position: number): Link | undefined {
    let low = 0;
    let high = this.#pending.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pending[middle] as Link).position < position) low = middle + 1;
      else high = middle;
    }
    const found = this.#pending[low];
    return found?.position === position ? found : undefined;
  }

  /** The last link before a position. */
  before(position: number): Link {
    for (let i = this.#pending.length - 1; i >= 0; i--) {
      const link = this.#pending[i] as Link;
      if (link.position < position) return link;
    }
    return (
      this.engine.get<{ position: number; hash: Uint8Array }>(
        'select position, hash from chain where life = ? and position < ? order by position desc limit 1',
        this.life.number,
        position,
      ) ?? { position: 0, hash: this.start }
    );
  }

  /** Whether an item that stands here is the one that this leaf says: for what comes once more by another way. */
  async holds(position: number, leaf: Uint8Array): Promise<boolean> {
    const hash = this.at(position);
    return hash !== null && equalBytes(hash, await nextLogHash(this.before(position).hash, position, leaf));
  }

  /** Holds a place that somebody names in something that stands at `position` against the log as it is here. */
  agrees(place: LogPlace, position: number): Agreement {
    const life = this.#life(place);
    if (place.position > 0 && life?.until != null && place.position > life.until) return this.#past(place);
    return this.isTakenByAll(place, position) || this.#wasShown(place) ? 'agrees' : 'contradicts';
  }

  /** Whether everybody who was shown the log as it stands now takes what names this place. */
  isTakenByAll(place: LogPlace, position: number): boolean {
    if (place.position === 0) return equalBytes(place.hash, this.start);
    const life = this.#life(place);
    if (life === undefined) return false;
    if (life.until !== null && place.position > life.until) return this.#past(place) !== 'contradicts';
    const hash = place.position < position ? this.at(place.position) : null;
    return hash !== null && equalBytes(hash, place.hash);
  }

  /**
   * The same for what every device must judge alike, as whether a generation is of use: by the log as it stands now, and
   * not by what this device alone was shown. `behind`: it must stand right behind that place.
   */
  agreesForAll(place: LogPlace, position: number, behind: boolean): boolean {
    const life = this.#life(place);
    if (place.position > 0 && life === undefined) return false;
    if (life !== undefined && life.until !== null && place.position > life.until) return false;
    if (behind && this.before(position).position !== place.position) return false;
    const hash = place.position < position ? this.at(place.position) : null;
    return hash !== null && equalBytes(hash, place.hash);
  }

  /** Whether an earlier reading of the same log came by that place: this device was shown it too, and says so. */
  #wasShown(place: LogPlace): boolean {
    return this.lives.some(({ number, log }) => {
      if (!log.startsWith(place.log + READ_BEFORE)) return false;
      const hash = this.#kept(number, place.position);
      return hash !== null && equalBytes(hash, place.hash);
    });
  }

  /** The same for what takes rights away: it stands right behind the place that it names. */
  agreesBehind(place: LogPlace | null, position: number): Agreement {
    if (place === null) return 'contradicts';
    const life = this.#life(place);
    if (life === undefined) return 'contradicts';
    // An earlier life ends behind the last act: what it says to have stood behind later than that never stood.
    if (life.until !== null && place.position > life.until) return 'contradicts';
    const before = this.before(position);
    return before.position === place.position && equalBytes(before.hash, place.hash)
      ? 'agrees'
      : 'contradicts';
  }

  /**
   * Whether an act that names this place was taught after a restore: it was signed in a life of the log that is over, in the
   * part that was lost, and only such acts (`acts` of them) stand between where that life ends and `position`. So nobody has
   * a word in front of what they take away. Null: it was not. Whoever lived through that life holds the place against what
   * was shown then; but that part can never be read again, so what contradicts it there is to be told and not refused: one
   * lie of a server that was put back since would shut a device out for good.
   */
  taught(place: LogPlace | null, position: number, acts: (from: number) => number): Agreement | null {
    const until = place === null ? null : (this.#life(place)?.until ?? null);
    if (place === null || until === null || place.position < until) return null;
    if (acts(until) !== position - until - 1) return null;
    if (place.position > until) return this.#past(place);
    const hash = this.at(until);
    return hash !== null && equalBytes(hash, place.hash) ? 'agrees' : null;
  }

  /** Whether a place is in an earlier life than another one, or in the same not behind it. */
  isNotAfter(place: LogPlace, other: LogPlace): boolean {
    const age = ({ log }: LogPlace) => this.lives.findIndex((life) => life.log === log);
    const [one, two] = [age(place), age(other)];
    if (one === -1 || two === -1) return false;
    return one < two || (one === two && place.position <= other.position);
  }

  /** Whether a place is in the log as it is read now, and not in a life of it that is over. */
  isOfThisLife({ log }: LogPlace): boolean {
    return log === this.life.log;
  }

  #life(place: LogPlace): Life | undefined {
    return this.lives.find(({ log }) => log === place.log);
  }

  /** A place in an earlier life beyond where the two are the same: provable by whoever lived through it. */
  #past(place: LogPlace): Agreement {
    const life = this.#life(place);
    const hash = life === undefined ? null : this.#kept(life.number, place.position);
    if (hash === null) return 'past';
    return equalBytes(hash, place.hash) ? 'agrees' : 'contradicts';
  }
}

/** What names a place, in one line: for proofs that are kept and shown. */
export function placeText({ log, position, hash }: LogPlace): string {
  return `${toHex(idBytes(log)).slice(0, 8)}/${position}/${toHex(hash)}`;
}
