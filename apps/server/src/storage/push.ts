import { LIMITS } from '@dayaq/protocol';
import { sha256 } from '../hash.ts';
import type { Database, Tables } from './database.ts';

/** What a browser gave for waking it (RFC 8291). */
export interface Subscription {
  endpoint: string;
  /** Uncompressed P-256 point. */
  p256dh: Uint8Array;
  /** 16 bytes. */
  auth: Uint8Array;
}

/** A message on its way to one device. */
export interface Push extends Subscription {
  account: Uint8Array;
  endpointHash: Uint8Array;
  /** With this one. */
  tries: number;
}

/** Minutes until a message that did not get through is tried again, try by try; after the last it is given up. */
export const RETRY_MINUTES: readonly number[] = [1, 2, 5, 15, 60, 240];

const hashOf = (endpoint: string): Uint8Array => sha256(Buffer.from(endpoint));

/** Keeps a device's address, or renews its keys. Whoever has more than allowed loses the ones added first. */
export async function putSubscription(
  tables: Tables,
  account: Uint8Array,
  subscription: Subscription,
  today: number,
): Promise<void> {
  const { endpoint, p256dh, auth } = subscription;
  const endpoint_hash = hashOf(endpoint);
  await tables
    .insertInto('push_subscriptions')
    .values({ account_id: account, endpoint_hash, endpoint, p256dh, auth, added_day: today })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'endpoint_hash']).doUpdateSet({ p256dh, auth, added_day: today }),
    )
    .execute();
  const kept = await tables
    .selectFrom('push_subscriptions')
    .select('endpoint')
    .where('account_id', '=', account)
    .where('endpoint_hash', '!=', endpoint_hash)
    .orderBy('added_day', 'desc')
    .orderBy('endpoint_hash')
    .execute();
  for (const { endpoint: old } of kept.slice(LIMITS.pushPerAccount - 1))
    await deleteSubscription(tables, account, old);
}

/** Forgets a device's address and what was on its way to it. */
export async function deleteSubscription(
  tables: Tables,
  account: Uint8Array,
  endpoint: string,
): Promise<void> {
  for (const table of ['push_subscriptions', 'pushes'] as const) {
    await tables
      .deleteFrom(table)
      .where('account_id', '=', account)
      .where('endpoint_hash', '=', hashOf(endpoint))
      .execute();
  }
}

/** Forgets every device of an account. */
export async function deleteSubscriptions(tables: Tables, account: Uint8Array): Promise<void> {
  await tables.deleteFrom('push_subscriptions').where('account_id', '=', account).execute();
  await tables.deleteFrom('pushes').where('account_id', '=', account).execute();
}

/** Current members of a space with a device that wants to be woken. */
export async function listenersOf(tables: Tables, space: Uint8Array): Promise<Uint8Array[]> {
  const rows = await tables
    .selectFrom('members')
    .select('account_id')
    .where('space_id', '=', space)
    .where('removed', '=', false)
    .where((where) =>
      where.exists(
        where
          .selectFrom('push_subscriptions')
          .select('push_subscriptions.account_id')
          .whereRef('push_subscriptions.account_id', '=', 'members.account_id'),
      ),
    )
    .limit(LIMITS.membersPerSpace)
    .execute();
  return rows.map((row) => row.account_id);
}

/**
 * Takes messages that are due, at most `limit`, for sending them now. Each has its next try noted first, so it is sent
 * again if this process ends before saying how it went. Other copies of the server take other ones meanwhile.
 */
export async function takePushes(db: Database, minute: number, limit: number): Promise<Push[]> {
  const { rows } = await db.pool.query<{
    account_id: Uint8Array;
    endpoint_hash: Uint8Array;
    tries: number;
    endpoint: string;
    p256dh: Uint8Array;
    auth: Uint8Array;
  }>(
    `with due as (
       select account_id, endpoint_hash from pushes where next_minute <= $1
        order by next_minute limit $2 for update skip locked
     ), taken as (
       update pushes p set tries = p.tries + 1, next_minute = $1 + coalesce(($3::integer[])[p.tries + 1], 0)
         from due where p.account_id = due.account_id and p.endpoint_hash = due.endpoint_hash
       returning p.account_id, p.endpoint_hash, p.tries
     )
     select t.account_id, t.endpoint_hash, t.tries, s.endpoint, s.p256dh, s.auth
       from taken t join push_subscriptions s using (account_id, endpoint_hash)`,
    [minute, limit, RETRY_MINUTES],
  );
  return rows.map((row) => ({
    account: row.account_id,
    endpointHash: row.endpoint_hash,
    tries: row.tries,
    endpoint: row.endpoint,
    p256dh: row.p256dh,
    auth: row.auth,
  }));
}

/** Messages to devices that were forgotten at the same moment. */
export async function deleteStrayPushes(tables: Tables): Promise<void> {
  await tables
    .deleteFrom('pushes')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('push_subscriptions')
            .select('push_subscriptions.account_id')
            .whereRef('push_subscriptions.account_id', '=', 'pushes.account_id')
            .whereRef('push_subscriptions.endpoint_hash', '=', 'pushes.endpoint_hash'),
        ),
      ),
    )
    .execute();
}

/** A message is done with, unless the same device was to be woken once more meanwhile. */
export async function deletePush(tables: Tables, push: Push): Promise<void> {
  await tables
    .deleteFrom('pushes')
    .where('account_id', '=', push.account)
    .where('endpoint_hash', '=', push.endpointHash)
    .where('tries', '=', push.tries)
    .execute();
}
