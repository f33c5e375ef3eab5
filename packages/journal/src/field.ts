import { compareTimes, knows, type Node } from './graph.ts';
import type { FieldOp, FieldState, Stamp, StampedValue, Value } from './types.ts';

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

/** The state that standing values amount to: the latest is shown, and all of them where they differ. */
export function fieldState(standing: readonly StampedValue[]): FieldState {
  const sorted = [...standing].sort(compareStamps);
  const latest = sorted[sorted.length - 1] as StampedValue;
  const differ = sorted.some((other) => !equalValues(other.value, latest.value));
  return { ...latest, alternatives: differ ? sorted : [] };
}

/** One field while the entries of a dossier are folded in, each after those it had seen. */
export class FieldMerge {
  /** Values that no later `set` knew of. */
  #values: { node: Node; value: Value }[] = [];
  /** Elements, each with the additions that no deletion or `set` knew of. */
  readonly #elements = new Map<string, Node[]>();
  #lastElementOp: Node | undefined;

  apply(node: Node, op: FieldOp): void {
    if ('set' in op) {
      this.#values = this.#values.filter((standing) => !knows(node, standing.node));
      this.#values.push({ node, value: op.set });
      for (const text of this.#elements.keys()) this.#forget(node, text);
      return;
    }
    // A list of texts that was set before becomes the elements that this operation changes.
    for (const standing of this.#values) {
      if (knows(node, standing.node))
        for (const text of textsOf(standing.value)) this.#add(standing.node, text);
    }
    this.#values = this.#values.filter((standing) => !knows(node, standing.node));
    for (const text of op.del) this.#forget(node, text);
    for (const text of op.add) this.#add(node, text);
    this.#lastElementOp = node;
  }

  #add(node: Node, text: string): void {
    const additions = this.#elements.get(text);
    if (additions) additions.push(node);
    else this.#elements.set(text, [node]);
  }

  #forget(node: Node, text: string): void {
    const unknown = (this.#elements.get(text) ?? []).filter((addition) => !knows(node, addition));
    if (unknown.length > 0) this.#elements.set(text, unknown);
    else this.#elements.delete(text);
  }

  state(): FieldState {
    const standing: StampedValue[] = this.#values.map(({ node, value }) => ({ value, ...stampOf(node) }));
    if (this.#lastElementOp && (this.#elements.size > 0 || standing.length === 0)) {
      standing.push({ value: [...this.#elements.keys()].sort(), ...stampOf(this.#lastElementOp) });
    }
    return fieldState(standing);
  }
}

/** The field after an operation of someone who knew everything about it. */
export function extendField(field: FieldState | undefined, stamp: Stamp, op: FieldOp): FieldState {
  if ('set' in op) return { value: op.set, ...stamp, alternatives: [] };
  const standing = field ? (field.alternatives.length > 0 ? field.alternatives : [field]) : [];
  const elements = new Set<string>();
  for (const { value } of standing) for (const text of textsOf(value)) elements.add(text);
  for (const text of op.del) elements.delete(text);
  for (const text of op.add) elements.add(text);
  return { value: [...elements].sort(), ...stamp, alternatives: [] };
}
