import {
  carefulReading,
  type CostState,
  costState,
  dangersOf,
  type Field,
  fieldOf,
  fuzzyRange,
  gravestLevel,
  gravestReading,
  isConclusive,
  isDoneThere,
  isFuzzyDate,
  kindOf,
  LEVELS,
  type RiskLevel,
  standingLevel,
} from '@dayaq/domain';
import type { Change, DossierView, Id, LinkRow, RecordView, Value } from '@dayaq/vault/client';
import { applyChanges, changesBetween, recordChange, textsOf, type Values } from './changes-between.ts';
import { clientOf } from './client.ts';
import {
  ledFields,
  linksMoved,
  linksTaken,
  type Moved,
  movedTo,
  relinked,
  saidTheSame,
  withLinksOf,
} from './join-links.ts';
import { joinedAnswer } from './joined-answer.ts';
import { plainRecord, standingValues, textIn, valuesOf } from './record-values.ts';

/**
 * Joining two cases of one person: what is to be gone on with moves into the one, the other is closed, stays readable with its
 * history, and says where it goes on. What is doubtful errs to the safe side: a danger is raised again, a yes is asked again.
 */

/** Files, costs, referrals and agreements stay where they were made; whatever else stands in a case moves, people are copied. */
const STAYS = ['file', 'custody', 'cost', 'referral', 'consent'] as const;
const COPIED = ['person', 'perpetrator', 'source'] as const;

/** Why two cases cannot be joined so. */
export type JoinRefusal =
  /** Not the same people may open both. */
  | 'other-readers'
  /** A referral or a cost of the one that ends is not ended. */
  | 'unended'
  /**
   * Of the one that ends only its intake says that it is dangerous, and the other was assessed, or somebody met what its own
   * intake said: that would be heard no more.
   */
  | 'unassessed'
  /** More leads to the one that ends than is moved at once. */
  | 'too-many';

export interface Join {
  /** Of the case that goes on. */
  into: Change[];
  /** Of the case that ends. */
  from: Change[];
  /** Of other dossiers, that led to it or to what moves. */
  links: { dossier: Id; changes: Change[]; back: Change[] }[];
}

type Views = { into: DossierView; from: DossierView };

const ENDED_COSTS: readonly CostState[] = ['refused', 'receipted', 'refunded', 'given'];

/** What stands against it; null where nothing does. */
export function joinRefusal({ into, from }: Views): JoinRefusal | null {
  const readers = (view: DossierView): string => (view.restricted ? [...view.readers].sort().join(' ') : '');
  if (into.restricted !== from.restricted || readers(into) !== readers(from)) return 'other-readers';
  const isUnended = from.records.some((record) => {
    const { kind, deleted, fields } = record;
    const is = (name: string): boolean => (fields[name]?.value ?? null) !== null;
    if (deleted) return false;
    if (kind === 'referral') return !is('done') && !is('declined') && !is('revoked');
    return kind === 'cost' && !ENDED_COSTS.includes(costState(plainRecord(record)));
  });
  if (isUnended) return 'unended';
  return saidAtIntake(from) && (isAssessed(into) || isMetAtIntake(into)) ? 'unassessed' : null;
}

const isAssessed = ({ records }: DossierView): boolean =>
  records.some((record) => record.kind === 'risk' && !record.deleted && isConclusive(plainRecord(record)));

/** The first word says that somebody is in danger, and nobody who knew of it has assessed or met it. */
const saidAtIntake = ({ id, records }: DossierView): boolean =>
  records.some(
    (record) =>
      record.id === id &&
      standingValues(record, 'danger').includes('high') &&
      record.judged !== true &&
      !isMet(record),
  );

const isCopied = ({ kind }: RecordView): boolean => COPIED.some((each) => each === kind);
const isMoved = (record: RecordView): boolean =>
  kindOf(record.kind)?.level === 'part' && !isCopied(record) && STAYS.every((each) => each !== record.kind);

const isMetAtIntake = ({ id, records }: DossierView): boolean =>
  records.some((record) => record.id === id && isMet(record));

