/** Where the bytes of a run go in the end: one write, answering SQLite's result code. */
type Write = (file: number, data: Uint8Array, offset: number) => number;

const OK = 0;
/** Bytes. A run that has grown to this is written. */
const MOST = 1024 * 1024;

/**
 * Puts writes that follow each other in one file into one. SQLite writes its log and its checkpoints page by page, and a
 * call of the browser costs as much for a page as for a hundred. A write promises nothing: only a sync does, and it comes
 * behind `flush`. Whoever reads a file, asks for its size or changes it otherwise flushes before.
 */
export class WriteBehind {
  readonly #write: Write;
  readonly #held = new Uint8Array(MOST);
  /** The file whose bytes are held back; SQLite writes to one at a time. */
  #file: number | null = null;
  #offset = 0;
  #length = 0;
  /** The code of a write that failed where nobody could be told. */
  #untold = OK;

  constructor(write: Write) {
    this.#write = write;
  }

  /** Takes bytes; answers the code of what had to be written for it. */
  take(file: number, data: Uint8Array, offset: number): number {
    const follows = this.#file === file && this.#offset + this.#length === offset;
    if (!follows || this.#length + data.length > MOST) {
      const code = this.flush();
      if (code !== OK || data.length > MOST) return code === OK ? this.#write(file, data, offset) : code;
      this.#file = file;
      this.#offset = offset;
    }
    this.#held.set(data, this.#length);
    this.#length += data.length;
    return OK;
  }

  /** Writes what is held back. What fails is not held any longer: SQLite rolls back, and says why. */
  flush(): number {
    const untold = this.#untold;
    this.#untold = OK;
    const code = this.#out();
    return untold === OK ? code : untold;
  }

  /** The same before what SQLite does not look at the answer of: a write that fails is told by the next `flush`. */
  empty(): void {
    const code = this.#out();
    if (this.#untold === OK) this.#untold = code;
  }

  #out(): number {
    if (this.#file === null) return OK;
    const [file, length] = [this.#file, this.#length];
    this.#file = null;
    this.#length = 0;
    return this.#write(file, this.#held.subarray(0, length), this.#offset);
  }
}
