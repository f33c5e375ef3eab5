import { isOfItsComing } from './custody.ts';
import type { ChosenFields, Field, Kind } from './kind.ts';
import { fieldOf, isKnownKind, type KindName, KINDS, kindOf } from './kinds/index.ts';
import { codeList, codeOf } from './code-lists/index.ts';
import type { PlainRecord } from './plain-record.ts';
import { isChosenFields, isEmpty, stands } from './validate.ts';

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

/** What was agreed field by field; null where it was agreed by parts, as before that was asked. */
export function agreedIn(consent: PlainRecord): ChosenFields | null {
  const { agreed } = consent.fields;
  if (isEmpty(agreed)) return null;
  return isChosenFields(agreed) ? agreed : {};
}

const mayTravel = ({ share, part }: Field): boolean => share && part !== undefined;

/** Exactly the fields that may travel on a consent by parts: those of the parts that the kinds let be shared. */
export function fieldsCarried(
  consent: PlainRecord,
  kinds: Readonly<Record<string, Kind>> = KINDS,
): CarriedField[] {
  if (!allowsSharing(consent) || agreedIn(consent) !== null) return [];
  const parts = new Set(texts(consent.fields.parts));
  return Object.values(kinds).flatMap(({ kind, fields }) =>
    fields
      .filter((field) => mayTravel(field) && parts.has(field.part ?? ''))
      .map(({ name }) => ({ kind, field: name })),
  );
}

/** Kinds of which something may travel, in the order in which a stranger understands a case. */
export const TRAVELLING_KINDS: readonly KindName[] = Object.values(KINDS)
  .filter(({ fields }) => fields.some(mayTravel))
  .map(({ kind }) => kind)
  .filter(isKnownKind);

/** A record as a recipient gets it. */
export interface SharedRecord {
  /** Id of the record that it is a part of; the copy gets an id of its own. */
  from: string;
  kind: string;
  fields: Record<string, unknown>;
}

/** A field that says something and may go to somebody, so that it can be chosen or left out. */
export interface Offer {
  record: string;
  kind: string;
  /** The words of an "other" go with their field. */
  field: string;
  /** Code of the list `shared-parts`. */
  part: string;
  /** Whom it is about: the person who is asked, or one who depends on them. */
  person: string;
  /** It says who somebody is, or is about their health: nothing chooses it but its own yes. */
  alone: boolean;
}

/**
 * Whose each record is: that of the person who is asked, or only of somebody who depends on them. What names no person
 * belongs to the client only where the case has no other. What is anybody else's is not there.
 */
function ownersOf(records: readonly PlainRecord[], person: string): Map<string, string> {
  const live = records.filter(({ deleted }) => !deleted);
  const people = live.filter(({ kind }) => kind === 'person');
  const clients = people.filter(({ fields }) => fields.role === 'client');
  const alone = clients.length === 1 && clients[0]?.id === person;
  const dependants = people.filter(({ id, fields }) => id !== person && fields.role === 'dependant');
  const mine = [person, ...dependants.map(({ id }) => id)];
  const owners = new Map<string, string>();
  for (const record of live) {
    if (record.kind === 'perpetrator') continue;
    const field = kindOf(record.kind)?.about;
    const value = field === undefined ? undefined : record.fields[field];
    const named =
      record.kind === 'person'
        ? [record.id]
        : typeof value === 'string' && value !== ''
          ? [value]
          : texts(value);
    const owner = named.length === 0 ? (alone ? person : undefined) : mine.find((id) => named.includes(id));
    if (owner !== undefined) owners.set(record.id, owner);
  }
  return owners;
}

/** Ids of the live records that are about this person themselves, those who did it to them among them. */
export function aboutPerson(records: readonly PlainRecord[], person: string): string[] {
  const owners = ownersOf(records, person);
  const own = records.filter(({ id }) => owners.get(id) === person);
  const guilty = guiltyIn(own);
  const isAlone = records.every(
    ({ id, kind, deleted, fields }) =>
      deleted || kind !== 'person' || fields.role !== 'client' || id === person,
  );
  const did = records.filter(
    ({ id, kind, deleted }) => kind === 'perpetrator' && !deleted && (isAlone || guilty.has(id)),
  );
  return [...own, ...did].map(({ id }) => id);
}