/** Records for which an id is to be had before `join`. */
export const toMove = ({ from }: Pick<Views, 'from'>): RecordView[] =>
  from.records.filter(
    (record) => !record.deleted && (isMoved(record) || isCopied(record) || record.kind === 'consent'),
  );

/**
 * @param idOf the new id of each record of `toMove`
 * @param linked what leads to either case, from other dossiers
 * @param today YYYY-MM-DD
 */
export function join(
  { into, from }: Views,
  idOf: (record: Id) => Id,
  linked: readonly LinkRow[],
  today: string,
): Join {
  const ours = clientOf(into.records);
  const theirs = clientOf(from.records);
  const twinOf = twinsIn({ into, from }, ours, theirs);
  const ids = new Map(
    toMove({ from }).map((record) => [record.id, twinOf.get(record.id)?.id ?? idOf(record.id)]),
  );
  ids.set(from.id, into.id);
  const moved = movedTo({ into, from }, ids);
  const twins = new Map<Id, RecordView>();
  const made = toMove({ from }).flatMap((record): Change[] => {
    const own = twinOf.get(record.id);
    if (own !== undefined) {
      twins.set(own.id, record);
      return [];
    }
    const values = valuesMoved(record, moved, into.records);
    return values === null ? [] : [recordChange(record.kind, ids.get(record.id) ?? '', values)];
  });
  const standing = into.records
    .filter(({ id, deleted }) => !deleted && id !== into.id)
    .map((record) => asOne(record, twins.get(record.id), moved));
  const root = mergedRoot(into, from, moved);
  const came = new Set(made.map(({ record }) => record));
  const gone = toMove({ from }).filter((record) => isMoved(record) && came.has(ids.get(record.id) ?? ''));
  const left = from.records
    .filter((record) => !record.deleted && isCopied(record))
    .map((record) => recordChange(record.kind, record.id, linksTaken(record, {}), valuesOf(record)));
  return {
    into: [root, ...standing, ...made].filter(({ fields }) => Object.keys(fields).length > 0),
    from: [
      closing(from, into, today, root),
      ...left.filter(({ fields }) => Object.keys(fields).length > 0),
      ...gone.map(({ id, kind }) => ({ kind, record: id, fields: {}, deleted: true })),
    ],
    links: relinked(linked, ids, [into.id, from.id]),
  };
}

/** People of the case that ends → who they are in the other: the client, and whom somebody said to be the same. Each once. */
function twinsIn(
  { into, from }: Views,
  ours: RecordView | undefined,
  theirs: RecordView | undefined,
): Map<Id, RecordView> {
  const twins = new Map<Id, RecordView>();
  if (ours !== undefined && theirs !== undefined) twins.set(theirs.id, ours);
  for (const record of from.records) {
    if (record.deleted || !isCopied(record) || twins.has(record.id)) continue;
    const taken = new Set([...twins.values()].map(({ id }) => id));
    const twin = saidTheSame(
      record,
      into.records.filter(({ id }) => !taken.has(id)),
    );
    if (twin !== undefined) twins.set(record.id, twin);
  }
  return twins;
}

/** A record as it stands in the other case; null where it does not come along. */
function valuesMoved(record: RecordView, moved: Moved, others: readonly RecordView[]): Values | null {
  const { kind } = record;
  const { ids } = moved;
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(safestValues(record))) {
    const type = fieldOf(kind, name)?.type;
    if (type === undefined) continue;
    if (type.is === 'references') values[name] = textsOf(value).flatMap((id) => ids.get(id) ?? []);
    else if (type.is === 'reference' || (type.is === 'link' && type.to.reach.includes('dossier'))) {
      const id = typeof value === 'string' ? ids.get(value) : undefined;
      // It is about something that stays.
      if (typeof value === 'string' && value !== '' && id === undefined && name === 'about') return null;
      values[name] = id ?? null;
    } else if (type.is === 'link' || type.is === 'links')
      values[name] = ledFields(kind).includes(name) ? linksMoved(kind, name, value, moved) : value;
    else values[name] = value;
  }
  // Nobody said here that they take it, or that the person is safe from what stands here.
  if (kind === 'task') return isAskedThere(record, others) ? null : { ...values, taken: null };
  if (kind === 'response') return { ...values, safe: null };
  // A yes is asked again; a no holds.
  if (kind === 'consent') return isNo(record) ? values : null;
  // What somebody protected the person from stays with who did: here nobody did, and it would be a danger again.
  if ((kind === 'risk' || kind === 'threat') && isMet(record)) return null;
  if (kind === 'risk') return isGraver(record, others) ? values : null;
  return values;
}

