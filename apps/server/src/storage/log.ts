import type { LogItem } from '@dayaq/protocol';
import { sql } from 'kysely';
import type { Database, Tables } from './database.ts';
import { LOG_CHARTER, LOG_GENERATION } from './schema.ts';

export interface LogRow {
  position: number;
  kind: number;
  dossier: Uint8Array | null;
  /** The charter act's seq, or the generation. */
  number: number;
  body: Uint8Array;
}

/** Adds charter acts and generation headers. The caller holds the space's lock and has taken the positions. */
export async function insertLog(tables: Tables, space: Uint8Array, rows: readonly LogRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tables
    .insertInto('log')
    .values(
      rows.map((row) => ({
        space_id: space,
        position: row.position,
        kind: row.kind,
        dossier_id: row.dossier,
        number: row.number,
        entry_id: null,
        body: row.body,
      })),
    )
    .execute();
}

/** Charter acts from seq `from` on, at most `limit`. */
export async function readActs(
  tables: Tables,
  space: Uint8Array,
  from: number,
  limit: number,
): Promise<Uint8Array[]> {
  const rows = await tables
    .selectFrom('log')
    .select('body')
    .where('space_id', '=', space)
    .where('kind', '=', LOG_CHARTER)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => row.body);
}

export interface LogPage {
  items: LogItem[];
  position: number;
  more: boolean;
}

interface PageRow {
  position: number | null;
  kind: number;
  dossier_id: Uint8Array | null;
  number: number;
  entry_id: Uint8Array | null;
  body: Uint8Array;
  left_over: boolean;
  space_position: number;
}

/** Rows that `account` may read: everything but dossiers that are restricted to others by their newest generation. */
const READABLE = `
  not exists (
    select from dossiers d
     where d.space_id = l.space_id and d.dossier_id = l.dossier_id and d.restricted
       and not exists (
         select from readers r
          where r.space_id = d.space_id and r.dossier_id = d.dossier_id and r.account_id = $2))`;

/**
 * One statement, so one snapshot: membership, the space's position and the rows agree. The page ends after `$4` rows
 * or before the row that would pass `$5` bytes, but always holds one. No row at all means: not a member.
 */
const page = (where: string): string => `
  with space as (
    select s.position from spaces s
      join members m on m.space_id = s.space_id and m.account_id = $2 and not m.removed
     where s.space_id = $1
  ), candidates as (
    select l.position, l.kind, l.dossier_id, l.number, l.entry_id, l.body
      from log l
     where l.space_id = $1 and l.position > $3 and ${where} and ${READABLE} and exists (select from space)
     order by l.position
     limit $4 + 1
  ), measured as (
    select c.*, row_number() over w as nth, sum(octet_length(body)) over w - octet_length(body) as before
      from candidates c window w as (order by position)
  )
  select space.position as space_position, m.position, m.kind, m.dossier_id, m.number, m.entry_id, m.body,
         (select count(*) from measured where nth > $4 or before > $5) > 0 as left_over
    from space left join measured m on m.nth <= $4 and (m.nth = 1 or m.before + octet_length(m.body) <= $5)
   order by m.position`;

const PULL = page('true');
const DOSSIER = page('l.dossier_id = $6 and l.kind > 0');

function itemOf(row: PageRow & { position: number }): LogItem {
  const dossier = row.dossier_id ?? new Uint8Array();
  if (row.kind === LOG_CHARTER) return { t: 'charter', p: row.position, seq: row.number, act: row.body };
  if (row.kind === LOG_GENERATION) return { t: 'generation', p: row.position, dossier, header: row.body };
  return {
    t: 'entry',
    p: row.position,
    dossier,
    g: row.number,
    id: row.entry_id ?? new Uint8Array(),
    sealed: row.body,
  };
}

/**
 * A page of a space's log, or of one dossier of it, after a position: what the account may read. Null when the
 * account is not a member. `position` is where to go on: the last item's, or the space's own when nothing is left.
 */
export async function readLog(
  db: Database,
  request: { space: Uint8Array; account: Uint8Array; after: number; limit: number; bytes: number; dossier?: Uint8Array },
): Promise<LogPage | null> {
  const { space, account, after, limit, bytes, dossier } = request;
  const values: unknown[] = [space, account, after, limit, bytes];
  if (dossier) values.push(dossier);
  const found = await db.pool.query<PageRow>({
    name: dossier ? 'read-dossier' : 'read-log',
    text: dossier ? DOSSIER : PULL,
    values,
  });
  const first = found.rows[0];
  if (!first) return null;
  const items: LogItem[] = [];
  let last = after;
  for (const row of found.rows) {
    if (row.position === null) continue;
    last = row.position;
    items.push(itemOf({ ...row, position: row.position }));
  }
  const more = items.length > 0 && first.left_over;
  return { items, position: more ? last : Math.max(after, first.space_position), more };
}

export interface AppendBatch {
  space: Uint8Array;
  account: Uint8Array;
  /** 16 bytes each, one after the other. */
  dossiers: Uint8Array;
  generations: number[];
  /** 32 bytes each, one after the other. */
  ids: Uint8Array;
  /** Where each entry starts in `bodies`, and its length. */
  starts: number[];
  lengths: number[];
  bodies: Uint8Array;
}

export interface Appended {
  outcome: 'stored' | 'not-allowed' | 'rotation-owed' | 'generation-unknown' | 'generation-stale';
  position: number;
}

interface AppendRow {
  outcome: Appended['outcome'];
  at_position: number;
}

function appendValues(batch: AppendBatch): unknown[] {
  const { space, account, dossiers, generations, ids, starts, lengths, bodies } = batch;
  return [space, account, dossiers, generations, ids, starts, lengths, bodies];
}

/** The hot path: one prepared statement that is its own transaction. See `append_entries` in the migration. */
export async function appendEntries(db: Database, batch: AppendBatch): Promise<Appended> {
  const found = await db.pool.query<AppendRow>({
    name: 'append-entries',
    text: 'select outcome, at_position from append_entries($1, $2, $3, $4, $5, $6, $7, $8)',
    values: appendValues(batch),
  });
  return appendedOf(found.rows[0]);
}

/** The same inside a transaction that also stores generations. */
export async function appendEntriesIn(tables: Tables, batch: AppendBatch): Promise<Appended> {
  const [space, account, dossiers, generations, ids, starts, lengths, bodies] = appendValues(batch);
  const found = await sql<AppendRow>`
    select outcome, at_position from append_entries(
      ${space}, ${account}, ${dossiers}, ${generations}, ${ids}, ${starts}, ${lengths}, ${bodies})`.execute(tables);
  return appendedOf(found.rows[0]);
}

function appendedOf(row: AppendRow | undefined): Appended {
  if (!row) throw new Error('append_entries answers one row');
  return { outcome: row.outcome, position: row.at_position };
}

