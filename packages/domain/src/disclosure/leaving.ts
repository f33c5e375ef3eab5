import type { Field } from '../kind.ts';
import { kindOf } from '../kinds/index.ts';
import { isEmpty, stands } from '../validate.ts';

/**
 * What of a record may leave the seal without anybody looking at it first, in print, in a table or before others' eyes: what its
 * kind releases, and what is not held back by the record itself. Everything that is made of records for such a way out is made of
 * this. Of a kind that is not known nothing leaves.
 */
export function leaving(
  kind: string,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (kindOf(kind)?.fields ?? []).flatMap((field) => {
      const { name, release } = field;
      const value = values[name];
      return release === 'never' || isHeldBack(field, values) || isEmpty(value) || !stands(kind, name, values)
        ? []
        : [[name, value] as const];
    }),
  );
}

/** Whether the record itself says that this field of it does not leave. */
const isHeldBack = ({ heldBackBy }: Field, values: Readonly<Record<string, unknown>>): boolean =>
  heldBackBy !== undefined && values[heldBackBy] !== false && !isEmpty(values[heldBackBy]);

/** Whether a record says of anything in it that it does not leave. */
export const holdsBack = (kind: string, values: Readonly<Record<string, unknown>>): boolean =>
  (kindOf(kind)?.fields ?? []).some((field) => isHeldBack(field, values));
