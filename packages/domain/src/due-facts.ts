import { fieldOf, kindOf } from './kinds/index.ts';

/** What a row shows is bounded, whatever is in the record: characters of a text, codes of a set. */
const MOST = { text: 200, codes: 20 } as const;

/** What a thing to do about a record shows of it, by field: its title, and what its kind says beside that (`Kind.due`). */
export function dueFacts(kind: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = kindOf(kind);
  const shown: Record<string, unknown> = {};
  for (const name of [...(known?.title ?? []), ...(known?.due ?? [])]) {
    const value = fields[name];
    if (value === undefined || value === null || fieldOf(kind, name) === undefined) continue;
    shown[name] =
      typeof value === 'string'
        ? value.slice(0, MOST.text)
        : Array.isArray(value)
          ? (value as unknown[]).slice(0, MOST.codes)
          : value;
  }
  return shown;
}