/** What is chosen file by file: a file, and with it how it came to us. */
const WITH_FILES: ReadonlySet<string> = new Set(['file', 'custody']);

const isReference = ({ type }: Field): boolean => type.is === 'reference' || type.is === 'references';

/** The field whose "other" these are the words of, or the field itself. */
function chosenWith(kind: string, name: string): string {
  const base = name.endsWith('Other') ? name.slice(0, -'Other'.length) : '';
  return fieldOf(kind, base) === undefined ? name : base;
}

/** Who did it: the perpetrators that these records name. */
const guiltyIn = (records: readonly PlainRecord[]): Set<string> =>
  new Set(records.flatMap(({ fields }) => texts(fields.perpetrators)));

/**
 * Everything that a person could agree to pass on, field by field: what stands in the case about them, and about those who
 * depend on them. Files are chosen one by one, and are not among it; what leads from one record to another goes by itself
 * where both go.
 */
export function offersTo(records: readonly PlainRecord[], person: string): Offer[] {
  const owners = ownersOf(records, person);
  const guilty = guiltyIn(records.filter(({ id }) => owners.has(id)));
  const offers: Offer[] = [];
  for (const kind of TRAVELLING_KINDS) {
    for (const record of records) {
      if (record.kind !== kind || WITH_FILES.has(kind) || record.deleted) continue;
      const owner = kind === 'perpetrator' && guilty.has(record.id) ? person : owners.get(record.id);
      if (owner === undefined) continue;
      for (const field of KINDS[kind].fields) {
        if (!mayTravel(field) || isReference(field) || chosenWith(kind, field.name) !== field.name) continue;
        if (isEmpty(record.fields[field.name]) || !stands(kind, field.name, record.fields)) continue;
        const part = field.part ?? '';
        const alone = field.sensitivity === 'identifying' || codeOf('shared-parts', part)?.alone === true;
        offers.push({ record: record.id, kind, field: field.name, part, person: owner, alone });
      }
    }
  }
  return offers;
}

/** Offers as what is chosen. Of whom nothing is chosen may still come along: `people`. */
export function chosenOf(
  offers: readonly Pick<Offer, 'record' | 'field'>[],
  people: readonly string[] = [],
): ChosenFields {
  const chosen: Record<string, string[]> = Object.fromEntries(people.map((id) => [id, []]));
  for (const { record, field } of offers) (chosen[record] ??= []).push(field);
  return chosen;
}

/** With these files too, each whole. */
export function withFiles(chosen: ChosenFields, files: readonly string[]): ChosenFields {
  const names = KINDS.file.fields.filter(mayTravel).map(({ name }) => name);
  return { ...chosen, ...Object.fromEntries(files.map((id) => [id, names])) };
}

/**
 * The records that a referral carries on a consent: only what is about the person who gave it, or about those who depend on
 * them where that was agreed, and of that only what was both agreed and chosen. References lead to records that travel
 * too; others are left out, because a bare id would link two dossiers. Stale answers stay.
 * @param chosen what the last look showed; undefined of a referral of before it was kept: everything agreed but files
 */
