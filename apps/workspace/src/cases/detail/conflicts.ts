import type { Change, Id, RecordView, Value } from '@dayaq/vault/client';

/** A field of which two or more versions stand, because people wrote without knowing of each other. */
export interface Conflict {
  record: RecordView;
  field: string;
  versions: readonly { value: Value; by: Id; at: number }[];
}

/** The reserved field on which the journal marks a record that one deleted while another wrote in it. */
export const DELETED = 'deleted';

/** Every conflict of a case, oldest first. Deleted records matter only for the question whether they stay deleted. */
export function conflictsOf(records: readonly RecordView[]): Conflict[] {
  const found: Conflict[] = [];
  for (const record of records) {
    for (const [field, view] of Object.entries(record.fields)) {
      if (view.alternatives.length < 2 || (record.deleted && field !== DELETED)) continue;
      found.push({ record, field, versions: [...view.alternatives].sort((a, b) => a.at - b.at) });
    }
  }
  return found.sort((a, b) => lastOf(a) - lastOf(b));
}

function lastOf(conflict: Conflict): number {
  return conflict.versions.at(-1)?.at ?? 0;
}

/** The change that settles a conflict. The field is set even where its shown value is chosen: that is the settling. */
export function settle(conflict: Conflict, value: Value): Change {
  const { record, field } = conflict;
  const about = { kind: record.kind, record: record.id };
  if (field === DELETED) return { ...about, fields: {}, deleted: value === true };
  return { ...about, fields: { [field]: { set: value } } };
}

/** Several settled conflicts as one entry, one change a record. */
export function together(changes: readonly Change[]): Change[] {
  const byRecord = new Map<Id, Change>();
  for (const change of changes) {
    const held = byRecord.get(change.record);
    byRecord.set(
      change.record,
      held ? { ...held, ...change, fields: { ...held.fields, ...change.fields } } : change,
    );
  }
  return [...byRecord.values()];
}
