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
    (kindOf(kind)?.fields ?? []).flatMap(({ name, release, heldBackBy }) => {
      const value = values[name];
      const isHeld = heldBackBy !== undefined && values[heldBackBy] !== false && !isEmpty(values[heldBackBy]);
      return release === 'never' || isHeld || isEmpty(value) || !stands(kind, name, values)
        ? []
        : [[name, value] as const];
    }),
  );
}
