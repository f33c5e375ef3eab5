/**
 * Chance that can be repeated: the same seed gives the same world on every machine. For invented data only, never for
 * keys.
 */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param parts whole numbers; each different list of numbers is a different, independent sequence */
  constructor(...parts: readonly number[]) {
    let state = 0x9e3779b9;
    for (const part of parts) state = scramble(state ^ (part >>> 0)) + 0x6d2b79f5;
    this.#a = scramble(state + 1);
    this.#b = scramble(state + 2);
    this.#c = scramble(state + 3);
    this.#d = 1;
    for (let i = 0; i < 12; i++) this.#word();
  }

  /** Chris Doty-Humphrey's sfc32: small, fast and well mixed. */
  #word(): number {
    const next = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + next;
    return next >>> 0;
  }

  /** From 0 up to, but not, 1. */
  share(): number {
    return this.#word() / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** True that often, from 0 (never) to 1 (always). */
  maybe(often: number): boolean {
    return this.share() < often;
  }

  /** One of them; throws where there is none. */
  one<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.share() * from.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** One of the names, each as often as its weight says. */
  weighed<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    let sum = 0;
    for (const name in weights) sum += weights[name] ?? 0;
    let left = this.share() * sum;
    let last: K | undefined;
    for (const name in weights) {
      last = name;
      left -= weights[name] ?? 0;
      if (left < 0) return name;
    }
    if (last === undefined) throw new Error('nothing to choose from');
    return last;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#word() >>> 24);
  }

  /** A record's id: 16 bytes in base64url. */
  id(): string {
    return Buffer.from(this.bytes(16)).toString('base64url');
  }
}

function scramble(n: number): number {
  let x = n | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
