import { isOfItsComing } from './custody.ts';
import type { PlainRecord } from './plain-record.ts';
import type { Kind } from './kind.ts';
import { isKnownKind, type KindName, KINDS, kindOf } from './kinds/index.ts';
import { isEmpty } from './validate.ts';

/** A field of a kind that may travel. */
export interface CarriedField {
  kind: string;
  field: string;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Whether a consent record allows sharing now: a "yes" to sharing, not withdrawn, not disputed. */
export function allowsSharing(consent: PlainRecord): boolean {
  const { to, decision, withdrawn } = consent.fields;
  return (
    consent.kind === 'consent' &&
    !consent.deleted &&
    consent.conflict !== true &&
    to === 'sharing' &&
    decision === 'yes' &&
    isEmpty(withdrawn)
  );
}

/**
 * Exactly the fields that may travel on a consent: those of the parts it names that the kinds let be shared.
 * @param kinds the kinds known here; a field that they do not let be shared is never carried
 */
export function fieldsCarried(
  consent: PlainRecord,
  kinds: Readonly<Record<string, Kind>> = KINDS,
): CarriedField[] {
  if (!allowsSharing(consent)) return [];
  const parts = new Set(texts(consent.fields.parts));
  return Object.values(kinds).flatMap(({ kind, fields }) =>
    fields
      .filter(({ share, part }) => share && part !== undefined && parts.has(part))
      .map(({ name }) => ({ kind, field: name })),
  );
}

/** Kinds of which something may travel, in the order in which a stranger understands a case. */
export const TRAVELLING_KINDS: readonly KindName[] = Object.values(KINDS)
  .filter(({ fields }) => fields.some(({ share, part }) => share && part !== undefined))
  .map(({ kind }) => kind)
  .filter(isKnownKind);

/** A record as a recipient gets it. */
export interface SharedRecord {
  /** Id of the record that it is a part of; the copy gets an id of its own. */
  from: string;
  kind: string;
  fields: Record<string, unknown>;
}

/**
 * The records that a referral carries on a consent: only what is about the person who gave it, and of that only the
 * agreed fields. What names no person belongs to the client only where the case has no other. References lead to
 * records that travel too; others are left out, because a bare id would link two dossiers.
 * @param files ids of the `file` records that the worker chose for this recipient; without the part `files`, none goes
 */
export function shareOnly(
  records: readonly PlainRecord[],
  consent: PlainRecord,
  files: readonly string[] = [],
): SharedRecord[] {
  const carried = new Map<string, Set<string>>();
  for (const { kind, field } of fieldsCarried(consent)) {
    const fields = carried.get(kind) ?? new Set();
    carried.set(kind, fields.add(field));
  }
  const person = consent.fields.of;
  const live = records.filter((record) => !record.deleted && carried.has(record.kind));
  const clients = records.filter(
    (record) => record.kind === 'person' && !record.deleted && record.fields.role === 'client',
  );
  const alone = clients.length === 1 && clients[0]?.id === person;

  const about = (record: PlainRecord): boolean => {
    if (record.kind === 'person') return record.id === person;
    if (record.kind === 'file') return files.includes(record.id);
    if (record.kind === 'custody')
      return isOfItsComing(record) && files.some((id) => id === record.fields.file);
    if (record.kind === 'perpetrator') return false;
    const field = kindOf(record.kind)?.about;
    if (field === undefined) return alone;
    const value = record.fields[field];
    const named = typeof value === 'string' && value !== '' ? [value] : texts(value);
    return named.length === 0 ? alone : named.some((id) => id === person);
  };
  const chosen = live.filter(about);
  // A perpetrator goes with the acts against this person, not with the whole case.
  const guilty = new Set(
    carried.has('perpetrator')
      ? chosen
          .filter((record) => carried.get(record.kind)?.has('perpetrators') === true)
          .flatMap((record) => texts(record.fields.perpetrators))
      : [],
  );
  chosen.push(...live.filter((record) => record.kind === 'perpetrator' && guilty.has(record.id)));

  const ids = new Set(chosen.map((record) => record.id));
  return chosen
    .map((record) => ({
      from: record.id,
      kind: record.kind,
      fields: fieldsOf(record, carried.get(record.kind) ?? new Set(), ids),
    }))
    .filter((record) => Object.keys(record.fields).length > 0);
}

function fieldsOf(
  record: PlainRecord,
  carried: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of KINDS[record.kind as keyof typeof KINDS].fields) {
    const value = record.fields[field.name];
    if (!carried.has(field.name) || isEmpty(value)) continue;
    if (field.type.is === 'references') {
      const kept = texts(value).filter((id) => ids.has(id));
      if (kept.length > 0) fields[field.name] = kept;
    } else if (field.type.is !== 'reference' || (typeof value === 'string' && ids.has(value))) {
      fields[field.name] = value;
    }
  }
  return fields;
}
