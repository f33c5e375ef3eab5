import type { Tables } from './database.ts';

/** Whether one who holds the keys said, in this life of a space's log, that it has every act that their device knows. */
export async function isSettled(tables: Tables, space: Uint8Array): Promise<boolean> {
  const row = await tables
    .selectFrom('spaces')
    .select('space_id')
    .where('space_id', '=', space)
    .whereRef('settled_log', '=', 'log_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that it was said. The caller holds the space's lock. */
export async function noteSettled(tables: Tables, space: Uint8Array): Promise<void> {
  await tables
    .updateTable('spaces')
    .set(({ ref }) => ({ settled_log: ref('log_id') }))
    .where('space_id', '=', space)
    .execute();
}
