/** Whole numbers in a row that grows: four bytes each. */
export class Ints {
  #data: Int32Array;
  length = 0;

  constructor(room = 64) {
    this.#data = new Int32Array(room);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const wider = new Int32Array(this.#data.length * 2);
      wider.set(this.#data);
      this.#data = wider;
    }
    this.#data[this.length++] = value;
  }

  /** The numbers themselves, until the next one comes: there may be room behind them. */
  get data(): Int32Array {
    return this.#data;
  }

  clear(): void {
    this.length = 0;
  }
}

/** Rows of several numbers each: those of row `i` stand from `starts[i]` up to `starts[i + 1]`. */
export class Lists {
  readonly starts = new Ints();
  readonly values = new Ints();

  constructor() {
    this.starts.push(0);
  }

  /** Ends the row to which values were pushed. */
  end(): void {
    this.starts.push(this.values.length);
  }
}
