import type { RecordView, Value } from '@dayaq/vault/client';

/** What the fields of a record hold. */
export function valuesOf(record: RecordView): Record<string, Value> {
  return Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, field.value]));
}
