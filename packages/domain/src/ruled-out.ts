/** Answers of one record of which one says no to another: "by telephone" beside "never call". */
import { kindOf } from './kinds/index.ts';

/** `code` of `field` cannot be meant, as `never` of `by` says no to it. */
export interface RuledOut {
  field: string;
  code: string;
  by: string;
  never: string;
}

type Values = Readonly<Record<string, unknown>>;

const codesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((code): code is string => typeof code === 'string');

/** Which answers of a record are ruled out by others of it, in the kind's order. */
export function ruledOut(kind: string, fields: Values): RuledOut[] {
  return (kindOf(kind)?.fields ?? []).flatMap(({ name: by, rulesOut }) =>
    rulesOut === undefined
      ? []
      : codesIn(fields[by]).flatMap((never) =>
          Object.entries(rulesOut[never] ?? {}).flatMap(([field, codes]) =>
            codesIn(fields[field])
              .filter((code) => codes.includes(code))
              .map((code) => ({ field, code, by, never })),
          ),
        ),
  );
}

/** The record as one may act on it: without the answers that another says no to. What nobody may do stays. */
export function withoutRuledOut<T extends Values>(kind: string, fields: T): T {
  const out = ruledOut(kind, fields);
  if (out.length === 0) return fields;
  const left = out.map(({ field }) => {
    const codes = codesIn(fields[field]).filter(
      (code) => !out.some((each) => each.field === field && each.code === code),
    );
    return [field, Array.isArray(fields[field]) && codes.length > 0 ? codes : null] as const;
  });
  return { ...fields, ...Object.fromEntries(left) };
}
