import { type Field, isEmpty, isShown, type Kind } from '@dayaq/domain';
import type { Values } from '@dayaq/acts/changes-between';

/** Set by the program or handled by the pages of files: a form has no input for them. */
const NOT_TYPED = new Set<Field['type']['is']>(['moment', 'blob']);

/**
 * The fields that a form asks now, in order: all that people fill in, or those of `only` with the "other: say what"
 * of each; a field whose condition does not hold is left out, unless it already holds something.
 */
export function shownFields(kind: Kind, values: Values, only?: readonly string[]): Field[] {
  const byName = new Map(kind.fields.map((field) => [field.name, field]));
  const names = only?.flatMap((name) => (name.endsWith('Other') ? [name] : [name, `${name}Other`]));
  return [...new Set(names ?? byName.keys())]
    .map((name) => byName.get(name))
    .filter((field) => field !== undefined)
    .filter(
      (field) =>
        !NOT_TYPED.has(field.type.is) &&
        field.byProgram !== true &&
        (isShown(field, values) || !isEmpty(values[field.name])),
    );
}
