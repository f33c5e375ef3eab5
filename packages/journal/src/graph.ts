import type { EntryId } from '@dayaq/sealing/verify';
import type { Entry } from './types.ts';

/** A chain's number → the highest index on it that is known. */
type Clock = ReadonlyMap<number, number>;
const NOTHING: Clock = new Map();

/** An entry at its place in the order, with what it knows of those before. */
export interface Node {
  readonly entry: Entry;
  readonly index: number;
  /** Entries of one chain each know the one before them. */
  readonly chain: number;
  /** Everything up to this index is known. */
  readonly base: number;
  /** What is known above `base` on other chains; shared along a chain, so that a long one costs nothing. */
  readonly clock: Clock;
}

/** Whether `node` is `other` or was written by someone who had seen it. */
export function knows(node: Node, other: Node): boolean {
  if (other.index <= node.base) return true;
  if (other.chain === node.chain) return other.index <= node.index;
  return (node.clock.get(other.chain) ?? -1) >= other.index;
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
 * Walks entries in topological order and tells, for each, what it knows. Where nothing forks this costs the
 * same for every entry, however many there are.
 */
export class Graph {
  readonly #nodes = new Map<EntryId, Node>();
  readonly #frontier = new Set<Node>();
  readonly #tails: Node[] = [];

  /** Entries that no other one names; sorted. */
  heads(): EntryId[] {
    return [...this.#frontier].map((node) => node.entry.id).sort();
  }

  append(entry: Entry): Node {
    const parents: Node[] = [];
    for (const head of entry.heads) {
      const parent = this.#nodes.get(head);
      if (parent) parents.push(parent);
    }
    for (const parent of parents) this.#frontier.delete(parent);
    const index = this.#nodes.size;
    const continued = parents.find((parent) => this.#tails[parent.chain] === parent);
    const chain = continued?.chain ?? this.#tails.length;
    const node: Node =
      this.#frontier.size === 0
        ? { entry, index, chain, base: index, clock: NOTHING }
        : { entry, index, chain, ...this.#knowledge(parents, continued) };
    this.#tails[chain] = node;
    this.#nodes.set(entry.id, node);
    this.#frontier.add(node);
    return node;
  }

  #knowledge(parents: readonly Node[], continued: Node | undefined): { base: number; clock: Clock } {
    const [only] = parents;
    if (only && only === continued && parents.length === 1) return { base: only.base, clock: only.clock };
    let base = -1;
    for (const parent of parents) base = Math.max(base, parent.base);
    const clock = new Map<number, number>();
    const learn = (chain: number, index: number): void => {
      if (index > base && index > (clock.get(chain) ?? -1)) clock.set(chain, index);
    };
    for (const parent of parents) {
      learn(parent.chain, parent.index);
      for (const [chain, index] of parent.clock) learn(chain, index);
    }
    return { base, clock };
  }
}
