import type { LogItem, Reply } from '@dayaq/protocol';
import { LIMITS } from '@dayaq/protocol';
import type { Database } from './database.ts';
import { leafOf } from './log-leaf.ts';
import { itemOf, type PageRequest } from './log-page.ts';

/** What an item counts for in a page's bytes where its reader is given no more than its leaf. */
const CLOSED_BYTES = 64;

/**
 * The log after `$3`, whole, as the current member `$2` may see it: one statement, so one snapshot. What is closed to them
 * (a dossier that bars them, or is restricted to others by its newest generation) is marked, and of closed entries nothing
 * sealed leaves the database. The page ends after `$4` rows or before the row that would pass `$5` bytes, but always holds
 * one. Only the first row says what is the same for all: which log this is, and the item at `$3`. No row: not a member.
 */
const PULL = `
  with space as (
    select s.position, s.log_id, s.settled_log = s.log_id as settled from spaces s
      join members m on m.space_id = s.space_id and m.account_id = $2 and not m.removed
     where s.space_id = $1
  ), candidates as (
    select l.position, l.kind, l.dossier_id, l.number, l.entry_id, l.body
      from log l
     where l.space_id = $1 and l.position > $3 and exists (select from space)
     order by l.position
     limit $4 + 1
  ), judged as (
    select c.*, b.account_id is not null or (d.restricted is true and r.account_id is null) as closed
      from candidates c
      left join dossiers d on d.space_id = $1 and d.dossier_id = c.dossier_id
      left join readers r on r.space_id = $1 and r.dossier_id = c.dossier_id and r.account_id = $2
      left join barred b on b.space_id = $1 and b.dossier_id = c.dossier_id and b.account_id = $2
  ), sized as (
    select *, case when closed then ${CLOSED_BYTES} else octet_length(body) end as size from judged
  ), measured as (
    select *, row_number() over w as nth, sum(size) over w - size as before
      from sized window w as (order by position)
  )
  select space.position as space_position, m.position, m.kind, m.dossier_id, m.number, m.entry_id, m.closed,
         case when m.closed and m.kind = 2 then null else m.body end as body,
         (select count(*) from measured where nth > $4 or (nth > 1 and before + size > $5)) > 0 as left_over,
         first.log_id, first.settled, first.former, first.at_kind, first.at_dossier, first.at_number, first.at_entry, first.at_body
    from space
    left join measured m on m.nth <= $4 and (m.nth = 1 or m.before + m.size <= $5)
    left join lateral (
      select space.log_id, space.settled, a.kind as at_kind, a.dossier_id as at_dossier, a.number as at_number, a.entry_id as at_entry,
             case when a.kind < 2 then a.body end as at_body, (
               select string_agg(f.log_id || int8send(f.until), ''::bytea order by f.number) from (
                 select * from former_logs where space_id = $1 order by number desc limit ${LIMITS.formerLogs}) f
             ) as former
        from (select) one left join log a on a.space_id = $1 and a.position = $3
    ) first on m.nth is null or m.nth = 1
   order by m.position`;

interface PullRow {
  space_position: number;
  position: number | null;
  kind: number;
  dossier_id: Uint8Array | null;
  number: number;
  entry_id: Uint8Array | null;
  closed: boolean;
  body: Uint8Array | null;
  left_over: boolean;
  log_id: Uint8Array;
  settled: boolean | null;
  former: Uint8Array | null;
  at_kind: number | null;
  at_dossier: Uint8Array | null;
  at_number: number | null;
  at_entry: Uint8Array | null;
  at_body: Uint8Array | null;
}

/** The lives of the log before this one, oldest first: ids of 16 bytes, each with a 64-bit position behind it. */
function formerOf(bytes: Uint8Array | null): Reply<'entries/pull'>['former'] {
  const former: Reply<'entries/pull'>['former'] = [];
  for (let at = 0; bytes && at + 24 <= bytes.length; at += 24) {
    const until = new DataView(bytes.buffer, bytes.byteOffset + at + 16, 8).getBigUint64(0);
    former.push({ log: bytes.slice(at, at + 16), until: Number(until) });
  }
  return former;
}

async function leafAt(row: PullRow): Promise<Uint8Array | null> {
  const { at_kind: kind, at_number: number } = row;
  if (kind === null || number === null) return null;
  return leafOf({ kind, number, dossier_id: row.at_dossier, entry_id: row.at_entry, body: row.at_body });
}

async function itemFor(row: PullRow, position: number): Promise<LogItem> {
  const { body } = row;
  if (row.closed || body === null) return { t: 'closed', p: position, leaf: await leafOf(row) };
  return itemOf({ ...row, position, body });
}

/**
 * A page of a space's log after a position, closed items as their leaves. Null when the account is no member. `position` is
 * where to go on: the last item's, or the space's own when nothing is left.
 */
export async function pullLog(db: Database, request: PageRequest): Promise<Reply<'entries/pull'> | null> {
  const { space, account, after, limit, bytes } = request;
  const found = await db.pool.query<PullRow>({
    name: 'pull-log',
    text: PULL,
    values: [space, account, after, limit, bytes],
  });
  const first = found.rows[0];
  if (!first) return null;
  const items: LogItem[] = [];
  for (const row of found.rows) if (row.position !== null) items.push(await itemFor(row, row.position));
  const more = items.length > 0 && first.left_over;
  return {
    log: first.log_id,
    former: formerOf(first.former),
    unsettled: first.former !== null && first.settled !== true,
    at: await leafAt(first),
    items,
    position: more ? (items.at(-1)?.p ?? after) : first.space_position,
    more,
  };
}
