import type { LogItem } from '@dayaq/protocol';
import type { Database } from './database.ts';
import { LOG_CHARTER, LOG_GENERATION } from './schema.ts';

export interface LogPage {
  items: LogItem[];
  position: number;
  more: boolean;
}

interface ItemRow {
  kind: number;
  dossier_id: Uint8Array | null;
  number: number;
  entry_id: Uint8Array | null;
  body: Uint8Array;
}

interface PageRow extends ItemRow {
  position: number | null;
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
         (select count(*) from measured where nth > $4 or (nth > 1 and before + octet_length(body) > $5)) > 0 as left_over
    from space left join measured m on m.nth <= $4 and (m.nth = 1 or m.before + octet_length(m.body) <= $5)
   order by m.position`;

const DOSSIER = page(AS_MEMBER, `l.dossier_id = $6 and l.kind > 0 and ${READABLE}`);
/** Of what was taken back, the headers that prove it and no content. */
const SHARED = page(
  AS_RECIPIENT,
  `l.dossier_id = $6 and l.kind > 0 and (
     (select ended_at from space) is null or (l.kind = 1 and l.position <= (select ended_at from space)))`,
);

/** A row as its reader is given it. */
export function itemOf(row: ItemRow & { position: number }): LogItem {
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
 * A page of one dossier after a position: what the account may read of it, which is all or nothing. Null when the account
 * is no member. `position` is where to go on: the last item's, or the space's own when nothing is left.
 */
export function readDossier(
  db: Database,
  request: PageRequest & { dossier: Uint8Array },
): Promise<LogPage | null> {
  return readPage(db, 'read-dossier', DOSSIER, request, [request.dossier]);
}

/** The same of a dossier that is shared with the space `peer`. Null when it is not, or the account is no member of it. */
export function readShared(
  db: Database,
  request: PageRequest & { dossier: Uint8Array; peer: Uint8Array },
): Promise<LogPage | null> {
  return readPage(db, 'read-shared', SHARED, request, [request.dossier, request.peer]);
}

export interface PageRequest {
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
