import type { Tables } from './database.ts';

/** A secret that all copies of the server share: made by the first that asks. */
export async function sharedSecret(tables: Tables, name: string, fresh: Uint8Array): Promise<Uint8Array> {
  await tables
    .insertInto('settings')
    .values({ name, value: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tables
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
