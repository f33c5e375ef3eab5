import type { LogItem } from '@dayaq/protocol';
import { sql } from 'kysely';
import { type Refused, refuse } from '../refused.ts';
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

/** Rows that `account` may read: everything but dossiers that bar it, or are restricted to others by their newest generation. */
const READABLE = `
  not exists (
    select from barred b
     where b.space_id = l.space_id and b.dossier_id = l.dossier_id and b.account_id = $2)
  and not exists (
    select from dossiers d
     where d.space_id = l.space_id and d.dossier_id = l.dossier_id and d.restricted
       and not exists (
         select from readers r
          where r.space_id = d.space_id and r.dossier_id = d.dossier_id and r.account_id = $2))`;

/** The space as its current member `$2` may ask for it: one row or none. */
const AS_MEMBER = `
    select s.position from spaces s
      join members m on m.space_id = s.space_id and m.account_id = $2 and not m.removed
     where s.space_id = $1`;

/** The shared dossier `$6` as a current member of the space `$7`, whom it does not bar, may ask for it. */
const AS_RECIPIENT = `
    select h.ended_at, coalesce(h.ended_at, (
             select max(l.position) from log l
              where l.space_id = h.space_id and l.dossier_id = h.dossier_id and l.kind > 0)) as position
      from shares h
      join members m on m.space_id = h.peer_id and m.account_id = $2 and not m.removed
     where h.space_id = $1 and h.dossier_id = $6 and h.peer_id = $7
       and not exists (
         select from barred b
          where b.space_id = h.space_id and b.dossier_id = h.dossier_id and b.account_id = $2)`;

/**
 * One statement, so one snapshot: membership, the space's position and the rows agree. The page ends after `$4` rows
 * or before the row that would pass `$5` bytes, but always holds one. No row at all means: not a member.
 */