export function shareOnly(
  records: readonly PlainRecord[],
  consent: PlainRecord,
  chosen?: ChosenFields,
): SharedRecord[] {
  const { of: person } = consent.fields;
  if (!allowsSharing(consent) || typeof person !== 'string') return [];
  const agreed = agreedIn(consent);
  const parts = new Set(texts(consent.fields.parts));
  const owners = ownersOf(records, person);
  const has = (all: ChosenFields, id: string, name: string): boolean =>
    Object.hasOwn(all, id) && all[id]?.includes(name) === true;
  const isAgreed = ({ id, kind }: PlainRecord, { name, part = '' }: Field): boolean =>
    agreed === null ? parts.has(part) : has(agreed, id, chosenWith(kind, name));
  const isChosen = ({ id, kind }: PlainRecord, { name }: Field): boolean =>
    chosen === undefined ? kind !== 'file' : has(chosen, id, chosenWith(kind, name));
  const isFileGoing = (id: unknown): boolean =>
    typeof id === 'string' &&
    chosen !== undefined &&
    Object.hasOwn(chosen, id) &&
    (agreed === null ? parts.has('files') : Object.hasOwn(agreed, id));
  // A reference is no answer of its own: it goes with its record, in a part that was agreed where it was agreed by parts.
  const goes = (record: PlainRecord, field: Field): boolean =>
    mayTravel(field) &&
    stands(record.kind, field.name, record.fields) &&
    (record.kind === 'custody'
      ? isOfItsComing(record) && isFileGoing(record.fields.file)
      : isReference(field)
        ? agreed !== null || parts.has(field.part ?? '')
        : isAgreed(record, field) && isChosen(record, field));
  const comesAlong = (id: string): boolean =>
    id === person ||
    (agreed !== null && Object.hasOwn(agreed, id) && (chosen === undefined || Object.hasOwn(chosen, id)));
  const theirs = records.filter(({ id, kind }) => {
    const owner = owners.get(id);
    return owner !== undefined && TRAVELLING_KINDS.some((one) => one === kind) && comesAlong(owner);
  });
  // A perpetrator goes with the acts against these people, not with the whole case.
  const named = fieldsThatGo(theirs, goes).filter(({ fields }) => 'perpetrators' in fields);
  const guilty = new Set(named.flatMap(({ fields }) => texts(fields.perpetrators)));
  const also = records.filter(
    ({ id, kind, deleted }) => kind === 'perpetrator' && !deleted && guilty.has(id),
  );
  const shared = fieldsThatGo([...theirs, ...also], goes);
  // Whoever comes along is told from who asks.
  for (const { from, kind, fields } of shared)
    if (kind === 'person' && from !== person) fields.role = 'dependant';
  return withinReach(shared, agreed !== null || chosen !== undefined);
}

function fieldsThatGo(
  records: readonly PlainRecord[],
  goes: (record: PlainRecord, field: Field) => boolean,
): SharedRecord[] {
  return records.map((record) => {
    const fields: Record<string, unknown> = {};
    for (const field of kindOf(record.kind)?.fields ?? []) {
      const value = record.fields[field.name];
      if (!isEmpty(value) && goes(record, field)) fields[field.name] = value;
    }
    return { from: record.id, kind: record.kind, fields };
  });
}

/**
 * Without references to what does not travel, and without what then says nothing.
 * @param bare a record that only leads to others says nothing
 */
function withinReach(shared: readonly SharedRecord[], bare: boolean): SharedRecord[] {
  const isBare = ({ kind, fields }: SharedRecord): boolean =>
    Object.keys(fields).every((name) => {
      const field = fieldOf(kind, name);
      return field === undefined || isReference(field);
    });
  const said = shared.filter((record) => !(bare ? isBare(record) : Object.keys(record.fields).length === 0));
  const ids = new Set(said.map(({ from }) => from));
  return said
    .map(({ from, kind, fields }) => ({
      from,
      kind,
      fields: Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
          const type = fieldOf(kind, name)?.type.is;
          if (type === 'references') {
            const kept = texts(value).filter((id) => ids.has(id));
            return kept.length > 0 ? [[name, kept]] : [];
          }
          return type === 'reference' && !(typeof value === 'string' && ids.has(value))
            ? []
            : [[name, value]];
        }),
      ),
    }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
}

const PART_CODES = (codeList('shared-parts')?.codes ?? []).map(({ code }) => code);

/** Codes of the list `shared-parts` of which something goes, in the list's order. */
export function partsIn(shared: readonly Pick<SharedRecord, 'kind' | 'fields'>[]): string[] {
  const found = shared.flatMap(({ kind, fields }) =>
    Object.keys(fields).flatMap((name) => {
      const field = fieldOf(kind, name);
      return field?.part === undefined || isReference(field) ? [] : [field.part];
    }),
  );
  return PART_CODES.filter((part) => found.includes(part));
}

/** Codes of the list `shared-parts` of which something was agreed, and how many answers that is. */
export function partsAgreed(
  records: readonly PlainRecord[],
  consent: PlainRecord,
): { parts: string[]; fields: number } {
  const agreed = agreedIn(consent);
  if (agreed === null) {
    const parts = texts(consent.fields.parts);
    return { parts, fields: fieldsCarried(consent).length };
  }
  const chosen = records.flatMap(({ id, kind }) => {
    const names = Object.hasOwn(agreed, id) ? (agreed[id] ?? []) : [];
    return names.length === 0
      ? []
      : [{ kind, fields: Object.fromEntries(names.map((name) => [name, true])) }];
  });
  return {
    parts: partsIn(chosen),
    fields: chosen.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0),
  };
}
