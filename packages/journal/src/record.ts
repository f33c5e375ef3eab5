import { FieldMerge, compareStamps, extendField, stampOf } from './field.ts';
import { knows, type Node } from './graph.ts';
import {
  type Change,
  DELETED_FIELD,
  type FieldState,
  type RecordState,
  type Stamp,
  type StampedValue,
} from './types.ts';

interface Mark {
  readonly node: Node;
  readonly deleted: boolean;
  /** Edits that did not know of this deletion, nor it of them. */
  contestedBy: readonly Node[];
}

/** Edits of which none knew another one, after one more. */
function latestEdits(edits: readonly Node[], node: Node): readonly Node[] {
  return [...edits.filter((edit) => !knows(node, edit)), node];
}

/** One record while the entries of a dossier are folded in, each after those it had seen. */
export class RecordMerge {
  readonly #kind: string;
  readonly #id: RecordState['id'];
  readonly #created: Node;
  #updated: Node;
  readonly #fields = new Map<string, FieldMerge>();
  /** Deletions and restorations that no later one knew of. */
  #marks: Mark[] = [];
  /** Edits that no later edit knew of: enough to find whether a deletion did not know one. */
  #edits: readonly Node[] = [];

  constructor(node: Node, change: Change) {
    this.#kind = change.kind;
    this.#id = change.record;
    this.#created = node;
    this.#updated = node;
  }

  apply(node: Node, change: Change): void {
    this.#updated = node;
    for (const name of Object.keys(change.fields)) {
      const op = change.fields[name];
      if (!op) continue;
      let field = this.#fields.get(name);
      if (!field) this.#fields.set(name, (field = new FieldMerge()));
      field.apply(node, op);
    }
    if (change.deleted === undefined) {
      for (const mark of this.#marks) {
        if (mark.deleted && !knows(node, mark.node)) mark.contestedBy = latestEdits(mark.contestedBy, node);
      }
      this.#edits = latestEdits(this.#edits, node);
      return;
    }
    this.#marks = this.#marks.filter((mark) => !knows(node, mark.node));
    const contestedBy = change.deleted ? this.#edits.filter((edit) => !knows(node, edit)) : [];
    this.#marks.push({ node, deleted: change.deleted, contestedBy });
  }

  state(): RecordState {
    const fields = new Map<string, FieldState>();
    for (const [name, field] of this.#fields) fields.set(name, field.state());
    const deletions = this.#marks.filter((mark) => mark.deleted);
    const against = new Set([
      ...this.#marks.filter((mark) => !mark.deleted).map((mark) => mark.node),
      ...deletions.flatMap((mark) => mark.contestedBy),
    ]);
    const conflict = deletions.length > 0 && against.size > 0;
    if (conflict) {
      const alternatives: StampedValue[] = [
        ...deletions.map((mark) => ({ value: true, ...stampOf(mark.node) })),
        ...[...against].map((node) => ({ value: false, ...stampOf(node) })),
      ].sort(compareStamps);
      const kept = alternatives.findLast((alternative) => alternative.value === false) as StampedValue;
      fields.set(DELETED_FIELD, { ...kept, alternatives });
    }
    return {
      kind: this.#kind,
      id: this.#id,
      deleted: deletions.length > 0 && !conflict,
      fields,
      created: stampOf(this.#created),
      updated: stampOf(this.#updated),
    };
  }
}

/** The record after a change by someone who knew everything about it. */
export function extendRecord(record: RecordState | undefined, stamp: Stamp, change: Change): RecordState {
  const fields = new Map(record?.fields);
  for (const name of Object.keys(change.fields)) {
    const op = change.fields[name];
    if (op) fields.set(name, extendField(fields.get(name), stamp, op));
  }
  if (change.deleted !== undefined) fields.delete(DELETED_FIELD);
  return {
    kind: record?.kind ?? change.kind,
    id: change.record,
    deleted: change.deleted ?? record?.deleted ?? false,
    fields,
    created: record?.created ?? stamp,
    updated: stamp,
  };
}
