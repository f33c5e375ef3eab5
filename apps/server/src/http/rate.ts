import { createHmac, randomBytes } from 'node:crypto';

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
const MOST_BUCKETS = 100_000;

/**
 * Token buckets in memory, for names that are never kept: a bucket is found by a MAC of the name under a key that
 * is made at start and replaced every hour, so that not even a copy of the memory lists who was here before.
 */
export class RateLimit {
  readonly #rate: Rate;
  readonly #clock: () => number;
  #key = randomBytes(32);
  #keyMade: number;
  #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, clock: () => number) {
    this.#rate = rate;
    this.#clock = clock;
    this.#keyMade = clock();
  }

  /** Takes one token: 0 when there was one, otherwise the milliseconds until there is. */
  take(name: string | Uint8Array): number {
    const now = this.#clock();
    if (now - this.#keyMade >= HOUR || this.#buckets.size >= MOST_BUCKETS) this.#forget(now);
    const { burst, perSecond } = this.#rate;
    const id = createHmac('sha256', this.#key).update(name).digest('base64');
    const bucket = this.#buckets.get(id) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#buckets.set(id, bucket);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / perSecond) * 1000);
    bucket.tokens -= 1;
    return 0;
  }

  #forget(now: number): void {
    this.#key = randomBytes(32);
    this.#keyMade = now;
    this.#buckets = new Map();
  }
}
