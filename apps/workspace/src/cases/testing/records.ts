import type { RecordView, Value } from '@dayaq/vault/client';

let made = 0;

/** A record as the vault shows it, written at that moment (ms) by one person. For tests. */
export function aRecord(
  kind: string,
  fields: Record<string, Value>,
  at = Date.parse('2026-11-01T10:00:00Z') + made,
): RecordView {
  const stamp = { by: 'member-1', at };
  return {
    id: `${kind}-${made++}`,
    kind,
    deleted: false,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]),
    ),
    created: stamp,
    updated: stamp,
  };
}
