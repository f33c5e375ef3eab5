import {
  answersIn,
  type Answer,
  type Card,
  carefulReading,
  cardOf,
  type CountryPack,
  type Danger,
  dangersOf,
  type HourOf,
  judgingOf,
  kindOf,
  type LinkIn,
  type OpenTask,
  type PlainRecord,
  rootKindOf,
  type Saw,
  signedFieldsOf,
  titleOf,
  type Stamp,
  typedField,
  unmet,
  weighed,
  weighedFieldsOf,
} from '@dayaq/domain';
import { type DossierState, hadSeen, type RecordState } from '@dayaq/journal';
import { sortKey } from '@dayaq/locale';
import { telephonesIn } from '@dayaq/locale/fold';
import type { DossierId, EntryId, RecordId } from '@dayaq/sealing';
import { narrowOf } from '@dayaq/domain/count';
import { type KnownRow, knownRows } from './alike/rows.ts';
import { foldDossier } from './folded.ts';
import { linkRows } from './linked.ts';
import { tokenOf } from './search/token.ts';

/**
 * How much of one dossier stands in the lists, far above what any case holds: whatever a member signs, its rows take time
 * and room by its size, and pass no limit of the database. What is beyond is in the dossier, and in no list.
 */
const MOST = { records: 50_000, facets: 250, tasks: 500, dangers: 200, weighed: 2000, listed: 5000 } as const;

/** A dossier has more than can be worked out on a phone. */
export class TooLarge extends Error {}

/** What the lists hold of one dossier. */
export interface Projected {
  card: Card;
  /** What the card is sorted by. */
  sortable: string;
  /** As search keeps them. */
  words: string;
  tasks: readonly OpenTask[];
  /** What is dangerous and was not acted on since; null where nothing is. */
  danger: { critical: boolean; at: number; data: { dangers: Danger[]; answers: Answer[] } } | null;
  listed: readonly { kind: string; record: string; data: string }[];
  links: readonly LinkIn[];
  /** People in it, as they may be known again elsewhere. */
  people: readonly KnownRow[];
  /** What figures count of it; null where none does. */
  facts: string | null;
}

/** A record as its kind promises it: what has another shape than its field, or stands in no field, is not there. */
function plainRecord(record: RecordState): PlainRecord {
  const fields: Record<string, unknown> = {};
  let versions: Record<string, readonly unknown[]> | undefined;
  let writers: Record<string, string> | undefined;
  for (const name of signedFieldsOf(record.kind)) {
    const by = record.fields.get(name)?.by;
    if (by !== undefined) (writers ??= {})[name] = by;
  }
  for (const [name, field] of record.fields) {
    const value = typedField(record.kind, name, field.value);
    if (value !== undefined) fields[name] = value;
    if (field.alternatives.length > 0)
      (versions ??= {})[name] = field.alternatives.map((each) => typedField(record.kind, name, each.value));
  }
  const stamps = stampsIn(record);
  const { id, kind, deleted, deletions, created, updated, kept } = record;
  const plain = { id, kind, deleted, fields, created, updated, conflict: versions !== undefined };
  return {
    ...plain,
    ...(deletions === undefined ? {} : { deletions }),
    ...(versions === undefined ? {} : { versions }),
    ...(writers === undefined ? {} : { writers }),
    ...(stamps === undefined ? {} : { stamps }),
    ...(kept === undefined ? {} : { kept }),
  };
}

/** Who wrote what is weighed against what others knew. */
function stampsIn({ kind, fields }: RecordState): Record<string, readonly Stamp[]> | undefined {
  let stamps: Record<string, readonly Stamp[]> | undefined;
  const { danger, deed } = weighedFieldsOf(kind);
  // Where records take each other's place, or are judged, whoever does must have seen all that was said.
  const isWhole = kindOf(kind)?.replaces !== undefined || judgingOf(kind) !== undefined;
  const all = isWhole ? fields.keys() : [];
  for (const name of new Set([...danger, ...deed, ...all])) {
    const field = fields.get(name);
    if (field === undefined) continue;
    const said = field.alternatives.length > 0 ? field.alternatives : [field];
    (stamps ??= {})[name] = said.map(({ by, at, entry }) => ({ by, at, entry }));
  }
  return stamps;
}

/** A record's state is replaced when it changes: as long as it is the same, so is what it says. */
const known = new WeakMap<RecordState, PlainRecord>();

/** Whether the authors of a dossier's entries had seen each other's. */
const sightIn =
  (state: DossierState): Saw =>
  (later, earlier) =>
    hadSeen(state, later.entry as EntryId, earlier.entry as EntryId);

/**
 * A merged dossier as plain records, as `weighed` marks them: what the domain's rules and the card are made from. Throws
 * `TooLarge`.
 */
export function plainRecords(state: DossierState): PlainRecord[] {
  if (state.records.size > MOST.records) throw new TooLarge();
  const records = [...state.records.values()].map((record) => {
    const before = known.get(record);
    if (before !== undefined) return before;
    const plain = plainRecord(record);
    known.set(record, plain);
    return plain;
  });
  return weighed(records, sightIn(state)).map((record) =>
    record.deleted && isWrittenInUnseen(record, state) ? { ...record, deleted: false } : record,
  );
}

