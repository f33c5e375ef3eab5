import type { Tables } from './database.ts';

/** What signs for codes, of one survey. */
interface CodeKey {
  readonly space: Uint8Array;
  readonly key: Uint8Array;
}

/** Keeps codes by their hashes, and a key that is new; what is there stays. `full`: the key would have more than `most`. */
export async function insertCodes(
  tables: Tables,
  { space, key }: CodeKey,
  secret: Uint8Array | null,
  codes: readonly Uint8Array[],
  most: number,
): Promise<'kept' | 'unknown' | 'full'> {
  if (secret !== null)
    await tables
      .insertInto('code_keys')
      .values({ space_id: space, key, private: secret })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if ((await readCodeKey(tables, { space, key })) === null) return 'unknown';
  const { all } = await countCodes(tables, { space, key });
  if (all + codes.length > most) return 'full';
  if (codes.length > 0)
    await tables
      .insertInto('survey_codes')
      .values(codes.map((code) => ({ space_id: space, key, code, blinded: null })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return 'kept';
}

/** PKCS #8; null where there is no such key. */
export async function readCodeKey(tables: Tables, { space, key }: CodeKey): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('code_keys')
    .select('private')
    .where('space_id', '=', space)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.private ?? null;
}

/** How many codes there are of a key, and how many were changed. */
export async function countCodes(
  tables: Tables,
  { space, key }: CodeKey,
): Promise<{ all: number; used: number }> {
  const row = await tables
    .selectFrom('survey_codes')
    .select(({ fn }) => [fn.countAll<string>().as('all'), fn.count<string>('blinded').as('used')])
    .where('space_id', '=', space)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), used: Number(row.used) };
}

/**
 * Notes for what a code is changed, once: asked again for the same it is the same, so that a broken network costs nobody their code.
 * `used`: it was changed for something else; `unknown`: there is none.
 */
export async function useCode(
  tables: Tables,
  { space, key }: CodeKey,
  code: Uint8Array,
  blinded: Uint8Array,
): Promise<'taken' | 'used' | 'unknown'> {
  const taken = await tables
    .updateTable('survey_codes')
    .set({ blinded })
    .where('space_id', '=', space)
    .where('key', '=', key)
    .where('code', '=', code)
    .where((of) => of.or([of('blinded', 'is', null), of('blinded', '=', blinded)]))
    .executeTakeFirst();
  if (taken.numUpdatedRows > 0n) return 'taken';
  const known = await tables
    .selectFrom('survey_codes')
    .select('code')
    .where('space_id', '=', space)
    .where('key', '=', key)
    .where('code', '=', code)
    .executeTakeFirst();
  return known === undefined ? 'unknown' : 'used';
}