/** Whether the other case asks for it by itself, or was done with it: what a rule wants of a record comes along with the record. */
function isAskedThere(task: RecordView, others: readonly RecordView[]): boolean {
  const rule = textIn(task, 'rule');
  if (textIn(task, 'what') !== '') return false;
  if (isDoneThere(rule) || !isOpen(task)) return true;
  // Both plan to get in touch again: once, on the nearer day.
  return others.some(
    (each) =>
      each.kind === 'task' &&
      !each.deleted &&
      isOpen(each) &&
      textIn(each, 'rule') === rule &&
      dueOf(each) <= dueOf(task),
  );
}

const isOpen = ({ fields }: RecordView): boolean => typeof fields['done']?.value !== 'number';

function dueOf({ fields }: RecordView): string {
  const due = fields['due']?.value;
  return isFuzzyDate(due) ? fuzzyRange(due).to : NEVER;
}

const NEVER = '9999-12-31';

const isMet = ({ met, settled }: RecordView): boolean => met === true || settled === true;

/** What a record says where it is written anew: of versions that did not know of each other the danger, the careful answer, the no, the open case. */
export function safestValues(record: RecordView): Values {
  const plain = plainRecord(record);
  const values = gravestReading({ ...plain, fields: carefulReading(plain) }) as Values;
  if (record.kind === 'case') {
    const open = standingValues(record, 'status').find((status) => status !== 'closed');
    return open === undefined ? values : { ...values, status: open };
  }
  if (record.kind !== 'consent') return values;
  const [withdrawn] = standingValues(record, 'withdrawn');
  return {
    ...values,
    ...(standingValues(record, 'decision').includes('no') && { decision: 'no' }),
    ...(withdrawn !== undefined && { withdrawn }),
  };
}

const isNo = (consent: RecordView): boolean =>
  standingValues(consent, 'decision').includes('no') || standingValues(consent, 'withdrawn').length > 0;

/** An assessment takes the place of others and of the first word: only one that says danger, and more of it than any here. */
function isGraver(risk: RecordView, others: readonly RecordView[]): boolean {
  const rank = (level: RiskLevel | null): number => (level === null ? -1 : LEVELS.indexOf(level));
  const own = rank(gravestLevel(plainRecord(risk)));
  if (own < LEVELS.indexOf('high')) return false;
  return others.every((each) => {
    if (each.kind !== 'risk' || each.deleted || isMet(each)) return true;
    const other = plainRecord(each);
    // What is in doubt there may turn out to be less: this one stands beside it, and never below it.
    const isSure = other.versions === undefined && gravestLevel(other) === standingLevel(other);
    return isSure ? own > rank(gravestLevel(other)) : own >= rank(gravestLevel(other));
  });
}

/** A record of the case that goes on, with what its twin in the other says and where both lead. */
function asOne(ours: RecordView, theirs: RecordView | undefined, moved: Moved): Change {
  const before = valuesOf(ours);
  const after = { ...before };
  const fields = theirs === undefined ? [] : (kindOf(ours.kind)?.fields ?? []);
  // Said by both: what the one lacks comes from the other, and of two answers the more careful one stands.
  for (const field of fields) {
    const { name } = field;
    const own = standingValues(ours, name);
    const joined = theirs === undefined ? undefined : joinedAnswer(field, own, standingValues(theirs, name));
    if (joined === undefined) continue;
    after[name] = joined;
    // Whatever of a list stands in any version must be taken out of it by name.
    if (own.some(Array.isArray)) before[name] = [...new Set(own.flatMap(textsOf))];
  }
  const other = theirs === undefined ? {} : valuesOf(theirs);
  return recordChange(
    ours.kind,
    ours.id,
    { ...after, ...withLinksOf(ours.kind, before, other, moved) },
    before,
  );
}

