/** The database's connections that strangers may keep busy, and how many of them wait for that. */
const STRANGERS = { wide: 3, waits: 128 } as const;

/** Work that may run `wide` at a time; some of the rest waits in turn, and what is beyond that is sent away. */
export class Lane {
  readonly #wide: number;
  readonly #waits: number;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(wide: number, waits: number) {
    this.#wide = wide;
    this.#waits = waits;
  }

  /** That of strangers at the database: members always find it free. */
  static forStrangers(): Lane {
    return new Lane(STRANGERS.wide, STRANGERS.waits);
  }

  /**
   * What the work answered; null when too many wait already and it was not begun. Work that goes on elsewhere gives its place
   * back by `leave`.
   */
  async run<T>(work: (leave: () => void) => Promise<T>): Promise<T | null> {
    if (this.#running >= this.#wide) {
      if (this.#queue.length >= this.#waits) return null;
      await new Promise<void>((enter) => this.#queue.push(enter));
    } else this.#running++;
    let stays = true;
    const leave = (): void => {
      if (!stays) return;
      stays = false;
      const next = this.#queue.shift();
      if (next) next();
      else this.#running--;
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  }
}
