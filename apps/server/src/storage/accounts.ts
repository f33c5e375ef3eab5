import type { Tables } from './database.ts';

export interface StoredAccount {
  verifier: Uint8Array;
  sealedRoot: Uint8Array;
}

export async function findAccount(tables: Tables, account: Uint8Array): Promise<StoredAccount | null> {
  const row = await tables
    .selectFrom('accounts')
    .select(['verifier', 'sealed_root'])
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row ? { verifier: row.verifier, sealedRoot: row.sealed_root } : null;
}

/** Stores a new account; false when the id is taken. */
export async function insertAccount(
  tables: Tables,
  account: Uint8Array,
  stored: StoredAccount,
): Promise<boolean> {
  const result = await tables
    .insertInto('accounts')
    .values({ account_id: account, verifier: stored.verifier, sealed_root: stored.sealedRoot })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateAccount(
  tables: Tables,
  account: Uint8Array,
  stored: StoredAccount,
): Promise<void> {
  await tables
    .updateTable('accounts')
    .set({ verifier: stored.verifier, sealed_root: stored.sealedRoot })
    .where('account_id', '=', account)
    .execute();
}
