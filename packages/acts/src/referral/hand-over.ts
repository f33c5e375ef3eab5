import { fieldOf, type SealedFile, type SharedRecord } from '@dayaq/domain';
import type { Change, Id, RecordView, Value } from '@dayaq/vault/client';
import { recordChange, textsOf, type Values } from '../changes-between.ts';

/** What the head of a hand-over says. */
export interface HandoverHead {
  reference: string;
  from: string;
  to: string;
  contactPerson: string;
  need: string;
  needOther: string;
  needWords: string;
  parts: readonly string[];
  /** Milliseconds since 1970. */
  sent: number;
}

export interface HandoverIds {
  /** Of the dossier, and so of its head. */
  dossier: Id;
  /** Record of the case → id of its copy, so that no copy can be tied to its original. */
  copies: Readonly<Record<Id, Id>>;
}

/**
 * A hand-over as the changes of its first entry: its head, and the agreed fields under new ids.
 * @param files `file` record of the case → the bytes that go, sealed anew for this dossier; a key of the case never goes
 */
export function handoverChanges(
  head: HandoverHead,
  shared: readonly SharedRecord[],
  ids: HandoverIds,
  files: Readonly<Record<Id, SealedFile>>,
): Change[] {
  const { parts, ...texts } = head;
  const copies = shared.map((record) => {
    const copy = ids.copies[record.from];
    if (copy === undefined) throw new Error('no id was given to a record that is handed over');
    return recordChange(record.kind, copy, copied(record, ids.copies, files));
  });
  return [recordChange('handover', ids.dossier, { ...texts, parts: [...parts] }), ...copies];
}

function copied(
  { from, kind, fields }: SharedRecord,
  copies: Readonly<Record<Id, Id>>,
  files: Readonly<Record<Id, SealedFile>>,
): Values {
  const copy: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (fieldOf(kind, name)?.type.is !== 'blob') copy[name] = remapped(kind, name, value as Value, copies);
  }
  const file = files[from];
  if (kind === 'file' && file !== undefined) copy['workingCopy'] = { ...file };
  return copy;
}

/** A value with its references led to other records; a reference to what did not come along is left out. */
export function remapped(kind: string, field: string, value: Value, ids: Readonly<Record<Id, Id>>): Value {
  const to = (id: string): Id[] => {
    const other = Object.hasOwn(ids, id) ? ids[id] : undefined;
    return other === undefined ? [] : [other];
  };
  switch (fieldOf(kind, field)?.type.is) {
    case 'reference':
      return typeof value === 'string' ? (to(value)[0] ?? null) : null;
    case 'references':
      return textsOf(value).flatMap(to);
    // What leads out of one organisation's dossier leads nowhere in another's.
    case 'link':
    case 'links':
      return null;
    default:
      return value;
  }
}

/** What travels, as records that the pages can show before anything was sent. */
export function asViews(shared: readonly SharedRecord[], by: Id, at: number): RecordView[] {
  return shared.map(({ from, kind, fields }) => ({
    id: from,
    kind,
    deleted: false,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        { value: value as Value, by, at, alternatives: [] },
      ]),
    ),
    created: { by, at },
    updated: { by, at },
  }));
}

/** The bytes of a file that go when it was chosen: the clean copy, and where there is none the file as it is. */
export function fileThatGoes(record: RecordView): { field: 'workingCopy' | 'file'; value: Value } | null {
  for (const field of ['workingCopy', 'file'] as const) {
    const value = record.fields[field]?.value;
    if (value !== undefined && value !== null) return { field, value };
  }
  return null;
}
