import { knows, type Seen } from './graph.ts';
import { LIMITS } from './types.ts';

export interface Seeing {
  readonly seen: Seen;
}

/**
 * Things of which none knew another, in their order. At most `LIMITS.standingEach` are kept by one author and
 * `LIMITS.standing` in all, the newest: whoever writes without looking, on and on, pushes out only their own words first.
 */
export class Standing<T extends Seeing> {
  #items: T[] = [];
  #more = 0;
  /** No index of what was pushed out is higher. */
  #lost = -1;

  get items(): readonly T[] {
    return this.#items;
  }

  /** How many were pushed out since somebody had last seen everything. */
  get more(): number {
    return this.#more;
  }

  /** Takes out those that `seen` knows. */
  take(seen: Seen): T[] {
    if (this.#more > 0 && seen.base >= this.#lost) this.#more = 0;
    if (this.#items.length === 0) return [];
    const known: T[] = [];
    for (const item of this.#items) if (knows(seen, item.seen.node)) known.push(item);
    if (known.length === this.#items.length) this.#items = [];
    else if (known.length > 0) this.#items = this.#items.filter((item) => !knows(seen, item.seen.node));
    return known;
  }

  add(item: T): void {
    this.#items.push(item);
    if (this.#items.length <= LIMITS.standingEach) return;
    const by = authorOf(item);
    let own = 0;
    for (const each of this.#items) if (authorOf(each) === by) own++;
    if (own > LIMITS.standingEach) this.#drop(by);
    else if (this.#items.length > LIMITS.standing) this.#drop(this.#loudest());
  }

  #loudest(): string {
    const counts = new Map<string, number>();
    let [loudest, most] = ['', 0];
    for (const item of this.#items) {
      const by = authorOf(item);
      const count = (counts.get(by) ?? 0) + 1;
      counts.set(by, count);
      if (count > most) [loudest, most] = [by, count];
    }
    return loudest;
  }

  #drop(author: string): void {
    const at = this.#items.findIndex((item) => authorOf(item) === author);
    const [gone] = this.#items.splice(at, 1);
    this.#more++;
    this.#lost = Math.max(this.#lost, gone?.seen.node.index ?? -1);
  }
}

const authorOf = (item: Seeing): string => item.seen.node.entry.author;
