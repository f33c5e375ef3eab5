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

  /** What the work answered; null when too many wait already and it was not begun. */
  async run<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#running >= this.#wide) {
      if (this.#queue.length >= this.#waits) return null;
      await new Promise<void>((enter) => this.#queue.push(enter));
    } else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
