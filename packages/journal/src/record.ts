import { FieldMerge, compareStamps, extendField, stampOf } from './field.ts';
import { knows, type Node, type Seen } from './graph.ts';
import { type Seeing, Standing } from './standing.ts';
import {
  type Change,
  DELETED_FIELD,
  type FieldOp,
  type FieldState,
  LIMITS,
  type RecordState,
  type Stamp,
  type StampedValue,
} from './types.ts';

interface Mark extends Seeing {
  readonly deleted: boolean;
  /** Edits that did not know of this deletion, nor it of them. */
  readonly contestedBy: Standing<Seeing>;
}

/** One record while the entries of a dossier are folded in, each after those it had seen. */
export class RecordMerge {
  readonly #kind: string;
  readonly #id: RecordState['id'];
  readonly #created: Node;
  #updated: Node;
  readonly #fields = new Map<string, FieldMerge>();
  /** Deletions and restorations that no later one knew of. */
  readonly #marks = new Standing<Mark>();
  /** Edits that no later edit knew of: enough to find whether a deletion did not know one. */
  readonly #edits = new Standing<Seeing>();

  /** The first entry that said something of it. */
  get created(): Node {
    return this.#created;
  }

  constructor(node: Node, change: Change) {
    this.#kind = change.kind;
    this.#id = change.record;
    this.#created = node;
    this.#updated = node;
  }

  apply(seen: Seen, change: Change): void {
    this.#updated = seen.node;
    for (const name of Object.keys(change.fields)) {
      const op = change.fields[name] as FieldOp;
      let field = this.#fields.get(name);
      if (!field) this.#fields.set(name, (field = new FieldMerge()));
      field.apply(seen, op);
    }
    if (change.deleted === undefined) this.#edit(seen);
    else this.#mark(seen, change.deleted);
  }

  /** Takes a change that an earlier entry made already, and `seen` had not known of: see `twinOf`. */
  repeat(seen: Seen, { fields }: Change): void {
    for (const [name, op] of Object.entries(fields)) if ('set' in op) this.#fields.get(name)?.repeat(seen);
  }

  #edit(seen: Seen): void {
    for (const mark of this.#marks.items) {
      if (!mark.deleted || knows(seen, mark.seen.node)) continue;
      mark.contestedBy.take(seen);
      mark.contestedBy.add({ seen });
    }
    this.#edits.take(seen);
    this.#edits.add({ seen });
  }

  #mark(seen: Seen, deleted: boolean): void {
    this.#marks.take(seen);
    const contestedBy = new Standing<Seeing>();
    if (deleted)
      for (const edit of this.#edits.items) if (!knows(seen, edit.seen.node)) contestedBy.add(edit);
    this.#marks.add({ seen, deleted, contestedBy });
  }

  state(): RecordState {
    const fields = new Map<string, FieldState>();
    for (const [name, field] of this.#fields) fields.set(name, field.state());
    const marks = this.#marks.items;
    if (marks.length === 0) return this.#stated([], fields, []);
    const deletions = marks.filter((mark) => mark.deleted);
    const against = new Set([
      ...marks.filter((mark) => !mark.deleted).map((mark) => mark.seen.node),
      ...deletions.flatMap((mark) => mark.contestedBy.items.map(({ seen }) => seen.node)),
    ]);
    const conflict = deletions.length > 0 && against.size > 0;
    if (conflict) fields.set(DELETED_FIELD, disputed(deletions, [...against]));
    return this.#stated(conflict ? [] : deletions.map(({ seen }) => seen.node), fields, [...against]);
  }

  #stated(gone: readonly Node[], fields: RecordState['fields'], against: readonly Node[]): RecordState {
    const kept = against.map(stampOf).sort(compareStamps).slice(-LIMITS.standing);
    const deletions = gone.map(stampOf);
    return {
      kind: this.#kind,
      id: this.#id,
      deleted: deletions.length > 0,
      ...(deletions.length > 0 && { deletions }),
      fields,
      created: stampOf(this.#created),
      updated: stampOf(this.#updated),
      ...(kept.length > 0 && { kept }),
    };
  }
}

/** A deletion in conflict, each side by its newest voices. */
function disputed(deletions: readonly Mark[], against: readonly Node[]): FieldState {
  const said = (nodes: readonly Node[], value: boolean): StampedValue[] =>
    nodes
      .map((node) => ({ value, ...stampOf(node) }))
      .sort(compareStamps)
      .slice(-LIMITS.standing / 2);
  const kept = said(against, false);
  const gone = said(
    deletions.map(({ seen }) => seen.node),
    true,
  );
  const alternatives = [...gone, ...kept].sort(compareStamps);
  const more = deletions.length + against.length - alternatives.length;
  const state = { ...(kept[kept.length - 1] as StampedValue), alternatives };
  return more === 0 ? state : { ...state, more };
}

/** The record after a change by someone who knew everything about it. Null where that must be merged from the start. */
export function extendRecord(
  record: RecordState | undefined,
  stamp: Stamp,
  change: Change,
): RecordState | null {
  const fields = new Map(record?.fields);
  for (const [name, op] of Object.entries(change.fields)) {
    const extended = extendField(fields.get(name), stamp, op);
    if (extended === null) return null;
    fields.set(name, extended);
  }
  if (change.deleted !== undefined) fields.delete(DELETED_FIELD);
  const deletions = change.deleted === undefined ? record?.deletions : change.deleted ? [stamp] : undefined;
  // Whoever says so knew of every deletion and of all that stood against one.
  const restored = change.deleted === false ? [stamp] : undefined;
  const kept = change.deleted === undefined ? record?.kept : restored;
  return {
    kind: record?.kind ?? change.kind,
    id: change.record,
    deleted: change.deleted ?? record?.deleted ?? false,
    ...(deletions !== undefined && { deletions }),
    fields,
    created: record?.created ?? stamp,
    updated: stamp,
    ...(kept !== undefined && { kept }),
  };
}
