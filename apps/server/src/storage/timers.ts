import { LIMITS, type Request } from '@dayaq/protocol';
import { DAY } from '../days.ts';
import type { Database, Tables } from './database.ts';

type Timer = Request<'timers/set'>['timers'][number];

const NOBODY = new Uint8Array(0);
/** Quarters of an hour for which a timer that has fired is remembered: longer than devices set any that are past. */
const REMEMBERED = (2 * DAY) / LIMITS.timerStep;

/** Whole quarters of an hour since 1970 that are over at `time` (milliseconds). */
export function quarterOf(time: number): number {
  return Math.floor(time / LIMITS.timerStep);
}

export async function countTimers(tables: Tables, space: Uint8Array): Promise<number> {
  const { n } = await tables
    .selectFrom('timers')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('space_id', '=', space)
    .executeTakeFirstOrThrow();
  return n;
}

/** Sets timers; ones that have fired stay as they are. Each id at most once. */
export async function putTimers(tables: Tables, space: Uint8Array, timers: readonly Timer[]): Promise<void> {
  for (const { timer, at, accounts } of timers) {
    const due_quarter = quarterOf(at);
    const account_ids = Buffer.concat(accounts);
    await tables
      .insertInto('timers')
      .values({ space_id: space, timer_id: timer, due_quarter, account_ids })
      .onConflict((conflict) =>
        conflict
          .columns(['space_id', 'timer_id'])
          .doUpdateSet({ due_quarter, account_ids })
          .where('timers.account_ids', '!=', NOBODY),
      )
      .execute();
  }
}

/** Takes back timers that have not fired. */
export async function deleteTimers(
  tables: Tables,
  space: Uint8Array,
  timers: readonly Uint8Array[],
): Promise<void> {
  if (timers.length === 0) return;
  await tables
    .deleteFrom('timers')
    .where('space_id', '=', space)
    .where('timer_id', 'in', timers)
    .where('account_ids', '!=', NOBODY)
    .execute();
}

/**
 * Fires timers that are due, at most `limit`: messages to the devices of those who are members now are on their way,
 * and whom each timer was for is forgotten, both or neither. Copies of the server fire different ones. Answers how many.
 */
export async function fireTimers(db: Database, now: number, limit: number): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    `with fired as (
       select space_id, timer_id, account_ids from timers
        where due_quarter <= $1 and octet_length(account_ids) > 0
        order by due_quarter limit $3 for update skip locked
     ), woken as (
       select distinct m.account_id
         from fired f cross join lateral generate_series(1, octet_length(f.account_ids) / 16) as i
         join members m on m.space_id = f.space_id and not m.removed
          and m.account_id = substring(f.account_ids from 16 * i - 15 for 16)
     ), queued as (
       insert into pushes (account_id, endpoint_hash, tries, next_minute)
       select s.account_id, s.endpoint_hash, 0, $2
         from woken join push_subscriptions s using (account_id) order by 1, 2
       on conflict (account_id, endpoint_hash) do update set tries = 0, next_minute = excluded.next_minute
     ), forgotten as (
       update timers t set account_ids = '' from fired f where t.space_id = f.space_id and t.timer_id = f.timer_id
     )
     select count(*)::integer as n from fired`,
    [quarterOf(now), Math.floor(now / 60_000), limit],
  );
  return rows[0]?.n ?? 0;
}

/** Deletes the ids of timers that fired long ago. */
export async function deleteFired(tables: Tables, now: number): Promise<void> {
  await tables
    .deleteFrom('timers')
    .where('due_quarter', '<', quarterOf(now) - REMEMBERED)
    .where('account_ids', '=', NOBODY)
    .execute();
}
