import type { Tables } from './database.ts';

/** Keeps a survey under its hash; one that is there stays. Null where whoever gives it has published `most` others already. */
export async function insertSurvey(
  tables: Tables,
  row: {
    readonly space: Uint8Array;
    readonly hash: Uint8Array;
    readonly survey: Uint8Array;
    readonly day: number;
    /** Whose room it takes: a colleague fills up nobody else's. */
    readonly by: Uint8Array;
  },
  most: number,
): Promise<'kept' | null> {
  if ((await readSurvey(tables, row.space, row.hash)) !== null) return 'kept';
  const { count } = await tables
    .selectFrom('surveys')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('space_id', '=', row.space)
    .where('given_by', '=', row.by)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) return null;
  await tables
    .insertInto('surveys')
    .values({ space_id: row.space, hash: row.hash, survey: row.survey, day: row.day, given_by: row.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return 'kept';
}

export async function readSurvey(
  tables: Tables,
  space: Uint8Array,
  hash: Uint8Array,
): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('surveys')
    .select('survey')
    .where('space_id', '=', space)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.survey ?? null;
}
