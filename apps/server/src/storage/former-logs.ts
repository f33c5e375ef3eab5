import { LIMITS } from '@dayaq/protocol';
import { sql, type Transaction } from 'kysely';
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
  await sql`
    delete from former_logs f
     where f.number <= (select max(number) from former_logs l where l.space_id = f.space_id) - ${LIMITS.formerLogs}`.execute(
    tx,
  );
  await sql`
    update spaces
       set log_id = substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) for 16)`.execute(
    tx,
  );
}
