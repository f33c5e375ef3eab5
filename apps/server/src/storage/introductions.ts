import type { Tables } from './database.ts';

export interface Introduction {
  expiresDay: number;
  sealed: Uint8Array | null;
}

/** Opens a mailbox; one that is open already stays as it is. */
export async function insertIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
  expiresDay: number,
): Promise<void> {
  await tables
    .insertInto('introductions')
    .values({ space_id: space, introduction_id: introduction, expires_day: expiresDay, sealed: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
): Promise<Introduction | null> {
  const row = await tables
    .selectFrom('introductions')
    .select(['expires_day', 'sealed'])
    .where('space_id', '=', space)
    .where('introduction_id', '=', introduction)
    .executeTakeFirst();
  return row ? { expiresDay: row.expires_day, sealed: row.sealed } : null;
}

/** Stores the answer if there is none yet. */
export async function answerIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
  sealed: Uint8Array,
): Promise<void> {
  await tables
    .updateTable('introductions')
    .set({ sealed })
    .where('space_id', '=', space)
    .where('introduction_id', '=', introduction)
    .where('sealed', 'is', null)
    .execute();
}
