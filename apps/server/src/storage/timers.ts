import { LIMITS, type Request } from '@dayaq/protocol';
import { sql } from 'kysely';
import { DAY } from '../days.ts';
import type { Database, Tables } from './database.ts';

type Timer = Request<'timers/set'>['timers'][number];

/** Whose timers: a timer is its setter's alone. */
interface Setter {
  space: Uint8Array;
  account: Uint8Array;
}

/** Quarters of an hour for which it is remembered that somebody was woken: longer than devices set any that are past. */
const REMEMBERED = (2 * DAY) / LIMITS.timerStep;

/** Whole quarters of an hour since 1970 that are over at `time` (milliseconds). */
export function quarterOf(time: number): number {
  return Math.floor(time / LIMITS.timerStep);
}

/** Sets timers of one member's, while the space's log ends at `position`. */
export async function putTimers(
  tables: Tables,
  { space, account }: Setter,
  position: number,
  timers: readonly Timer[],
): Promise<void> {
  for (const { timer, at, accounts } of timers) {
    const set = { due_quarter: quarterOf(at), account_ids: Buffer.concat(accounts), position };
    await tables
      .insertInto('timers')
      .values({ space_id: space, setter_id: account, timer_id: timer, ...set })
      .onConflict((conflict) => conflict.columns(['space_id', 'setter_id', 'timer_id']).doUpdateSet(set))
      .execute();
  }
}

/** Of what one member has set, the soonest stand: whoever sets without end loses their own. */
export async function keepSoonest(tables: Tables, { space, account }: Setter): Promise<void> {
  await sql`delete from timers where space_id = ${space} and setter_id = ${account} and timer_id in (
    select timer_id from timers where space_id = ${space} and setter_id = ${account}
     order by due_quarter, timer_id offset ${LIMITS.timersPerMember})`.execute(tables);
}

/** Takes back timers that this member has set. */
export async function deleteTimers(
  tables: Tables,
  { space, account }: Setter,
  timers: readonly Uint8Array[],
): Promise<void> {
  if (timers.length === 0) return;
  await tables
    .deleteFrom('timers')
    .where('space_id', '=', space)
    .where('setter_id', '=', account)
    .where('timer_id', 'in', timers)
    .execute();
}

/**
 * Wakes this account no more for these timers, or for all but these, as far as others set them while the log ended at
 * `position` at most: what was set by words that the account's device had not read stands.
 */
export async function leaveTimers(
  tables: Tables,
  { space, account }: Setter,
  position: number,
  which: { these: readonly Uint8Array[] } | { allBut: readonly Uint8Array[] },
): Promise<void> {
  const ids = 'these' in which ? which.these : which.allBut;
  const listed = ids.length === 0 ? sql`false` : sql`timer_id in (${sql.join(ids)})`;
  await sql`update timers set account_ids = (
      select coalesce(string_agg(one, ''::bytea), ''::bytea)
        from generate_series(1, octet_length(account_ids) / 16) as i
       cross join lateral substring(account_ids from 16 * i - 15 for 16) as one
       where one <> ${account})
    where space_id = ${space} and setter_id <> ${account} and position <= ${position}
      and ${'these' in which ? listed : sql`not ${listed}`}
      and position(${account}::bytea in account_ids) > 0`.execute(tables);
  await sql`delete from timers where space_id = ${space} and account_ids = ''::bytea`.execute(tables);
}

/** Forgets what was set by those who are no longer members that may write. */
export async function deleteTimersOfFormer(tables: Tables, space: Uint8Array): Promise<void> {
  await sql`delete from timers t where t.space_id = ${space} and t.setter_id <> ''::bytea and not exists (
    select from members m where m.space_id = t.space_id and m.account_id = t.setter_id
       and not m.removed and m.role <> 'viewer')`.execute(tables);
}

/**
 * Fires timers that are due, at most `limit`, and forgets them: messages to the devices of those who are members now are
 * on their way, both or neither. Who was woken for a timer at its time or later, or by the same setter at any time, is not
 * woken for it again, whoever set it once more; another's timer that came too early takes nobody's own away.
 * One copy of the server does this at a time. Answers how many.
 */
export async function fireTimers(db: Database, now: number, limit: number): Promise<number> {
  return db.tables.transaction().execute(async (tx) => {
    const turn = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('dayaq timers')) as mine`.execute(tx);
    if (turn.rows[0]?.mine !== true) return 0;
    const { rows } = await sql<{ n: number }>`
      with due as (
        select space_id, setter_id, timer_id from timers where due_quarter <= ${quarterOf(now)}
         order by due_quarter limit ${limit} for update skip locked
      ), fired as (
        delete from timers t using due d
         where t.space_id = d.space_id and t.setter_id = d.setter_id and t.timer_id = d.timer_id
        returning t.space_id, t.timer_id, t.due_quarter, t.setter_id, t.account_ids
      ), named as (
        select f.space_id, f.due_quarter, one as account_id, sha256(f.timer_id || one) as mark,
               sha256(f.timer_id || one || f.setter_id) as by_setter
          from fired f cross join lateral generate_series(1, octet_length(f.account_ids) / 16) as i
         cross join lateral substring(f.account_ids from 16 * i - 15 for 16) as one
          join members m on m.space_id = f.space_id and not m.removed and m.account_id = one
         where exists (select from push_subscriptions s where s.account_id = one)
      ), fresh as (
        select n.* from named n where not exists (
          select from woken w where w.space_id = n.space_id
             and (w.mark = n.by_setter or w.mark = n.mark and w.due_quarter >= n.due_quarter))
      ), queued as (
        insert into pushes (account_id, endpoint_hash, tries, next_minute)
        select distinct s.account_id, s.endpoint_hash, 0, ${Math.floor(now / 60_000)}::integer
          from fresh join push_subscriptions s using (account_id) order by 1, 2
        on conflict (account_id, endpoint_hash) do update set tries = 0, next_minute = excluded.next_minute
      ), marked as (
        insert into woken (space_id, mark, due_quarter)
        select space_id, each, max(due_quarter) from fresh
         cross join lateral (values (mark), (by_setter)) as marks(each) group by 1, 2 order by 1, 2
        on conflict (space_id, mark) do update set due_quarter = greatest(woken.due_quarter, excluded.due_quarter)
      )
      select count(*)::integer as n from fired`.execute(tx);
    return rows[0]?.n ?? 0;
  });
}

/** Forgets that somebody was woken long ago. */
export async function forgetWoken(tables: Tables, now: number): Promise<void> {
  await tables
    .deleteFrom('woken')
    .where('due_quarter', '<', quarterOf(now) - REMEMBERED)
    .execute();
}
