import { type Field, type Kind, kindOf } from '@dayaq/domain';
import type { Change, FieldOp, Id, Value } from '@dayaq/vault/client';

/** The fields of one record as a form holds them: name → value; absent and null both mean "nothing there". */
export type Values = Readonly<Record<string, Value>>;

/**
 * The smallest change that turns `before` into `after`: only fields of `kind` that differ. Codes, references and links
 * become what was added and taken away, so that two people's additions both stand; everything else is set whole;
 * null clears. Fields of `before` that this kind does not know (a newer client's) are left alone.
 */
export function changesBetween(kind: Kind, before: Values, after: Values): Record<string, FieldOp> {
  const changes: Record<string, FieldOp> = {};
  for (const field of kind.fields) {
    if (!(field.name in after)) continue;
    const change = changeOf(field, before[field.name] ?? null, after[field.name] ?? null);
    if (change !== null) changes[field.name] = change;
  }
  return changes;
}

/** What makes a record hold these values: of a new one all of them, of one that is there (`before`) only what differs. */
export function recordChange(kind: string, record: Id, values: Values, before: Values = {}): Change {
  const known = kindOf(kind);
  if (known === undefined) throw new Error(`there is no kind ${kind}`);
  return { kind, record, fields: changesBetween(known, before, values) };
}

/** Types whose value is a set, changed by element. */
const SETS: ReadonlySet<Field['type']['is']> = new Set(['codes', 'references', 'links'] as const);

function changeOf(field: Field, before: Value, after: Value): FieldOp | null {
  if (SETS.has(field.type.is)) {
    const had = textsOf(before);
    const has = textsOf(after);
    const add = has.filter((element) => !had.includes(element));
    const del = had.filter((element) => !has.includes(element));
    return add.length + del.length === 0 ? null : { add, del };
  }
  const tidy = emptyToNull(after);
  return sameValue(emptyToNull(before), tidy) ? null : { set: tidy };
}

/** The elements of a set-valued field; anything that is not a list of texts counts as empty. */
export function textsOf(value: Value | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((element) => typeof element === 'string'))];
}

/** Applies what `changesBetween` made, the way the vault will: for previews and for the property that joins both. */
export function applyChanges(before: Values, changes: Record<string, FieldOp>): Record<string, Value> {
  const after: Record<string, Value> = { ...before };
  for (const [name, change] of Object.entries(changes)) {
    if ('set' in change) after[name] = change.set;
    else {
      const kept = textsOf(before[name]).filter((element) => !change.del.includes(element));
      after[name] = [...kept, ...change.add.filter((element) => !kept.includes(element))];
    }
  }
  return after;
}

function emptyToNull(value: Value): Value {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

/** Deep equality of stored values; the order of an object's keys does not matter. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((element, index) => sameValue(element, b[index] ?? null))
    );
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && sameValue(a[key] ?? null, b[key] ?? null))
  );
}
