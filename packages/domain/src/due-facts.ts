import { fieldOf, kindOf } from './kinds/index.ts';
import { isEmpty, stands } from './validate.ts';

/** What a row shows is bounded, whatever is in the record: characters of a text, codes of a set. */
const MOST = { text: 200, codes: 20 } as const;

/** What a thing to do about a record shows of it, by field: its title, and what its kind says beside that (`Kind.due`). */
export function dueFacts(kind: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = kindOf(kind);
  return boundedFacts(kind, [...(known?.title ?? []), ...(known?.due ?? [])], fields);
}

/** These fields as a row shows them: what stands, and no more than fits. */
export function boundedFacts(
  kind: string,
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of names) {
    const value = fields[name];
    if (isEmpty(value) || fieldOf(kind, name) === undefined || !stands(kind, name, fields)) continue;
    shown[name] =
      typeof value === 'string'
        ? value.slice(0, MOST.text)
        : Array.isArray(value)
          ? (value as unknown[]).slice(0, MOST.codes)
          : value;
  }
  return shown;
}
