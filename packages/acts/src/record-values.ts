import { type PlainRecord, signedFieldsOf, staleFields } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';

/** What the fields of a record hold. */
export function valuesOf(record: RecordView): Record<string, Value> {
  return Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, field.value]));
}

/** All that stands of a field: one value, or where two did not know of each other, each of them; none where it says nothing. */
export function standingValues(record: RecordView, name: string): Value[] {
  const field = record.fields[name];
  if (field === undefined) return [];
  const all = field.alternatives.length > 0 ? field.alternatives.map(({ value }) => value) : [field.value];
  return all.filter((value) => value !== null && value !== '');
}

/** The text of a field; empty where it holds none. */
export function textIn(record: RecordView, field: string): string {
  const value = record.fields[field]?.value;
  return typeof value === 'string' ? value : '';
}

/** A record without its stale answers, which stand in its form alone; the same where it has none. */
export function standingView(record: RecordView): RecordView {
  const stale = staleFields(record.kind, valuesOf(record));
  if (stale.length === 0) return record;
  const fields = Object.entries(record.fields).filter(([name]) => !stale.includes(name));
  return { ...record, fields: Object.fromEntries(fields) };
}

/** A record as the rules of `domain` take it. */
export function plainRecord(record: RecordView): PlainRecord {
  const { id, kind, deleted, created, updated } = record;
  const doubted = Object.entries(record.fields).filter(([, field]) => field.alternatives.length > 1);
  const { replaced, settled, judged, met, followedBy, overtaken } = record;
  const signed = signedFieldsOf(kind).flatMap((name) => {
    const by = record.fields[name]?.by;
    return by === undefined ? [] : [[name, by] as const];
  });
  const plain = {
    id,
    kind,
    deleted,
    fields: valuesOf(record),
    created,
    updated,
    ...(replaced && { replaced }),
    ...(settled && { settled }),
    ...(judged && { judged }),
    ...(met && { met }),
    ...(followedBy && { followedBy }),
    ...(overtaken && { overtaken }),
    ...(signed.length > 0 && { writers: Object.fromEntries(signed) }),
  };
  if (doubted.length === 0) return { ...plain, conflict: false };
  const versions = doubted.map(([name, { alternatives }]) => [name, alternatives.map(({ value }) => value)]);
  return { ...plain, conflict: true, versions: Object.fromEntries(versions) };
}