const page = (space: string, where: string): string => `
  with space as (${space}
  ), candidates as (
    select l.position, l.kind, l.dossier_id, l.number, l.entry_id, l.body
      from log l
     where l.space_id = $1 and l.position > $3 and ${where} and exists (select from space)
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

const PULL = page(AS_MEMBER, READABLE);
const DOSSIER = page(AS_MEMBER, `l.dossier_id = $6 and l.kind > 0 and ${READABLE}`);
/** Of what was taken back, the headers that prove it and no content. */
const SHARED = page(
  AS_RECIPIENT,
  `l.dossier_id = $6 and l.kind > 0 and (
     (select ended_at from space) is null or (l.kind = 1 and l.position <= (select ended_at from space)))`,
);

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
 * account is not a member. `position` is where to go on: the last item's, or the space's own when nothing is left. That
 * one is below `after` when the server was restored from an older backup: the client must see it.
 */
export async function readLog(
  db: Database,
  request: PageRequest & { dossier?: Uint8Array },
): Promise<LogPage | null> {
  const { dossier } = request;
  return dossier
    ? readPage(db, 'read-dossier', DOSSIER, request, [dossier])
    : readPage(db, 'read-log', PULL, request, []);
}

/** The same of a dossier that is shared with the space `peer`. Null when it is not, or the account is no member of it. */
export function readShared(
  db: Database,
  request: PageRequest & { dossier: Uint8Array; peer: Uint8Array },
): Promise<LogPage | null> {
  return readPage(db, 'read-shared', SHARED, request, [request.dossier, request.peer]);
}

interface PageRequest {
  space: Uint8Array;
  account: Uint8Array;
  after: number;
  limit: number;
  /** What a page holds at most, unless one row alone is larger. */
  bytes: number;
}

async function readPage(
  db: Database,
  name: string,
  text: string,
  request: PageRequest,
  more: readonly Uint8Array[],
): Promise<LogPage | null> {
  const { space, account, after, limit, bytes } = request;
  const found = await db.pool.query<PageRow>({
    name,
    text,
    values: [space, account, after, limit, bytes, ...more],
  });
  const first = found.rows[0];
  if (!first) return null;
  const items: LogItem[] = [];
  let last = 0;
  for (const row of found.rows) {
    if (row.position === null) continue;
    last = row.position;
    items.push(itemOf({ ...row, position: row.position }));
  }
  const leftOver = items.length > 0 && first.left_over;
  return { items, position: leftOver ? last : first.space_position, more: leftOver };
}

/** Entries of one author for one space. */
export interface AppendBatch {
  space: Uint8Array;
  account: Uint8Array;
  entries: readonly { dossier: Uint8Array; g: number; id: Uint8Array; sealed: Uint8Array }[];
}

/** The parameters of `append_entries` for batches of one space: everything side by side in few arrays. */
function appendValues(space: Uint8Array, batches: readonly AppendBatch[]): unknown[] {
  const accounts: Uint8Array[] = [];
  const dossiers: Uint8Array[] = [];
  const ids: Uint8Array[] = [];
  const bodies: Uint8Array[] = [];
  const generations: number[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  let size = 0;
  for (const { account, entries } of batches) {
    // An author is judged even when nothing is sent.
    if (entries.length === 0) accounts.push(account);
    for (const { dossier, g, id, sealed } of entries) {
      accounts.push(account);
      dossiers.push(dossier);
      ids.push(id);
      bodies.push(sealed);
      generations.push(g);
      starts.push(size);
      lengths.push(sealed.length);
      size += sealed.length;
    }
  }
  const [accountIds, dossierIds, entryIds] = [accounts, dossiers, ids].map((parts) => Buffer.concat(parts));
  return [space, accountIds, dossierIds, generations, entryIds, starts, lengths, Buffer.concat(bodies, size)];
}

/** What `append_entries` may refuse with; it raises these under SQLSTATE `DQ001`, which undoes all it did. */
const REFUSALS = ['not-allowed', 'rotation-owed', 'generation-unknown', 'generation-stale'] as const;

function refusedAppend(error: unknown): Refused {
  const raised = error instanceof Error && 'code' in error && error.code === 'DQ001' ? error.message : '';
  const code = REFUSALS.find((known) => known === raised);
  if (!code) throw error;
  return refuse(code);
}

/** Whether an entry of the batch is stored already, or stands in it twice. */
function isRepetition(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'log_entry';
}

interface AppendRow {
  position: number;
}

/**
 * The hot path: one prepared statement that is its own transaction. Answers the space's position, at or below which
 * everything of the batches stands. A refusal of one refuses all. See `append_entries` in the migration.
 */
export async function appendEntries(
  db: Database,
  space: Uint8Array,
  batches: readonly AppendBatch[],
): Promise<number | Refused> {
  const values = appendValues(space, batches);
  const attempt = async (repeated: boolean): Promise<number> => {
    const found = await db.pool.query<AppendRow>({
      name: 'append-entries',
      text: 'select append_entries($1, $2, $3, $4, $5, $6, $7, $8, $9) as position',
      values: [...values, repeated],
    });
    return positionOf(found.rows);
  };
  try {
    return await attempt(false).catch((error: unknown) => {
      if (isRepetition(error)) return attempt(true);
      throw error;
    });
  } catch (error) {
    return refusedAppend(error);
  }
}

/** The same inside a transaction that also stores generations; a refusal leaves the transaction to be rolled back. */
export async function appendEntriesIn(tables: Tables, batch: AppendBatch): Promise<number | Refused> {
  const [space, accounts, dossiers, generations, ids, starts, lengths, bodies] = appendValues(batch.space, [
    batch,
  ]);
  try {
    const found = await sql<AppendRow>`
      select append_entries(
        ${space}, ${accounts}, ${dossiers}, ${generations}, ${ids}, ${starts}, ${lengths}, ${bodies}, true) as position`.execute(
      tables,
    );
    return positionOf(found.rows);
  } catch (error) {
    return refusedAppend(error);
  }
}

function positionOf([row]: readonly AppendRow[]): number {
  if (!row) throw new Error('append_entries answers one row');
  return row.position;
}
