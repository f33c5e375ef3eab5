import { isEmpty, kindOf } from '@dayaq/domain';
import type { FieldOp, RecordView } from '@dayaq/vault/client';
import { changesBetween, sameValue, type Values } from '../../fields/index.ts';
import { valuesOf } from './open-case.ts';

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
    .filter((field) => field.required === true && (only === undefined || only.includes(field.name)))
    .map((field) => field.name)
    .filter((name) => isEmpty(values[name]));
}
