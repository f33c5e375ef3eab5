import { compareTimes, knows, type Node, type Seen } from './graph.ts';
import { type Seeing, Standing } from './standing.ts';
import { type FieldOp, type FieldState, LIMITS, type Stamp, type StampedValue, type Value } from './types.ts';

export function stampOf(node: Node): Stamp {
  const { author, time, id } = node.entry;
  return { by: author, at: time, entry: id };
}

export function compareStamps(a: Stamp, b: Stamp): number {
  return compareTimes({ time: a.at, id: a.entry }, { time: b.at, id: b.entry });
}

/** Whether two values say the same; maps whatever their order of keys. */
export function equalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((element, i) => equalValues(element as Value, b[i] as Value));
  }
  const left = a as { readonly [key: string]: Value };
  const right = b as { readonly [key: string]: Value };
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && equalValues(left[key] as Value, right[key] as Value),
  );
}

/** The elements of a value that may serve as a set of texts; none if it may not. */
export function textsOf(value: Value): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.every((element) => typeof element === 'string') ? value : [];
}

/** Shared by all fields that nobody disagrees about: of a large dossier there are tens of thousands. */
const NOBODY_DISAGREES: readonly StampedValue[] = [];

/**
 * The state that standing values amount to: the latest is shown, and all of them where they differ.
 * @param more how many values or elements were left out because there were too many
 */
export function fieldState(standing: readonly StampedValue[], more = 0): FieldState {
  const [only] = standing;
  if (only !== undefined && standing.length === 1 && more === 0)
    return { value: only.value, by: only.by, at: only.at, entry: only.entry, alternatives: NOBODY_DISAGREES };
  const sorted = [...standing].sort(compareStamps);
  const latest = sorted[sorted.length - 1] as StampedValue;
  const differ = sorted.some((other) => !equalValues(other.value, latest.value));
  const state = { ...latest, alternatives: differ ? sorted : NOBODY_DISAGREES };
  return more === 0 ? state : { ...state, more };
}

/** An operation and its place among those of its field: of two in one entry, the later one counts. */
interface Placed extends Seeing {
  readonly at: number;
}

/**
 * One field while the entries of a dossier are folded in, each after those it had seen. An operation costs what it holds,
 * never what the field holds: a `set` over many elements is only noted, and counts when the state is asked for.
 */
export class FieldMerge {
  /** Values that no later operation knew of. */
  readonly #values = new Standing<Seeing & { readonly value: Value }>();
  /** Elements, each with the additions that no deletion knew of; most fields never have any. */
  #elements: Map<string, Standing<Placed>> | undefined;
  /** `set`s, which take away all the elements that they knew of. */
  readonly #clears = new Standing<Placed>();
  #lastElementOp: Node | undefined;
  #ops = 0;

  apply(seen: Seen, op: FieldOp): void {
    this.#ops++;
    const known = this.#values.take(seen);
    if ('set' in op) {
      this.#values.add({ seen, value: op.set });
      this.#clears.take(seen);
      this.#clears.add({ seen, at: this.#ops });
      return;
    }
    // A list of texts that was set before becomes the elements that this operation changes.
    for (const { seen: then, value } of known) for (const text of textsOf(value)) this.#add(then, text);
    for (const text of op.del) this.#elements?.get(text)?.take(seen);
    for (const text of op.add) this.#add(seen, text);
    this.#lastElementOp = seen.node;
  }

  /**
   * Somebody set again what stood in the field first, without having seen that: it takes the place of what they had seen, and says
   * nothing that is not said.
   */
  repeat(seen: Seen): void {
    this.#ops++;
    this.#values.take(seen);
    this.#clears.take(seen);
    this.#clears.add({ seen, at: this.#ops });
  }

  #add(seen: Seen, text: string): void {
    this.#elements ??= new Map();
    let additions = this.#elements.get(text);
    if (additions === undefined) this.#elements.set(text, (additions = new Standing<Placed>()));
    additions.take(seen);
    additions.add({ seen, at: this.#ops });
  }

  #isCleared({ seen, at }: Placed): boolean {
    return this.#clears.items.some((clear) => clear.at > at && knows(clear.seen, seen.node));
  }

  state(): FieldState {
    const standing = this.#values.items.map(({ seen, value }): StampedValue => {
      const { author, time, id } = seen.node.entry;
      return { value, by: author, at: time, entry: id };
    });
    if (this.#lastElementOp === undefined) return fieldState(standing, this.#values.more);
    const byAuthor = new Map<string, string[]>();
    let count = 0;
    for (const [text, additions] of this.#elements ?? []) {
      const alive = additions.items.find((addition) => !this.#isCleared(addition));
      if (alive === undefined) continue;
      const { author } = alive.seen.node.entry;
      const list = byAuthor.get(author);
      if (list === undefined) byAuthor.set(author, [text]);
      else list.push(text);
      count++;
    }
    const texts = shares([...byAuthor.values()]);
    if (texts.length > 0 || standing.length === 0)
      standing.push({ value: texts.sort(), ...stampOf(this.#lastElementOp) });
    return fieldState(standing, this.#values.more + count - texts.length);
  }
}

/** As many elements as a field may show; where there are more, those give way who added most. */
function shares(lists: readonly (readonly string[])[]): string[] {
  const texts: string[] = [];
  let left: number = LIMITS.elements;
  const rising = [...lists].sort((a, b) => a.length - b.length);
  for (const [i, list] of rising.entries()) {
    const part = list.slice(0, Math.ceil(left / (rising.length - i)));
    for (const text of part) texts.push(text);
    left -= part.length;
  }
  return texts;
}

/** The field after an operation of someone who knew everything about it. Null where that must be merged from the start. */
export function extendField(field: FieldState | undefined, stamp: Stamp, op: FieldOp): FieldState | null {
  if (field?.more !== undefined) return null;
  if ('set' in op) return { value: op.set, ...stamp, alternatives: NOBODY_DISAGREES };
  const standing = field ? (field.alternatives.length > 0 ? field.alternatives : [field]) : [];
  const elements = new Set<string>();
  for (const { value } of standing) for (const text of textsOf(value)) elements.add(text);
  for (const text of op.del) elements.delete(text);
  for (const text of op.add) elements.add(text);
  if (elements.size > LIMITS.elements) return null;
  return { value: [...elements].sort(), ...stamp, alternatives: NOBODY_DISAGREES };
}
