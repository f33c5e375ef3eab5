import type { Tables } from './database.ts';

/** An account's wraps in a space, newest epoch first. */
export async function wrapsOf(
  tables: Tables,
  space: Uint8Array,
  account: Uint8Array,
  limit: number,
): Promise<{ epoch: number; wrap: Uint8Array }[]> {
  return tables
    .selectFrom('wraps')
    .select(['epoch', 'wrap'])
    .where('space_id', '=', space)
    .where('account_id', '=', account)
    .orderBy('epoch', 'desc')
    .limit(limit)
    .execute();
}

/** Current members without a wrap of `epoch`. */
export async function membersWithoutWrap(
  tables: Tables,
  space: Uint8Array,
  epoch: number,
): Promise<Uint8Array[]> {
  const rows = await tables
    .selectFrom('members')
    .leftJoin('wraps', (join) =>
      join
        .onRef('wraps.space_id', '=', 'members.space_id')
        .onRef('wraps.account_id', '=', 'members.account_id')
        .on('wraps.epoch', '=', epoch),
    )
    .select('members.account_id')
    .where('members.space_id', '=', space)
    .where('members.removed', '=', false)
    .where('wraps.wrap', 'is', null)
    .orderBy('members.account_id')
    .execute();
  return rows.map((row) => row.account_id);
}

/** Stores a wrap; an existing one stays unless `replace`. */
export async function insertWrap(
  tables: Tables,
  wrap: { space: Uint8Array; epoch: number; account: Uint8Array; wrap: Uint8Array },
  replace = false,
): Promise<void> {
  const insert = tables
    .insertInto('wraps')
    .values({ space_id: wrap.space, epoch: wrap.epoch, account_id: wrap.account, wrap: wrap.wrap });
  await insert
    .onConflict((conflict) =>
      replace
        ? conflict.columns(['space_id', 'epoch', 'account_id']).doUpdateSet({ wrap: wrap.wrap })
        : conflict.doNothing(),
    )
    .execute();
}