/**
 * Whether a dossier was deleted by who did not know of something that stands in it, written by one who did not know of the
 * deletion: then it stands, as a record does that somebody wrote in.
 */
function isWrittenInUnseen({ id, kind }: PlainRecord, state: DossierState): boolean {
  const deletions = kindOf(kind)?.level === 'root' ? state.records.get(id as RecordId)?.deletions : undefined;
  if (deletions === undefined) return false;
  const knows = (later: EntryId, earlier: EntryId): boolean => hadSeen(state, later, earlier);
  return [...state.records.values()].some(
    (record) =>
      !record.deleted &&
      record.id !== id &&
      writtenIn(record).some(({ entry }) =>
        deletions.every((deletion) => !knows(deletion.entry, entry) && !knows(entry, deletion.entry)),
      ),
  );
}

/** Whatever stands in a record, by who wrote it: of versions each. */
const writtenIn = ({ created, fields }: RecordState) => [
  created,
  ...[...fields.values()].flatMap((field) => (field.alternatives.length > 0 ? field.alternatives : [field])),
];

/**
 * Whether a dossier is deleted: not while somebody in it is in danger of whom its deleter did not know, nor while something
 * stands in it that they had not seen. Throws `TooLarge`.
 */
export function isDeleted(dossier: DossierId, state: DossierState): boolean {
  const root = state.records.get(dossier as string as RecordId);
  if (root?.deleted !== true) return false;
  return plainRecords(state).find(({ id }) => id === root.id)?.deleted !== false;
}

/**
 * Works out the rows of a dossier, without the database: so that whatever goes wrong concerns this dossier alone.
 * @param beside words that were folded before, and when something was said where its author's clock is not all that is known
 */
export function projected(
  dossier: DossierId,
  kind: string,
  state: DossierState,
  records: readonly PlainRecord[],
  pack: CountryPack | undefined,
  { folded = new Map(), hourOf }: { folded?: Map<string, string> | undefined; hourOf?: HourOf } = {},
): Projected {
  const { tasks, printed, ...card } = cardOf(dossier, records, pack);
  const rules = rootKindOf(kind)?.card.rules ?? [];
  return {
    card: { ...card, facets: card.facets.slice(0, MOST.facets) },
    sortable: sortable(titleOf(kind, card), card.behind ?? 0),
    words: wordsOf(card.text, printed, folded),
    tasks: tasks.slice(0, MOST.tasks),
    danger: rules.includes('danger') ? dangerIn(state, records, hourOf) : null,
    listed: listedOf(dossier, records),
    links: linkRows(kind, records),
    people: knownRows(dossier, records),
    facts: factsOf(dossier, records),
  };
}

function factsOf(dossier: DossierId, records: readonly PlainRecord[]): string | null {
  const narrow = narrowOf(dossier, records);
  return narrow === null ? null : JSON.stringify(narrow);
}

/** Behind every letter. */
const LAST = '\uffff';

/** One alphabet for the column, whatever language a page shows; the unnamed come last of those that stand as far behind. */
function sortable(title: string, behind: number): string {
  return LAST.repeat(behind) + (title === '' ? LAST : sortKey('az', title));
}

/** Words as they sound, telephone numbers however they are written, and a token for everything that rows print in words. */
function wordsOf(text: string, printed: readonly [string, string][], folded: Map<string, string>): string {
  const tokens = printed.map(([list, code]) => tokenOf(list, code));
  return [foldDossier(text, folded), ...telephonesIn(text), ...tokens].join(' ');
}

/** Who must act now depends on the hour, so that is asked when it is shown. */
function dangerIn(
  state: DossierState,
  records: readonly PlainRecord[],
  hourOf?: HourOf,
): Projected['danger'] {
  const all = dangersOf(records, hourOf).sort((a, b) =>
    a.level === b.level ? b.at - a.at : a.level === 'critical' ? -1 : 1,
  );
  const answers = answersIn(records, all.slice(0, MOST.weighed), sightIn(state));
  const dangers = unmet(all, answers).slice(0, MOST.dangers);
  if (dangers.length === 0) return null;
  const open = new Set(dangers.map(({ record }) => record));
  return {
    critical: dangers.some(({ level }) => level === 'critical'),
    at: dangers.reduce((latest, { at }) => Math.max(latest, at), 0),
    data: {
      dangers,
      answers: answers.map((answer) => ({
        ...answer,
        knew: answer.knew.filter((record) => open.has(record)),
      })),
    },
  };
}

function listedOf(dossier: DossierId, records: readonly PlainRecord[]): Projected['listed'] {
  return records
    .filter(({ id, kind, deleted }) => {
      const known = kindOf(kind);
      if (deleted || known?.listed !== true) return false;
      // What heads a dossier is one only there: nothing inside another passes for it.
      return known.level !== 'root' || id === (dossier as string);
    })
    .slice(0, MOST.listed)
    .map((record) => {
      const { id, kind, created, updated, conflict, writers } = record;
      // A list says one thing of a field: where two versions stand, what one may act on.
      const fields = carefulReading(record);
      return {
        kind,
        record: id,
        data: JSON.stringify({ fields, created, updated, conflict: conflict === true, writers }),
      };
    });
}
