import type { Tables } from './database.ts';

export interface WrapRow {
  space: Uint8Array;
  epoch: number;
  /** Whom the key was handed to. */
  account: Uint8Array;
  /** Who handed it. */
  by: Uint8Array;
  wrap: Uint8Array;
}

/** An account's wraps in a space that it has not refused, newest epoch first. */
export async function wrapsOf(
  tables: Tables,
  space: Uint8Array,
  account: Uint8Array,
  limit: number,
): Promise<{ epoch: number; by: Uint8Array; wrap: Uint8Array }[]> {
  return tables
    .selectFrom('wraps')
    .select(['epoch', 'given_by as by', 'wrap'])
    .where('space_id', '=', space)
    .where('account_id', '=', account)
    .where('refused', '=', false)
    .orderBy('epoch', 'desc')
    .orderBy('given_by')
    .limit(limit)
    .execute();
}

/** Current members without a wrap of `epoch`, but for those that they refused. */
export async function membersWithoutWrap(
  tables: Tables,
  space: Uint8Array,
  epoch: number,
): Promise<Uint8Array[]> {
  const rows = await tables
    .selectFrom('members')
    .select('members.account_id')
    .where('members.space_id', '=', space)
    .where('members.removed', '=', false)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('wraps')
            .select('wraps.epoch')
            .whereRef('wraps.space_id', '=', 'members.space_id')
            .whereRef('wraps.account_id', '=', 'members.account_id')
            .where('wraps.epoch', '=', epoch)
            .where('wraps.refused', '=', false),
        ),
      ),
    )
    .orderBy('members.account_id')
    .execute();
  return rows.map((row) => row.account_id);
}

/** How often a giver may give again after what they gave was refused: once by mistake is not for ever. */
const SECOND_CHANCES = 20;

/** Stores a wrap; of each giver the first stays while it is not refused, and what is refused again and again stays so. */
export async function insertWrap(tables: Tables, wrap: WrapRow): Promise<void> {
  await tables
    .insertInto('wraps')
    .values({
      space_id: wrap.space,
      epoch: wrap.epoch,
      account_id: wrap.account,
      given_by: wrap.by,
      wrap: wrap.wrap,
      refused: false,
      refusals: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['space_id', 'epoch', 'account_id', 'given_by'])
        .doUpdateSet({ wrap: wrap.wrap, refused: false })
        .where('wraps.refused', '=', true)
        .where('wraps.refusals', '<=', SECOND_CHANCES),
    )
    .execute();
}

/** Sets aside what one giver handed to an account. */
export async function refuseWrap(tables: Tables, wrap: Omit<WrapRow, 'wrap'>): Promise<void> {
  await tables
    .updateTable('wraps')
    .set((row) => ({ refused: true, refusals: row('refusals', '+', 1) }))
    .where('space_id', '=', wrap.space)
    .where('epoch', '=', wrap.epoch)
    .where('account_id', '=', wrap.account)
    .where('given_by', '=', wrap.by)
    .where('refused', '=', false)
    .execute();
}
