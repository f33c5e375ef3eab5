export interface RoomSize {
  /** Bytes that all together may hold. */
  bytes: number;
  /** Bytes of it that one holder may have, however empty the room is. */
  share: number;
  /** How many may wait for room, and how many of one holder. */
  waiting: number;
  waitingEach: number;
  /** Milliseconds after which one who waits is sent away. */
  patience: number;
}

/** Bytes that were taken. Every change of them lets those in who wait. */
export interface Held {
  /** Takes more at once; false when there is no room, and nothing changed. */
  grow(more: number): boolean;
  /** Gives back all above `to`. */
  shrink(to: number): void;
  release(): void;
}

interface Waiting {
  bytes: number;
  holder: string;
  enter(held: Held): void;
}

/**
 * Memory for bytes of requests and answers, counted before the first is read or asked for. Who finds it full waits for a
 * moment, in turn; a holder who has their share waits for themselves and holds up nobody.
 */
export class Room {
  readonly #size: RoomSize;
  readonly #held = new Map<string, number>();
  readonly #queue = new Set<Waiting>();
  #taken = 0;

  constructor(size: RoomSize) {
    this.#size = size;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Takes `bytes`; null when there was no room for them in time, or too many wait already. */
  async take(bytes: number, holder: string): Promise<Held | null> {
    if (this.#queue.size === 0 && this.#fits(bytes, holder)) return this.#hold(bytes, holder);
    const { waiting, waitingEach, patience } = this.#size;
    let own = 0;
    for (const other of this.#queue) if (other.holder === holder) own++;
    if (this.#queue.size >= waiting || own >= waitingEach) return null;
    return new Promise((resolve) => {
      const entry: Waiting = { bytes, holder, enter: (held) => resolve((clearTimeout(timer), held)) };
      const timer = setTimeout(() => {
        this.#queue.delete(entry);
        resolve(null);
      }, patience);
      this.#queue.add(entry);
      this.#letIn();
    });
  }

  #fits(bytes: number, holder: string): boolean {
    const own = this.#held.get(holder) ?? 0;
    return this.#taken + bytes <= this.#size.bytes && own + bytes <= this.#size.share;
  }

  #change(bytes: number, holder: string): void {
    this.#taken += bytes;
    const own = (this.#held.get(holder) ?? 0) + bytes;
    if (own === 0) this.#held.delete(holder);
    else this.#held.set(holder, own);
  }

  #hold(bytes: number, holder: string): Held {
    let mine = bytes;
    this.#change(mine, holder);
    const shrink = (to: number): void => {
      if (to >= mine) return;
      this.#change(to - mine, holder);
      mine = to;
      this.#letIn();
    };
    return {
      grow: (more) => {
        if (!this.#fits(more, holder)) return false;
        this.#change(more, holder);
        mine += more;
        return true;
      },
      shrink,
      release: () => shrink(0),
    };
  }

  /** Lets in who waits, in turn, until the first for whom the room as a whole is too small. */
  #letIn(): void {
    for (const entry of this.#queue) {
      if (this.#taken + entry.bytes > this.#size.bytes) return;
      if (!this.#fits(entry.bytes, entry.holder)) continue;
      this.#queue.delete(entry);
      entry.enter(this.#hold(entry.bytes, entry.holder));
    }
  }
}