function mergedRoot(into: DossierView, from: DossierView, moved: Moved): Change {
  const [ours, theirs] = [into, from].map((view) => view.records.find(({ id }) => id === view.id));
  const before = ours === undefined ? {} : valuesOf(ours);
  const other = theirs === undefined ? {} : valuesOf(theirs);
  const after: Record<string, Value> = { ...before, ...withLinksOf('case', before, other, moved) };
  // What both sides call a hand-over goes where the hand-over leads.
  if ((before['handover'] ?? null) === null && after['handover'] === other['handover'])
    after['referredAs'] = other['referredAs'] ?? before['referredAs'] ?? null;
  for (const name of ['alias', 'channel', 'channelOther', 'area', 'owner'])
    if ((before[name] ?? null) === null && other[name] !== undefined) after[name] = other[name];
  for (const field of kindOf('case')?.fields ?? []) {
    if (field.joins !== 'all' || ours === undefined || theirs === undefined) continue;
    const both = joinedAnswer(field, standingValues(ours, field.name), standingValues(theirs, field.name));
    if (both !== undefined) after[field.name] = both;
  }
  after['wants'] = [...new Set([...textsOf(before['wants']), ...textsOf(other['wants'])])];
  // Whoever still waits for something, or is in danger, is not forgotten in a case that was closed.
  const goesOn = other['status'] !== 'closed' || isDangerous(into) || isDangerous(from);
  if (before['status'] === 'closed' && goesOn)
    Object.assign(after, { status: 'in-progress', outcome: null, closed: null });
  const change = recordChange('case', into.id, after, before);
  // Said anew also where the same was said before: what was done about that was not done about this.
  return saidAtIntake(from) ? { ...change, fields: { ...change.fields, danger: { set: 'high' } } } : change;
}

function closing(from: DossierView, into: DossierView, today: string, root: Change): Change {
  const own = from.records.find(({ id }) => id === from.id);
  const before = own === undefined ? {} : valuesOf(own);
  const other = into.records.find(({ id }) => id === into.id);
  const there = applyChanges(other === undefined ? {} : valuesOf(other), root.fields);
  const after = {
    ...before,
    ...(own === undefined ? {} : linksTaken(own, there)),
    status: 'closed',
    outcome: 'joined',
    closed: { day: today },
    joinedInto: into.id,
  };
  return recordChange('case', from.id, after, before);
}

const isCareful = (field: Field | undefined): boolean =>
  (field?.joins !== undefined && field.joins !== 'all') || field?.weighs === 'danger';

const CLOSING: readonly string[] = ['status', 'outcome', 'closed'];

/** Somebody is in danger there, and neither was that met nor was it known to who closed the case: closing it anew would settle it. */
const isDangerous = ({ records }: Pick<DossierView, 'records'>): boolean =>
  dangersOf(records.map(plainRecord).filter(({ met }) => met !== true)).length > 0;

/** What takes the changes of one dossier back: records that were made go, others hold what they held. */
export function takenBack(view: Pick<DossierView, 'records'>, changes: readonly Change[]): Change[] {
  return changes.map(({ kind, record, fields, deleted }): Change => {
    const before = view.records.find(({ id }) => id === record);
    if (before === undefined) return { kind, record, fields: {}, deleted: true };
    const was = valuesOf(before);
    const known = kindOf(kind);
    const standing = safestValues(before);
    const isKept = (name: string): boolean =>
      (isCareful(fieldOf(kind, name)) && (before.fields[name]?.alternatives.length ?? 0) > 0) ||
      (kind === 'case' && CLOSING.includes(name) && standing['status'] === 'closed' && isDangerous(view));
    // What was in doubt before does not come back as the one version that allows more.
    const after = Object.fromEntries(
      Object.keys(fields).flatMap((name) => (isKept(name) ? [] : [[name, standing[name] ?? null]])),
    );
    const back: Change = {
      kind,
      record,
      fields: known === undefined ? {} : changesBetween(known, applyChanges(was, fields), after),
    };
    return deleted === true ? { ...back, deleted: false } : back;
  });
}
