import type { PlainRecord } from './plain-record.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds/index.ts';
import { isEmpty } from './validate.ts';

/**
 * What each part that a person can agree to pass on (list `shared-parts`) means in fields: nothing that somebody who
 * heard the part's words read aloud would not expect. Gender goes with the groups, not with the name; a safety plan
 * may name the shelter, so it goes with nothing. A field that stands in no part never leaves the case by a referral,
 * whatever its `share` says; `<field>Other` goes with its field.
 */
const PARTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'alias-age': { person: ['alias', 'ageBand', 'birthYear', 'minor'] },
  contact: {
    person: ['safeChannel', 'safeContact', 'safeHours', 'codeWord', 'neverContact', 'mayLeaveMessage'],
  },
  populations: { person: ['populations', 'genderIdentity', 'displacement'] },
  health: {
    person: ['disability', 'hivStatus', 'artStatus', 'ostStatus'],
    violation: ['stateOfPerson'],
  },
  'what-happened': {
    case: ['summary', 'area'],
    violation: [
      'type',
      'date',
      'account',
      'placeType',
      'area',
      'barrierTo',
      'statedReason',
      'continuing',
      'victims',
      'reportedElsewhere',
      'reportedTo',
      'reportAnswer',
      'ledTo',
    ],
  },
  perpetrators: {
    violation: ['perpetrators'],
    threat: ['perpetrators', 'byWhom'],
    perpetrator: ['type', 'involvement', 'unit', 'rank', 'name', 'description', 'knownBefore'],
  },
  needs: { case: ['wants', 'wantsWords'], person: ['languages'] },
  documents: {
    'document-need': [
      'of',
      'document',
      'goal',
      'state',
      'impossibleWhy',
      'steps',
      'expected',
      'validUntil',
      'note',
    ],
  },
  files: {
    file: ['role', 'description', 'workingCopy', 'sha256', 'capturedWhen', 'capturedWhere', 'capturedHow'],
  },
  safety: {
    case: ['danger'],
    threat: [
      'date',
      'type',
      'channel',
      'words',
      'against',
      'people',
      'credible',
      'reported',
      'reportedTo',
      'answer',
      'answerWords',
    ],
    risk: ['of', 'instrument', 'level', 'override', 'assessed'],
  },
};

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
  const named = new Set<string>();
  for (const part of parts) {
    const fields = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
    for (const [kind, names] of Object.entries(fields ?? {}))
      for (const name of names) named.add(`${kind}.${name}`).add(`${kind}.${name}Other`);
  }
  return Object.values(kinds).flatMap((kind) =>
    kind.fields
      .filter((field) => field.share && named.has(`${kind.kind}.${field.name}`))
      .map((field) => ({ kind: kind.kind, field: field.name })),
  );
}

/** A record as a recipient gets it. */
export interface SharedRecord {
  /** Id of the record that it is a part of; the copy gets an id of its own. */
  from: string;
  kind: string;
  fields: Record<string, unknown>;
}

/** In which field of a kind it stands whom a record is about. */
const ABOUT: Readonly<Record<string, string>> = {
  violation: 'victims',
  threat: 'people',
  'document-need': 'of',
  risk: 'of',
};

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
    if (record.kind === 'perpetrator') return false;
    const field = ABOUT[record.kind];
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
