import type { Tables } from './database.ts';
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
