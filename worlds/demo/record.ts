import type { Change, Value } from '@dayaq/vault/client';

/** A new record's change from plain values: lists of texts become sets, everything else is set; undefined is left out. */
export function record(
  kind: string,
  id: string,
  values: Readonly<Record<string, Value | undefined>>,
): Change {
  const fields: Change['fields'] = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') continue;
    fields[name] = isTexts(value) ? { add: value, del: [] } : { set: value };
  }
  return { kind, record: id, fields };
}

function isTexts(value: Value): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
