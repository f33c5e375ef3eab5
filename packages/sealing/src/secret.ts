const HIDDEN = '[secret]';

/**
 * Key bytes that cannot be printed by accident: string conversion, JSON and Node's inspector all show
 * `[secret]`. Wiping is best effort, since a JavaScript engine may have copied the bytes before.
 */
export class Secret {
  readonly #bytes: Uint8Array;
  #wiped = false;

  /** Takes over the array: the caller must not keep writing to it. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** The bytes themselves, not a copy. Throws after `wipe`, so that no key of zeros is ever used. */
  expose(): Uint8Array {
    if (this.#wiped) throw new Error('this secret was wiped');
    return this.#bytes;
  }

  /** Overwrites the bytes with zeros and refuses every later use. */
  wipe(): void {
    this.#bytes.fill(0);
    this.#wiped = true;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  get [Symbol.toStringTag](): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
