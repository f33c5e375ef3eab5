import { type GenerationHeader, readGeneration } from '@dayaq/sealing/verify';
import type { Database, Tables } from './database.ts';
import { LOG_GENERATION } from './schema.ts';
import { isBarred } from './shares.ts';

export interface DossierRow {
  generation: number;
  epoch: number;
  restricted: boolean;
}

export async function findDossier(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
): Promise<DossierRow | null> {
  const row = await tables
    .selectFrom('dossiers')
    .select(['generation', 'epoch', 'restricted'])
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Whether the account may read the dossier: it is open to the space and does not bar the account, or it is restricted and
 * granted to the account.
 */
export async function mayRead(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  row: DossierRow,
  account: Uint8Array,
): Promise<boolean> {
  if (!row.restricted) return !(await isBarred(tables, space, dossier, account));
  const reader = await tables
    .selectFrom('readers')
    .select('account_id')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return reader !== undefined;
}

/** A dossier's newest generation, and exactly who may read it when it is restricted. */
export async function replaceDossier(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  row: DossierRow,
  readers: readonly Uint8Array[],
): Promise<void> {
  await tables
    .insertInto('dossiers')
    .values({ space_id: space, dossier_id: dossier, ...row })
    .onConflict((conflict) => conflict.columns(['space_id', 'dossier_id']).doUpdateSet({ ...row }))
    .execute();
  await tables
    .deleteFrom('readers')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .execute();
  if (readers.length === 0) return;
  await tables
    .insertInto('readers')
    .values(readers.map((account) => ({ space_id: space, dossier_id: dossier, account_id: account })))
    .execute();
}

/** A stored generation header, or null. */
export async function findHeader(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  generation: number,
): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('log')
    .select('body')
    .where('space_id', '=', space)
    .where('kind', '=', LOG_GENERATION)
    .where('dossier_id', '=', dossier)
    .where('number', '=', generation)
    .executeTakeFirst();
  return row?.body ?? null;
}

/** The first headers of a dossier in the log, in their order. */
export async function headersOf(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  limit: number,
): Promise<GenerationHeader[]> {
  const rows = await tables
    .selectFrom('log')
    .select('body')
    .where('space_id', '=', space)
    .where('kind', '=', LOG_GENERATION)
    .where('dossier_id', '=', dossier)
    .orderBy('number')
    .limit(limit)
    .execute();
  const read = await Promise.all(rows.map(({ body }) => readGeneration(body)));
  return read.map((each) => {
    if (!each.ok) throw new Error('a stored generation header does not read');
    return each.value;
  });
}

/** How many restricted dossiers of a space one account can read and no other member can now. */
export async function countOnlyReadBy(db: Database, space: Uint8Array, account: Uint8Array): Promise<number> {
  const found = await db.pool.query<{ n: number }>({
    name: 'only-read-by',
    text: `
      select count(*)::integer as n
        from dossiers d
        join readers r on r.space_id = d.space_id and r.dossier_id = d.dossier_id and r.account_id = $2
       where d.space_id = $1 and d.restricted and not exists (
         select from readers o
           join members m on m.space_id = o.space_id and m.account_id = o.account_id and not m.removed
          where o.space_id = d.space_id and o.dossier_id = d.dossier_id and o.account_id <> $2)`,
    values: [space, account],
  });
  return found.rows[0]?.n ?? 0;
}
