import { KINDS, type Kind } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';

/** A record as the vault shows it. */
export function record(id: string, kind: string, values: Record<string, Value>): RecordView {
  const stamp = { by: 'leyla', at: 1000 };
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]),
  );
  return { id, kind, deleted: false, fields, created: stamp, updated: stamp };
}

/** A record of the kind with a mark in each of its texts. */
export function marked(id: string, kind: string, values: Record<string, Value>): RecordView {
  const known: Kind = KINDS[kind as keyof typeof KINDS];
  const texts = known.fields.flatMap(({ name, type }) =>
    type.is === 'text' ? [[name, `mark of ${kind}.${name}`] as const] : [],
  );
  return record(id, kind, { ...Object.fromEntries(texts), ...values });
}
