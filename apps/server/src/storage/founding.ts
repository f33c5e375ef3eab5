import type { Tables } from './database.ts';

/** A founding link's token: whose first space it made, if it was used. */
export interface Founding {
  space: Uint8Array | null;
}

/** Replaces any unused first-run token by this one. */
export async function replaceFirstRunToken(
  tables: Tables,
  tokenHash: Uint8Array,
  expiresDay: number,
): Promise<void> {
  await deleteFirstRunTokens(tables);
  await tables
    .insertInto('founding_tokens')
    .values({ token_hash: tokenHash, first_run: true, expires_day: expiresDay, space_id: null })
    .execute();
}

export async function deleteFirstRunTokens(tables: Tables): Promise<void> {
  await tables
    .deleteFrom('founding_tokens')
    .where('first_run', '=', true)
    .where('space_id', 'is', null)
    .execute();
}

export async function insertFoundingToken(
  tables: Tables,
  tokenHash: Uint8Array,
  expiresDay: number,
): Promise<void> {
  await tables
    .insertInto('founding_tokens')
    .values({ token_hash: tokenHash, first_run: false, expires_day: expiresDay, space_id: null })
    .execute();
}

/** Finds a token that is not over; with `lock`, nobody else can use it until the transaction ends. */
export async function findFounding(
  tables: Tables,
  tokenHash: Uint8Array,
  today: number,
  lock = false,
): Promise<Founding | null> {
  let query = tables
    .selectFrom('founding_tokens')
    .select('space_id')
    .where('token_hash', '=', tokenHash)
    .where((where) => where.or([where('expires_day', '>', today), where('space_id', 'is not', null)]));
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row ? { space: row.space_id } : null;
}

export async function useFounding(tables: Tables, tokenHash: Uint8Array, space: Uint8Array): Promise<void> {
  await tables
    .updateTable('founding_tokens')
    .set({ space_id: space })
    .where('token_hash', '=', tokenHash)
    .execute();
}
