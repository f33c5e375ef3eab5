import type { AccountId, EntryId } from '@dayaq/sealing/verify';
import type { Entry } from './types.ts';

/** Pairs of a chain's number and the highest index on it that is known, by chain. */
type Clock = Int32Array;
const NOTHING: Clock = new Int32Array(0);

/** An entry at its place in the order. */
export interface Node {
  readonly entry: Entry;
  readonly index: number;
  /** Entries of one chain are one author's, and each knows the one before it. */
  readonly chain: number;
}

/** What the author of a node had seen. */
export interface Seen {
  readonly node: Node;
  /** Everything up to this index is known. */
  readonly base: number;
  /** What is known above `base` on other chains; shared along a chain, so that a long one costs nothing. */
  readonly clock: Clock;
}

/** Whether `seen.node` is `other` or was written by someone who had seen it. */
export function knows(seen: Seen, other: Node): boolean {
  if (other.index <= seen.base) return true;
  if (other.chain === seen.node.chain) return other.index <= seen.node.index;
  return latestOn(seen.clock, other.chain) >= other.index;
}

function latestOn(clock: Clock, chain: number): number {
  let low = 0;
  let high = clock.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = clock[2 * middle] as number;
    if (found === chain) return clock[2 * middle + 1] as number;
    if (found < chain) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Earlier first; the id decides between entries of one millisecond. */
export function compareTimes(
  a: { readonly time: number; readonly id: EntryId },
  b: { readonly time: number; readonly id: EntryId },
): number {
  return a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A binary heap of entries, earliest out first. */
class Ready {
  readonly #heap: Entry[] = [];

  get size(): number {
    return this.#heap.length;
  }

  push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (compareTimes(entry, heap[parent] as Entry) >= 0) break;
      heap[at] = heap[parent] as Entry;
      at = parent;
    }
    heap[at] = entry;
  }

  pop(): Entry {
    const heap = this.#heap;
    const first = heap[0] as Entry;
    const last = heap.pop() as Entry;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && compareTimes(heap[child + 1] as Entry, heap[child] as Entry) < 0)
        child++;
      if (compareTimes(last, heap[child] as Entry) <= 0) break;
      heap[at] = heap[child] as Entry;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

export interface Order {
  /** Each entry once, after all that it had seen and that are there. */
  readonly entries: readonly Entry[];
  /** Named as seen, but not there; sorted. */
  readonly missing: readonly EntryId[];
}

/** The one order that everyone who has these entries arrives at, whatever order they came in. */
export function topologicalOrder(given: readonly Entry[]): Order {
  const byId = new Map<EntryId, Entry>();
  for (const entry of given) byId.set(entry.id, entry);
  const waitsFor = new Map<EntryId, number>();
  const followers = new Map<EntryId, Entry[]>();
  const missing = new Set<EntryId>();
  const ready = new Ready();
  for (const entry of byId.values()) {
    let waits = 0;
    for (const head of entry.heads) {
      if (!byId.has(head)) {
        missing.add(head);
        continue;
      }
      waits++;
      const list = followers.get(head);
      if (list) list.push(entry);
      else followers.set(head, [entry]);
    }
    if (waits === 0) ready.push(entry);
    else waitsFor.set(entry.id, waits);
  }
  const entries: Entry[] = [];
  while (ready.size > 0) {
    const entry = ready.pop();
    entries.push(entry);
    for (const follower of followers.get(entry.id) ?? []) {
      const waits = (waitsFor.get(follower.id) as number) - 1;
      waitsFor.set(follower.id, waits);
      if (waits === 0) ready.push(follower);
    }
  }
  // An entry's id is a hash over its heads, so a circle cannot be made.
  if (entries.length !== byId.size) throw new Error('entries name each other in a circle');
  return { entries, missing: [...missing].sort() };
}

/**
 * How many chains of one author, and how many in all, somebody is taken to know of above what they know whole. An honest
 * device makes one chain, whoever writes beside it. An author who forks without end makes a chain by each fork; that
 * others had seen the oldest of those is then forgotten until somebody has seen everything, and costs nobody else.
 */
const CHAINS_EACH = 8;
const CHAINS = 256;
/** How many entries one entry may find known beyond what its parents knew whole: it bounds the search for them. */
const STRIDE = 256;

/**
 * Walks entries in topological order and tells, for each, what it knows. Whatever the shape of the graph, an entry costs
 * no more than its heads times a constant; where nothing forks, the same for every entry.
 */
export class Graph {
  readonly #nodes = new Map<EntryId, Seen>();
  /** Of entries that say again, word for word, what another had said first: that one. */
  readonly #twins = new Map<EntryId, Seen>();
  readonly #frontier = new Set<Seen>();
  /** The last node of each chain. */
  readonly #tails: Node[] = [];
  /** The chain of each node, by its index. */
  readonly #chains: number[] = [];
  /** The newest chains of each author, the last used last. */
  readonly #own = new Map<AccountId, number[]>();

  /** Entries that no other one names; sorted. */
  heads(): EntryId[] {
    return [...this.#frontier].map(({ node }) => node.entry.id).sort();
  }

  /** What is known of an entry; undefined where it was not appended. */
  at(entry: EntryId): Seen | undefined {
    return this.#nodes.get(entry);
  }

  /** Whoever sees an appended entry from now on has seen, with its words, also the one that had said them first. */
  twin(of: Seen, first: Node): void {
    const seen = this.#nodes.get(first.entry.id);
    if (seen !== undefined) this.#twins.set(of.node.entry.id, seen);
  }

  append(entry: Entry): Seen {
    const parents: Seen[] = [];
    for (const head of entry.heads) {
      const parent = this.#nodes.get(head);
      if (parent === undefined) continue;
      this.#frontier.delete(parent);
      parents.push(parent);
      const first = this.#twins.get(head);
      if (first !== undefined) parents.push(first);
    }
    const index = this.#chains.length;
    const seen = this.#frontier.size === 0 ? this.#all(entry, index) : this.#part(entry, index, parents);
    this.#tails[seen.node.chain] = seen.node;
    this.#chains.push(seen.node.chain);
    this.#nodes.set(entry.id, seen);
    this.#frontier.add(seen);
    return seen;
  }

  #all(entry: Entry, index: number): Seen {
    const chain = this.#chainOf(entry.author, () => true);
    return { node: { entry, index, chain }, base: index, clock: NOTHING };
  }

  #part(entry: Entry, index: number, parents: readonly Seen[]): Seen {
    const chain = this.#chainOf(entry.author, (tail) => parents.some((parent) => knows(parent, tail)));
    const node = { entry, index, chain };
    const [only] = parents;
    if (only !== undefined && parents.length === 1 && only.node.chain === chain)
      return { node, base: only.base, clock: only.clock };
    let base = -1;
    for (const parent of parents) base = Math.max(base, parent.base);
    const known = new Map<number, number>();
    const learn = (on: number, at: number): void => {
      if (at > base && at > (known.get(on) ?? -1)) known.set(on, at);
    };
    for (const { node: parent, clock } of parents) {
      learn(parent.chain, parent.index);
      for (let i = 0; i < clock.length; i += 2) learn(clock[i] as number, clock[i + 1] as number);
    }
    const furthest = Math.min(base + STRIDE, index - 1);
    while (base < furthest) {
      const next = this.#chains[base + 1] as number;
      if (next !== chain && (known.get(next) ?? -1) <= base) break;
      base++;
    }
    known.delete(chain);
    return { node, base, clock: this.#clock(known, base) };
  }

  /** The author's newest chain whose end was seen, or a new one. */
  #chainOf(author: AccountId, wasSeen: (tail: Node) => boolean): number {
    const own = this.#own.get(author) ?? [];
    if (own.length === 0) this.#own.set(author, own);
    const at = own.findLastIndex((chain) => wasSeen(this.#tails[chain] as Node));
    const chain = at < 0 ? this.#tails.length : (own[at] as number);
    if (at >= 0) own.splice(at, 1);
    else if (own.length === CHAINS_EACH) own.shift();
    own.push(chain);
    return chain;
  }

  #clock(known: ReadonlyMap<number, number>, base: number): Clock {
    const latest = [...known].filter(([, index]) => index > base).sort((a, b) => b[1] - a[1]);
    const each = new Map<AccountId, number>();
    const kept = latest.filter(([chain]) => {
      const { author } = (this.#tails[chain] as Node).entry;
      const chains = (each.get(author) ?? 0) + 1;
      each.set(author, chains);
      return chains <= CHAINS_EACH;
    });
    const pairs = kept.slice(0, CHAINS).sort((a, b) => a[0] - b[0]);
    return Int32Array.from(pairs.flat());
  }
}
