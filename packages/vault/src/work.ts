import {
  addDays,
  type Answer,
  type Card,
  codesOf,
  type Danger,
  escalate,
  LONG_LATE,
  MOST_AHEAD,
  speakerOf,
  type OpenTask,
} from '@dayaq/domain';
import type { DossierId, SpaceId } from '@dayaq/sealing';
import type {
  DangerRow,
  ListedRecord,
  RecordPage,
  RecordQuery,
  TaskQuery,
  TaskRow,
  Value,
  Workload,
} from './client.ts';
import type { Bindable, Engine } from './database/engine.ts';
import { facetNumber } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';
import { isRestricted, restrictedIds } from './restricted.ts';
import { standingGeneration } from './space/generations.ts';
import { readersOf } from './space/readers-asked.ts';
import { mentionOf, sketchOf } from './mention.ts';
import { closedRows, holderRows, type ShutOut, shutOutIn } from './shut-out.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

const MOST_TASKS = 500;
const MOST_DANGERS = 500;
const MOST_RECORDS = 1000;
const LEVELS = ['', 'high', 'critical'] as const;

type Row = Record<string, null | number | string | Uint8Array>;

interface TaskLine extends Row {
  dossier: string;
  danger: number;
  data: string;
  card: string;
  holder: string;
}

/** SQL: who has a task now. What lies with somebody who does not belong here any more, or may not open the case, is nobody's. */
const HOLDER = `iif(t.owner in (select value from json_each(?1))
  and (t.rid || ' ' || t.owner) not in (select value from json_each(?3)), t.owner, '')`;

/** A space and who belongs to it now. */
export interface Circle {
  readonly space: SpaceId;
  readonly members: readonly { readonly account: string }[];
}

function accountsOf(ring: Circle): string {
  return JSON.stringify(ring.members.map((member) => member.account));
}

/** What is to be done, the most dangerous cases first; of these what is due first, and last what has no day. */
export function listTasks(engine: Engine, ring: Circle, query: TaskQuery, out: ShutOut): TaskRow[] {
  const conditions = ['t.space = ?2', 't.rid not in (select value from json_each(?4))'];
  const parameters: Bindable[] = [
    accountsOf(ring),
    spaceNumber(engine, ring.space),
    holderRows(out),
    closedRows(out),
  ];
  if (query.owner !== null) {
    // The index serves a member's own; nobody's are looked for among all.
    conditions.push(query.owner === '' ? `${HOLDER} = ?` : `t.owner = ? and ${HOLDER} <> ''`);
    parameters.push(query.owner);
  }
  if (query.until !== null) {
    conditions.push("t.due <= ? and t.due <> ''");
    parameters.push(query.until);
  }
  if (query.from !== undefined) {
    conditions.push("(t.due >= ? or t.due = '')");
    parameters.push(query.from);
  }
  if (query.on !== undefined) {
    // No task opens earlier than so many days before it is due: the index ends there.
    conditions.push("t.due <= ? and t.due <> '' and t.opens <= ?");
    parameters.push(addDays(query.on, MOST_AHEAD), query.on);
  }
  if (query.owed === true) conditions.push('t.owed = 1');
  if (query.urgent === true) conditions.push('t.urgent = 1');
  if (query.dossier !== undefined) {
    conditions.push('t.rid = (select rid from dossier where id = ?)');
    parameters.push(query.dossier);
  }
  const rows = engine.all<TaskLine>(
    `select d.id as dossier, t.danger, t.data, d.card, ${HOLDER} as holder from task t join dossier d on d.rid = t.rid
     where ${conditions.join(' and ')}
     order by t.danger desc, (t.due = ''), t.due limit ?`,
    ...parameters,
    Math.max(1, Math.min(query.limit, MOST_TASKS)),
  );
  const restricted = restrictedIds(engine);
  return rows.map(({ dossier, danger, data, card, holder }) => ({
    ...(JSON.parse(data) as OpenTask & Pick<TaskRow, 'told'>),
    owner: holder,
    dossier,
    space: ring.space,
    case: sketchOf(card),
    danger: LEVELS[danger] ?? '',
    restricted: restricted.has(dossier),
  }));
}

