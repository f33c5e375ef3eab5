import type { Tables } from './database.ts';

interface Sound {
  readonly space: Uint8Array;
  readonly hash: Uint8Array;
  readonly sound: Uint8Array;
  /** Days since 1970. */
  readonly day: number;
  /** Whose room it takes: a colleague fills up nobody else's. */
  readonly by: Uint8Array;
}

/** Keeps a sound under its hash; of one that is there the day is new. Null where whoever gives it has published `most` others already. */
export async function insertSound(tables: Tables, row: Sound, most: number): Promise<'kept' | null> {
  const again = await tables
    .updateTable('survey_sounds')
    .set({ day: row.day })
    .where('space_id', '=', row.space)
    .where('hash', '=', row.hash)
    .executeTakeFirst();
  if (again.numUpdatedRows > 0n) return 'kept';
  const { count } = await tables
    .selectFrom('survey_sounds')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('space_id', '=', row.space)
    .where('given_by', '=', row.by)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) return null;
  await tables
    .insertInto('survey_sounds')
    .values({ space_id: row.space, hash: row.hash, sound: row.sound, day: row.day, given_by: row.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return 'kept';
}

export async function readSound(
  tables: Tables,
  space: Uint8Array,
  hash: Uint8Array,
): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('survey_sounds')
    .select('sound')
    .where('space_id', '=', space)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.sound ?? null;
}

/** Sounds that were put before a day (since 1970). */
export const soundsBefore = (
  tables: Tables,
  day: number,
): Promise<{ space_id: Uint8Array; hash: Uint8Array }[]> =>
  tables.selectFrom('survey_sounds').select(['space_id', 'hash']).where('day', '<', day).execute();

export async function deleteSound(tables: Tables, space: Uint8Array, hash: Uint8Array): Promise<void> {
  await tables.deleteFrom('survey_sounds').where('space_id', '=', space).where('hash', '=', hash).execute();
}
