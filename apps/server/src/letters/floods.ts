import { type Rate, RateLimit } from '../http/rate.ts';
import { LETTER_WORK, toHex } from '@dayaq/sealing/verify';

/** Doors of which it is kept how many letters come. */
const MOST_KEPT = 1000;
/** Milliseconds in which one letter is forgotten again: as many as come in an ordinary hour leave nothing. */
const FORGOTTEN = 10_000;
/** What work is given out for while there is no flood: nobody gathers cheaper work before one begins. */
export const LEAST_TRIES = 3;
/** How many letters, beyond those forgotten, begin a flood; tries of each part from there on. */
const STEPS = [
  [240, LETTER_WORK.mostTries],
  [120, 6],
  [60, LEAST_TRIES],
] as const;
/** More is not counted, so that a flood of any size is over an hour or so after it ends. */
const MOST_COUNTED = 480;

/** Whoever floods may have had a reply, too: what passes by it is as much as conversations need. */
const PASSING: Rate = { burst: 60, perSecond: 1 / 30 };

/** How many letters came to which door lately, in the memory of this process alone: of nobody's address, and of no letter. */
export class Floods {
  readonly #clock: () => number;
  readonly #came = new Map<string, { count: number; at: number }>();

  /** Letters that pass without work, of each door. */
  readonly #passing: RateLimit;

  /** @param clock milliseconds since 1970 */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#passing = new RateLimit(PASSING, clock);
  }

  /** New letters begin at a door. */
  came(space: Uint8Array, letters: number): void {
    const name = toHex(space);
    const count = Math.min(MOST_COUNTED, this.#countOf(name) + letters);
    this.#came.delete(name);
    this.#came.set(name, { count, at: this.#clock() });
    const [oldest] = this.#came.keys();
    if (this.#came.size > MOST_KEPT && oldest !== undefined) this.#came.delete(oldest);
  }

  /** Tries that each part of a letter's work takes on average while so many come; 0 where they are no flood. */
  tries(space: Uint8Array): number {
    const count = this.#countOf(toHex(space));
    return STEPS.find(([from]) => count >= from)?.[1] ?? 0;
  }

  /** Whether one more may come without work, of those who hold a pass. */
  letsPass(space: Uint8Array): boolean {
    return this.#passing.take(toHex(space)) === 0;
  }

  #countOf(name: string): number {
    const came = this.#came.get(name);
    if (came === undefined) return 0;
    return Math.max(0, came.count - Math.max(0, this.#clock() - came.at) / FORGOTTEN);
  }
}
