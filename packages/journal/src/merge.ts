import type { EntryId, RecordId } from '@dayaq/sealing/verify';
import { equalValues } from './field.ts';
import { Graph, knows, type Node, topologicalOrder } from './graph.ts';
import { extendRecord, RecordMerge } from './record.ts';
import type { Change, DossierState, Entry, FieldOp, RecordState } from './types.ts';

/** A dossier that owns its maps, so that `extendDossier` may go on from it in place. */
interface OwnedState extends DossierState {
  readonly records: Map<RecordId, RecordState>;
  heads: readonly EntryId[];
  readonly missing: readonly EntryId[];
  readonly order: EntryId[];
}

/** What the authors of a state's entries had seen; beside the states, so that two which say the same are equal. */
const graphs = new WeakMap<DossierState, Graph>();

/**
 * Whether whoever wrote `later` had seen `earlier`, or wrote it: both are entries of a dossier. False where one of them is
 * not there, and where so many wrote beside each other that it is not known any more.
 */
export function hadSeen(state: DossierState, later: EntryId, earlier: EntryId): boolean {
  const graph = graphs.get(state);
  const [seen, other] = [graph?.at(later), graph?.at(earlier)];
  return seen !== undefined && other !== undefined && knows(seen, other.node);
}

/**
 * The state that these entries amount to: any order in, with or without repetitions, same state out. Entries
 * whose predecessors are `missing` count as far as they can be understood without them.
 */
export function mergeDossier(entries: readonly Entry[]): DossierState {
  const ordered = topologicalOrder(entries);
  const graph = new Graph();
  const merging = new Map<RecordId, RecordMerge>();
  for (const entry of ordered.entries) {
    const seen = graph.append(entry);
    const first = twinOf(entry, merging);
    if (first !== null && !knows(seen, first)) {
      graph.twin(seen, first);
      for (const change of entry.changes) merging.get(change.record)?.repeat(seen, change);
      continue;
    }
    for (const change of entry.changes) {
      let record = merging.get(change.record);
      if (!record) merging.set(change.record, (record = new RecordMerge(seen.node, change)));
      record.apply(seen, change);
    }
  }
  const state: OwnedState = {
    records: new Map([...merging].map(([id, record]) => [id, record.state()])),
    heads: graph.heads(),
    missing: ordered.missing,
    order: ordered.entries.map((entry) => entry.id),
  };
  graphs.set(state, graph);
  return state;
}

/**
 * The entry that began the record which this one names first, where both say the same, word for word: two devices that made one
 * thing of what came to both (a letter from outside, a row of a register) are one. Whoever has seen either has seen the words of
 * both, so what they write goes on from both. Null where there is none. It costs no more than the entry says.
 */
function twinOf({ changes }: Entry, merging: ReadonlyMap<RecordId, RecordMerge>): Node | null {
  const [begins] = changes;
  const first = begins === undefined ? undefined : merging.get(begins.record)?.created;
  if (first === undefined) return null;
  const { changes: others } = first.entry;
  return changes.length === others.length && changes.every((change, i) => isSame(change, others[i] as Change))
    ? first
    : null;
}

function isSame(a: Change, b: Change): boolean {
  if (a.record !== b.record || a.kind !== b.kind) return false;
  if (a.deleted !== undefined || b.deleted !== undefined) return false;
  const names = Object.keys(a.fields);
  if (names.length !== Object.keys(b.fields).length) return false;
  return names.every((name) => {
    const [one, other] = [a.fields[name] as FieldOp, b.fields[name]];
    if (other === undefined) return false;
    if ('set' in one || 'set' in other)
      return 'set' in one && 'set' in other && equalValues(one.set, other.set);
    return one.del.length + other.del.length === 0 && equalValues(one.add, other.add);
  });
}

function sameIds(a: readonly EntryId[], b: readonly EntryId[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

/**
 * Goes on from a state of `mergeDossier` by an entry that knew all of it, at a cost that depends on the entry and the records
 * that it touches. **Takes the state over**: it is changed in place and returned, while the record states in it are
 * replaced, never changed. Null, with nothing changed, when the entry did not know everything, touches a field of which
 * not all is shown, or changes one record more than once (each time costs what the record holds): merge from the start then.
 */
export function extendDossier(state: DossierState, entry: Entry): DossierState | null {
  if (!sameIds(state.heads, entry.heads)) return null;
  const owned = state as OwnedState;
  const stamp = { by: entry.author, at: entry.time, entry: entry.id };
  const extended = new Map<RecordId, RecordState>();
  for (const change of entry.changes) {
    if (extended.has(change.record)) return null;
    const after = extendRecord(owned.records.get(change.record), stamp, change);
    if (after === null) return null;
    extended.set(change.record, after);
  }
  for (const [id, record] of extended) owned.records.set(id, record);
  owned.heads = [entry.id];
  owned.order.push(entry.id);
  graphs.get(owned)?.append(entry);
  return owned;
}
