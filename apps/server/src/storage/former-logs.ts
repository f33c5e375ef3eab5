import { LIMITS } from '@dayaq/protocol';
import { sql, type Transaction } from 'kysely';
import type { Tables } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * Begins another life of every log, because the database may have been put back: what was acknowledged since is not in it,
 * and devices must know that this is not the log that they have read. The lives before stay known up to where they are the same.
 */
export async function renewLogs(tx: Transaction<Schema>): Promise<void> {
  await sql`
    insert into former_logs (space_id, number, log_id, until)
    select old.space_id, coalesce((select max(number) from former_logs f where f.space_id = old.space_id), 0) + 1,
           old.log_id, old.position
      from (select space_id, log_id, position from spaces order by space_id for no key update) old`.execute(
    tx,
  );
  await pruneFormerLogs(tx);
  await sql`
    update spaces
       set log_id = substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) for 16)`.execute(
    tx,
  );
}

/** Of each space only the last lives are kept. */
export async function pruneFormerLogs(tables: Tables): Promise<void> {
  await sql`
    delete from former_logs f
     where f.number <= (select max(number) from former_logs l where l.space_id = f.space_id) - ${LIMITS.formerLogs}`.execute(
    tables,
  );
}

/** A life of a space's log that is over, and up to where the one that came next is the same. */
export interface FormerLog {
  log: Uint8Array;
  until: number;
}

/** Notes lives of a space's log that are over, behind those that are known. The caller holds the space's lock. */
export async function insertFormerLogs(
  tables: Tables,
  space: Uint8Array,
  lives: readonly FormerLog[],
): Promise<void> {
  for (const { log, until } of lives)
    await sql`
      insert into former_logs (space_id, number, log_id, until)
      select ${space}, coalesce(max(number), 0) + 1, ${log}, ${until}::bigint
        from former_logs where space_id = ${space}`.execute(tables);
}

/** The lives of a space's log before this one, oldest first. */
export function formerLogsOf(tables: Tables, space: Uint8Array): Promise<FormerLog[]> {
  return tables
    .selectFrom('former_logs')
    .select(['log_id as log', 'until'])
    .where('space_id', '=', space)
    .orderBy('number')
    .execute();
}