/** Tasks of several spaces in the order of one, at most `limit`. */
export function mostDangerous(rows: readonly TaskRow[], limit: number): TaskRow[] {
  const rank = ({ danger }: TaskRow) => LEVELS.indexOf(danger);
  const day = ({ due }: TaskRow) => due || '~';
  return [...rows]
    .sort((a, b) => rank(b) - rank(a) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .slice(0, Math.max(1, Math.min(limit, MOST_TASKS)));
}

/**
 * How much lies with whom, the most overdue first. What lies with somebody who does not belong here any more, or may not open
 * the case, is nobody's.
 */
export function workloadOf(engine: Engine, ring: Circle, today: string, out: ShutOut): Workload[] {
  const space = spaceNumber(engine, ring.space);
  const held = engine.all<Row & Workload>(
    `select owner, sum(tasks) as open, sum(iif(opens <> '' and opens <= ?2, tasks, 0)) as due,
       sum(iif(due <> '' and due < ?2, tasks, 0)) as overdue, sum(iif(due <> '' and due < ?3, tasks, 0)) as long,
       sum(dossiers) as cases
     from load where space = ?1 group by owner`,
    space,
    today,
    addDays(today, -LONG_LATE),
  );
  const members = new Set(ring.members.map(({ account }) => account));
  const moved = movedFrom(engine, space, today, out);
  const found = new Map<string, Workload>();
  for (const row of [...held, ...moved]) {
    const owner = members.has(row.owner) ? row.owner : '';
    const before = found.get(owner) ?? NOTHING;
    found.set(owner, {
      owner,
      open: before.open + row.open,
      due: before.due + row.due,
      overdue: before.overdue + row.overdue,
      long: before.long + row.long,
      cases: before.cases + row.cases,
    });
  }
  return [...found.values()]
    .filter(({ open, cases }) => open > 0 || cases > 0)
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}

/** What is taken from those who may not open the case, and given to nobody; what nobody here may open is not counted at all. */
function movedFrom(engine: Engine, space: number, today: string, { closed, holders }: ShutOut): Workload[] {
  const rids = [...new Set([...closed, ...holders.map(({ rid }) => rid)])];
  if (rids.length === 0) return [];
  const lines = engine.all<Row & Workload & { rid: number }>(
    `select rid, owner, sum(open) as open, sum(due) as due, sum(overdue) as overdue, sum(long) as long, sum(cases) as cases
     from (
       select rid, owner, 1 as open, opens <> '' and opens <= ?2 as due, due <> '' and due < ?2 as overdue,
         due <> '' and due < ?3 as long, 0 as cases
       from task where space = ?1 and rid in (select value from json_each(?4))
       union all
       select rid, code, 0, 0, 0, 0, 1 from facet where space = ?1 and name = ?5
         and rid in (select value from json_each(?4))
         and rid not in (select rid from facet where space = ?1 and name = ?6 and code = 'closed'))
     group by rid, owner`,
    space,
    today,
    addDays(today, -LONG_LATE),
    JSON.stringify(rids),
    facetNumber('case', 'owner'),
    facetNumber('case', 'status'),
  );
  const isOut = new Set(holders.map(({ rid, account }) => `${rid} ${account}`));
  return lines.flatMap(({ rid, ...line }) => {
    const less: Workload = {
      owner: line.owner,
      open: -line.open,
      due: -line.due,
      overdue: -line.overdue,
      long: -line.long,
      cases: -line.cases,
    };
    if (closed.includes(rid)) return [less];
    return isOut.has(`${rid} ${line.owner}`) ? [less, { ...line, owner: '' }] : [];
  });
}

const NOTHING = { open: 0, due: 0, overdue: 0, long: 0, cases: 0 } as const;

interface DangerLine extends Row {
  rid: number;
  dossier: string;
  kind: string;
  data: string;
  card: string;
}

/** A case in which something dangerous waits, with what decides who must act when. */
interface DangerousCase {
  rid: number;
  dossier: DossierId;
  kind: string;
  card: string;
  restricted: boolean;
  dangers: Danger[];
  answers: Answer[];
  order: string[];
}

export async function dangerousCases(unlocked: Unlocked, ring: Ring): Promise<DangerousCase[]> {
  const rows = unlocked.engine.all<DangerLine>(
    `select g.rid, d.id as dossier, d.kind, g.data, d.card from danger g join dossier d on d.rid = g.rid
     where g.rid in (
       select rid from (select rid from danger where space = ?1 order by critical desc, at desc limit ?2)
       union
       select rid from (select rid from danger where space = ?1 order by critical desc, at limit ?2)
     ) order by g.critical desc, g.at desc`,
    spaceNumber(unlocked.engine, ring.space),
    MOST_DANGERS / 2,
  );
  const closed = restrictedIds(unlocked.engine);
  const found: DangerousCase[] = [];
  for (const { rid, dossier: id, kind, data, card } of rows) {
    const dossier = id as DossierId;
    const { dangers, answers } = JSON.parse(data) as { dangers: Danger[]; answers: Answer[] };
    const restricted = closed.has(dossier);
    const owner = codesOf(JSON.parse(card) as Card, 'owner')[0] ?? '';
    const order = await whoActs(unlocked, ring, dossier, owner, restricted);
    found.push({ rid, dossier, kind, card, restricted, dangers, answers, order });
  }
  return found;
}

/** Who must act now in every case in which something dangerous waits: the same on every device that can open it. */
export async function listDangers(unlocked: Unlocked, ring: Ring): Promise<DangerRow[]> {
  const now = unlocked.around.now();
  const found: DangerRow[] = [];
  const { closed } = await shutOutIn(unlocked, ring);
  const open: { each: DangerousCase; escalation: DangerRow['escalation'] }[] = [];
  for (const each of await dangerousCases(unlocked, ring)) {
    // What is left here of a case that was closed to this person is nothing that they can act on.
    if (closed.includes(each.rid)) continue;
    const escalation = escalate(each.dangers, each.answers, each.order, now);
    if (escalation.state !== 'answered') open.push({ each, escalation });
  }
  const said = saidIn(
    unlocked.engine,
    ring.space,
    open.map(({ each, escalation }) => ({ rid: each.rid, records: mayTell(each, escalation.danger) })),
  );
  for (const { each, escalation } of open) {
    const { dossier, kind, card, restricted } = each;
    found.push({
      dossier,
      kind,
      space: ring.space,
      case: sketchOf(card, kind),
      restricted,
      escalation,
      about: aboutOf(each, escalation.danger, said.get(each.rid) ?? []),
    });
  }
  return found.sort(byUrgency);
}

/** So many of a case's dangers are read for their words. */
const MOST_SAID = 20;

/** Records that may say what is dangerous, the one that decides first. */
function mayTell({ dangers }: DangerousCase, { record, level }: Danger): string[] {
  const alike = dangers.filter((danger) => danger.level === level && danger.record !== record);
  return [record, ...alike.map((danger) => danger.record)].slice(0, MOST_SAID);
}

type SaidRecord = DangerRow['about'] & { id: string };

/** What those of many dossiers say that are looked at across dossiers, by the row of each dossier. */
function saidIn(
  engine: Engine,
  space: SpaceId,
  wanted: readonly { rid: number; records: readonly string[] }[],
): Map<number, SaidRecord[]> {
  const lines = engine.all<{ rid: number; record: string; kind: string; data: string }>(
    `select l.rid, l.record, l.kind, l.data from json_each(?2) w
       join listed l on l.rid = w.value ->> 'rid'
     where l.space = ?1 and l.record in (select value from json_each(w.value, '$.records'))`,
    spaceNumber(engine, space),
    JSON.stringify(wanted),
  );
  const said = new Map<number, SaidRecord[]>();
  for (const { rid, record, kind, data } of lines) {
    const { fields } = JSON.parse(data) as { fields: Record<string, Value> };
    const one = { id: record, record, kind, fields };
    const known = said.get(rid);
    if (known === undefined) said.set(rid, [one]);
    else if (known.length < MOST_SAID) known.push(one);
  }
  return said;
}

/** What says so: of records that are looked at across cases the most telling, else the case itself, in its own words. */
function aboutOf(
  { dossier, kind, dangers, answers }: DangerousCase,
  { level }: Danger,
  said: readonly SaidRecord[],
): DangerRow['about'] {
  const speaker = speakerOf(dangers, answers, level, said);
  if (speaker === undefined) return { record: dossier, kind, fields: {} };
  return { record: speaker.record, kind: speaker.kind, fields: speaker.fields };
}

/** Dangers of several spaces in the order of one. */
export function mostUrgent(rows: readonly DangerRow[]): DangerRow[] {
  return [...rows].sort(byUrgency).slice(0, MOST_DANGERS);
}

/** Open before taken, critical before high; of two alike the newer, for which the most can still be done. */
function byUrgency(a: DangerRow, b: DangerRow): number {
  const rank = ({ escalation }: DangerRow) =>
    (escalation.state === 'open' ? 0 : 2) + (escalation.danger.level === 'critical' ? 0 : 1);
  return (
    rank(a) - rank(b) || b.escalation.danger.at - a.escalation.danger.at || (a.dossier < b.dossier ? -1 : 1)
  );
}

/** Members who can open a case and may write, in the order in which a danger moves: its owner, coordinators, the rest. */
export async function whoActs(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  owner: string,
  restricted: boolean,
): Promise<string[]> {
  const newest = restricted ? await standingGeneration(unlocked, ring.space, dossier) : null;
  const readers = newest === null ? null : readersOf(newest.header);
  const rank = (account: string, role: string) => (account === owner ? 0 : role === 'coordinator' ? 1 : 2);
  return ring.members
    .filter(({ account, role }) => role !== 'viewer' && (readers === null || readers.includes(account)))
    .sort((a, b) => rank(a.account, a.role) - rank(b.account, b.role) || a.joinedSeq - b.joinedSeq)
    .map(({ account }) => account);
}

interface ListedLine extends Row {
  rid: number;
  kind: string;
  record: string;
  dossier: string;
  root: string;
  card: string;
  data: string;
}

/** A page of the listed records of some kinds, in the order of the index. */
export function listRecords(engine: Engine, space: string, query: RecordQuery): RecordPage {
  const limit = Math.max(1, Math.min(query.limit, MOST_RECORDS));
  const [kind = '', record = '', rid = '0'] = query.after?.split(' ') ?? [];
  const rows = engine.all<ListedLine>(
    `select l.kind, l.record, l.rid, d.id as dossier, d.kind as root, d.card, l.data
     from listed l join dossier d on d.rid = l.rid
     where l.space = ? and l.kind in (${query.kinds.map(() => '?').join(', ')}) and (l.kind, l.record, l.rid) > (?, ?, ?)
     order by l.kind, l.record, l.rid limit ?`,
    spaceNumber(engine, space),
    ...query.kinds,
    kind,
    record,
    Number(rid),
    limit,
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    records: rows.map((row) => listedRecord(engine, row)),
    next: last === undefined ? null : `${last.kind} ${last.record} ${last.rid}`,
  };
}

function listedRecord(engine: Engine, row: ListedLine): ListedRecord {
  const data = JSON.parse(row.data) as Pick<
    ListedRecord,
    'fields' | 'created' | 'updated' | 'conflict' | 'writers'
  >;
  return {
    record: row.record,
    dossier: row.dossier,
    kind: row.kind,
    ...data,
    case: row.root === 'case' ? mentionOf(row.card) : null,
    restricted: isRestricted(engine, row.dossier as DossierId),
  };
}
