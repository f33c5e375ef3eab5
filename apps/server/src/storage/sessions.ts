import type { Database, Tables } from './database.ts';

/** Only the token's hash is stored, so a copy of the database signs nobody in. */
export async function insertSession(
  tables: Tables,
  session: { tokenHash: Uint8Array; account: Uint8Array; expiresDay: number },
): Promise<void> {
  await tables
    .insertInto('sessions')
    .values({ token_hash: session.tokenHash, account_id: session.account, expires_day: session.expiresDay })
    .execute();
}

/** The account behind a token's hash, or null when there is none or it is over. `today` in days since 1970. */
export async function findSession(
  db: Database,
  tokenHash: Uint8Array,
  today: number,
): Promise<Uint8Array | null> {
  const found = await db.pool.query<{ account_id: Uint8Array }>({
    name: 'find-session',
    text: 'select account_id from sessions where token_hash = $1 and expires_day > $2',
    values: [tokenHash, today],
  });
  return found.rows[0]?.account_id ?? null;
}

export async function deleteSession(tables: Tables, tokenHash: Uint8Array): Promise<void> {
  await tables.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends every session of an account, or all but the one whose hash is `except`. */
export async function deleteSessions(
  tables: Tables,
  account: Uint8Array,
  except?: Uint8Array,
): Promise<void> {
  let query = tables.deleteFrom('sessions').where('account_id', '=', account);
  if (except) query = query.where('token_hash', '!=', except);
  await query.execute();
}

/** Marks a challenge as answered; false when it was answered before. */
export async function useChallenge(
  tables: Tables,
  challengeHash: Uint8Array,
  expiresDay: number,
): Promise<boolean> {
  const result = await tables
    .insertInto('used_challenges')
    .values({ challenge_hash: challengeHash, expires_day: expiresDay })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Deletes what is over: sessions, answered challenges, founding links and introductions. */
export async function deleteExpired(tables: Tables, today: number): Promise<void> {
  await tables.deleteFrom('sessions').where('expires_day', '<=', today).execute();
  await tables.deleteFrom('used_challenges').where('expires_day', '<=', today).execute();
  await tables
    .deleteFrom('founding_tokens')
    .where('expires_day', '<=', today)
    .where('space_id', 'is', null)
    .execute();
  await tables.deleteFrom('introductions').where('expires_day', '<=', today).execute();
}
