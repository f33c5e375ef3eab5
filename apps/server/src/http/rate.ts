/** A bucket of `burst` tokens that fills at `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const HOUR = 3_600_000;
const MOST_BUCKETS = 20_000;

/**
 * Token buckets in memory, at most twice `most` of them. They stand in two generations: when the younger is full or an
 * hour old, the elder is dropped. A bucket in use moves to the younger, so that a crowd of new names drops only those
 * that were not asked for meanwhile; who is dropped begins with a full bucket.
 */
export class RateLimit {
  readonly #rate: Rate;
  readonly #clock: () => number;
  readonly #most: number;
  #young = new Map<string, Bucket>();
  #old = new Map<string, Bucket>();
  #turned: number;

  constructor(rate: Rate, clock: () => number, most = MOST_BUCKETS) {
    this.#rate = rate;
    this.#clock = clock;
    this.#most = most;
    this.#turned = clock();
  }

  /** How many buckets are kept. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** Takes a token: 0 when there was one, otherwise the milliseconds until there is. */
  take(name: string): number {
    const bucket = this.#filled(name);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / this.#rate.perSecond) * 1000);
    bucket.tokens -= 1;
    return 0;
  }

  /** Takes what was used up already, even below nothing: the next one waits for it. */
  charge(name: string, tokens: number): void {
    this.#filled(name).tokens -= tokens;
  }

  #filled(name: string): Bucket {
    const now = this.#clock();
    const { burst, perSecond } = this.#rate;
    const bucket = this.#find(name, now);
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    return bucket;
  }

  #find(name: string, now: number): Bucket {
    const young = this.#young.get(name);
    if (young) return young;
    if (this.#young.size >= this.#most || now - this.#turned >= HOUR) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#turned = now;
    }
    const bucket = this.#old.get(name) ?? { tokens: this.#rate.burst, at: now };
    this.#old.delete(name);
    this.#young.set(name, bucket);
    return bucket;
  }
}
