import { isEmpty, isRequired, kindOf, stands } from '@dayaq/domain';
import type { FieldOp, Id, RecordView, Value } from '@dayaq/vault/client';
import { changesBetween, sameValue, type Values } from '../fields/index.ts';
import { valuesOf } from '@dayaq/acts/record-values';

/** Only what the person changed since the dialog opened; what others wrote meanwhile is not touched. */
export function editOps(kind: string, before: Values, after: Values): Record<string, FieldOp> {
  const known = kindOf(kind);
  return known === undefined ? {} : changesBetween(known, before, after);
}

/**
 * Fields that somebody else changed while the dialog was open and that this edit would overwrite. Sets are not among
 * them: both people's codes stay.
 */
export function overtaken(
  ops: Record<string, FieldOp>,
  before: Values,
  now: RecordView | undefined,
): string[] {
  if (now === undefined) return [];
  const current = valuesOf(now);
  return Object.entries(ops)
    .filter(([name, op]) => {
      const theirs = current[name] ?? null;
      return 'set' in op && !sameValue(theirs, before[name] ?? null) && !sameValue(theirs, op.set);
    })
    .map(([name]) => name);
}

/** Required fields of the form that are still empty. */
export function lacking(kind: string, values: Values, only: readonly string[] | undefined): string[] {
  return (kindOf(kind)?.fields ?? [])
    .filter((field) => isRequired(field, values) && (only === undefined || only.includes(field.name)))
    .map((field) => field.name)
    .filter((name) => isEmpty(values[name]));
}

/** Fields whose text is longer than they take. It is neither cut nor saved: the form says what can be done. */
export function tooLong(kind: string, values: Values): string[] {
  return (kindOf(kind)?.fields ?? [])
    .filter(({ name, type }) => {
      const value = values[name];
      return type.is === 'text' && typeof value === 'string' && value.length > type.max;
    })
    .map(({ name }) => name);
}

/** What a person wrote into the form of one record, as it is kept until it is saved: only what they touched. */
export interface WrittenRecord extends Record<string, Value> {
  /** Id of a record that is new, so that saving it again after a crash makes no second one. */
  id: Id;
  /** What the touched fields held when this person began to write, so that a colleague's newer value is noticed. */
  before: Record<string, Value>;
  after: Record<string, Value>;
  /** Ids of the further records that a divided text will be. */
  parts: Id[];
}

export const NOTHING_WRITTEN: WrittenRecord = { id: '', before: {}, after: {}, parts: [] };

/**
 * What a form holds. What the program began it with is no answer while its question is not asked: it comes with the question,
 * is neither shown nor saved before, and nobody is told to empty what nobody wrote.
 * @param offered what the form began with
 * @param opened what the record held then
 * @param after what the person wrote
 */
export function withoutUnasked(
  kind: string,
  offered: Values,
  opened: Values,
  after: Values,
): Record<string, Value> {
  const all: Record<string, Value> = { ...offered, ...after };
  for (const name of Object.keys(offered))
    if (!(name in after) && isEmpty(opened[name]) && !stands(kind, name, all)) delete all[name];
  return all;
}

/** A form that holds `next` now, and began with `offered`. */
export function written(
  written: WrittenRecord,
  opened: Values,
  offered: Values,
  next: Values,
): Pick<WrittenRecord, 'before' | 'after'> {
  const changed = Object.entries(next).filter(([name, value]) => !sameValue(value, offered[name] ?? null));
  return {
    after: Object.fromEntries(changed),
    before: Object.fromEntries(
      changed.map(
        ([name]) => [name, (name in written.before ? written.before : opened)[name] ?? null] as const,
      ),
    ),
  };
}

/** What was kept of a form, or null where it is none, or stands in the record already. */
export function readWritten(
  kept: Value,
  kind: string,
  record: RecordView | null,
  records: readonly RecordView[],
): WrittenRecord | null {
  if (!isMap(kept) || !isMap(kept['before']) || !isMap(kept['after'])) return null;
  const { id, before, after, parts } = kept;
  if (typeof id !== 'string') return null;
  // It was saved, and the crash came before it was put away.
  if (record === null && records.some((each) => each.id === id)) return null;
  const now = record === null ? {} : valuesOf(record);
  if (record !== null && Object.keys(editOps(kind, now, { ...now, ...after })).length === 0) return null;
  const ids = Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : [];
  return { id, before, after, parts: ids };
}

function isMap(value: Value | undefined): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
