import { type ConsentKind, type ConsentState, consentState, standingShares } from './consent.ts';
import { isFuzzyDate } from './fuzzy-date.ts';
import type { PlainRecord } from './plain-record.ts';
import { kindOf } from './kinds/index.ts';
import { excludedIn, type ReferralStatus, referralStatus } from './referral.ts';
import { aboutPerson, partsAgreed } from './shared-fields.ts';
import { isEmpty, stands } from './validate.ts';

/** Who was given what. */
export interface GivenTo {
  recipient: string;
  /** Codes of the list `shared-parts`. */
  parts: readonly string[];
  /** What was given where it is a copy of a file: its `file-roles`, what it is called, and which of `file-copies`, as far as said. */
  file: { role: string; description: string; copy: string } | null;
  status: ReferralStatus;
  /** Milliseconds since 1970; null where it was only proposed. */
  sent: number | null;
  /** The day YYYY, YYYY-MM or YYYY-MM-DD that somebody named for it; null where it is that of `sent`. */
  on: string | null;
  revoked: number | null;
  /** The recipient has confirmed the withdrawal. */
  confirmed: boolean;
}

/** One record that the client may see. */
export interface Held {
  id: string;
  /** Names of the fields whose answers are theirs to read, in the kind's order; empty where all of it is our own work. */
  fields: readonly string[];
}

/** What the client may see of their own case, for the page to put into words. */
export interface ClientSummary {
  /** What we call them; empty where nobody asked. */
  alias: string;
  /** What is written down, by kind, in the order in which each first comes. */
  held: readonly { kind: string; records: readonly Held[] }[];
  consents: Readonly<Record<ConsentKind, ConsentState>>;
  /** With whom sharing is agreed, and what; also where nothing was sent yet. */
  agreed: readonly { recipient: string; parts: readonly string[]; fields: number }[];
  given: readonly GivenTo[];
  /** Responses that we said we would give, and have not: ids, and days YYYY, YYYY-MM or YYYY-MM-DD. */
  ahead: readonly { record: string; day: string }[];
  /** They have named somebody who must not learn of it. */
  hasExclusions: boolean;
}

/** Our own work and what others told us in confidence is not the client's paper to carry. */
const NOT_SHOWN = new Set(['task', 'note', 'source', 'cost', 'case', 'consent', 'referral', 'custody']);

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string' && v !== '');
const moment = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** @param person record id of the client */
export function clientSummary(records: readonly PlainRecord[], person: string): ClientSummary {
  const live = records.filter((record) => !record.deleted);
  const byId = new Map(live.map((record) => [record.id, record]));
  const own = theirs(live, person);
  const self = live.find((record) => record.id === person && record.kind === 'person');
  return {
    alias: text(self?.fields.alias),
    held: held(
      live.filter(({ id }) => own.has(id)),
      person,
    ),
    consents: consentState(records, person),
    // A yes that names nobody and nothing stands among the consents alone.
    agreed: standingShares(live, person)
      .filter(({ recipient, parts }) => recipient !== '' || parts.length > 0)
      .map(({ record, recipient, parts }) => {
        const consent = byId.get(record);
        return { recipient, parts, fields: consent === undefined ? 0 : partsAgreed(live, consent).fields };
      }),
    given: [...referred(live, person), ...copiesGiven(records)],
    ahead: live
      .filter(({ id, kind, fields }) => kind === 'response' && own.has(id) && isEmpty(fields.done))
      .filter((record) => !isEmpty(record.fields.planned))
      .map(({ id, fields }) => ({
        record: id,
        day: text((fields.planned as { day?: unknown } | undefined)?.day),
      })),
    hasExclusions: self !== undefined && hasExclusions(self),
  };
}

function hasExclusions(person: PlainRecord): boolean {
  const { ids, words } = excludedIn(person);
  return words !== '' || ids.length > 0;
}

function referred(live: readonly PlainRecord[], person: string): GivenTo[] {
  return live
    .filter((record) => record.kind === 'referral' && record.fields.of === person)
    .map(({ fields }) => ({
      recipient: text(fields.to),
      parts: texts(fields.parts),
      file: null,
      status: referralStatus(fields),
      sent: moment(fields.sent),
      on: null,
      revoked: moment(fields.revoked),
      confirmed: moment(fields.revokedSeen) !== null,
    }));
}

/** Copies of files that left our hands. That the file is gone here takes none of them back. */
function copiesGiven(records: readonly PlainRecord[]): GivenTo[] {
  const files = new Map(records.filter(({ kind }) => kind === 'file').map((file) => [file.id, file]));
  return records
    .filter(({ kind, deleted, fields }) => kind === 'custody' && !deleted && fields.step === 'handed-over')
    .flatMap(({ fields, created }): GivenTo[] => {
      const file = files.get(text(fields.file));
      return [
        {
          recipient: text(fields.to),
          parts: ['files'],
          file: {
            role: text(file?.fields.role),
            description: text(file?.fields.description),
            copy: text(fields.copy),
          },
          status: 'sent',
          sent: created.at,
          on: isFuzzyDate(fields.when) ? fields.when.day : null,
          revoked: null,
          confirmed: false,
        },
      ];
    });
}

/** The ids of the records that are about this person, and no other's. Theirs to see; not what others told us in confidence. */
function theirs(live: readonly PlainRecord[], person: string): ReadonlySet<string> {
  const mine = new Set(aboutPerson(live, person));
  return new Set(live.filter(({ id, kind }) => mine.has(id) && !NOT_SHOWN.has(kind)).map(({ id }) => id));
}

function held(records: readonly PlainRecord[], person: string): ClientSummary['held'] {
  const byKind = new Map<string, Held[]>();
  for (const record of records) {
    const kind = kindOf(record.kind);
    if (kind === undefined) continue;
    const fields = kind.fields
      .filter((field) => field.share && field.byProgram !== true && !isEmpty(record.fields[field.name]))
      .filter(({ name }) => stands(record.kind, name, record.fields) && !isSelf(record, name, person));
    const one = { id: record.id, fields: fields.map(({ name }) => name) };
    byKind.set(record.kind, [...(byKind.get(record.kind) ?? []), one]);
  }
  return [...byKind].map(([kind, records]) => ({ kind, records }));
}

/** That it is about the person themselves is what the whole sheet says already. */
function isSelf({ kind, fields }: PlainRecord, name: string, person: string): boolean {
  if (kind === 'person') return name === 'role';
  return kindOf(kind)?.about === name && texts(fields[name]).every((id) => id === person);
}
