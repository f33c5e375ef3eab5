import { hashOf } from '@dayaq/sealing/verify';
import { sql } from 'kysely';
import type { BlobStore } from '../blobs/store.ts';
import { equal } from '../hash.ts';
import { findBlob } from './blobs.ts';
import type { Tables } from './database.ts';
import { ERASED_HEADER_BYTES } from './log-leaf.ts';
import { LOG_ENTRY, LOG_GENERATION } from './schema.ts';

export async function isErased(tables: Tables, space: Uint8Array, dossier: Uint8Array): Promise<boolean> {
  const row = await tables
    .selectFrom('erased')
    .select('dossier_id')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .executeTakeFirst();
  return row !== undefined;
}

/** What was destroyed of a space and by whose wish, the latest first. */
export async function erasedIn(tables: Tables, space: Uint8Array, limit: number) {
  const rows = await tables
    .selectFrom('erased')
    .select(['dossier_id', 'account_id', 'asked_day'])
    .where('space_id', '=', space)
    .orderBy(sql`asked_day desc nulls last`)
    .orderBy('dossier_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ dossier: row.dossier_id, by: row.account_id, day: row.asked_day }));
}

/** Whether an entry of a dossier stands in the log. */
export async function standsInLog(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  entry: Uint8Array,
): Promise<boolean> {
  const row = await tables
    .selectFrom('log')
    .select('position')
    .where('space_id', '=', space)
    .where('kind', '=', LOG_ENTRY)
    .where('dossier_id', '=', dossier)
    .where('entry_id', '=', entry)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Destroys what is stored of a dossier: its sealed words, the headers with its keys, its files. What the running hash is
 * made of stays. Can be repeated: what was cut off is taken up again, and whoever asked first stays named. The caller holds
 * the space's lock.
 */
export async function eraseDossier(
  tables: Tables,
  blobs: BlobStore,
  space: Uint8Array,
  dossier: Uint8Array,
  asked: { by: Uint8Array; day: number },
): Promise<void> {
  await tables
    .insertInto('erased')
    .values({ space_id: space, dossier_id: dossier, account_id: asked.by, asked_day: asked.day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const headers = await tables
    .selectFrom('log')
    .select(['position', 'body'])
    .where('space_id', '=', space)
    .where('kind', '=', LOG_GENERATION)
    .where('dossier_id', '=', dossier)
    .execute();
  for (const { position, body } of headers) {
    if (body.length === ERASED_HEADER_BYTES) continue;
    await tables
      .updateTable('log')
      .set({ body: await hashOf('generation-header', body) })
      .where('space_id', '=', space)
      .where('position', '=', position)
      .execute();
  }
  await tables
    .updateTable('log')
    .set({ body: new Uint8Array() })
    .where('space_id', '=', space)
    .where('kind', '=', LOG_ENTRY)
    .where('dossier_id', '=', dossier)
    .execute();
  // Restricted to nobody: it is read and written by no one, by whatever way.
  await tables
    .updateTable('dossiers')
    .set({ restricted: true })
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .execute();
  for (const table of ['readers', 'barred'] as const)
    await tables.deleteFrom(table).where('space_id', '=', space).where('dossier_id', '=', dossier).execute();
  await eraseBlobsOf(tables, blobs, space, dossier);
}

/** First the bytes, then what names them: whatever is cut off in between is found again by what names it. */
async function eraseBlobsOf(
  tables: Tables,
  blobs: BlobStore,
  space: Uint8Array,
  dossier: Uint8Array,
): Promise<void> {
  const rows = await tables
    .selectFrom('blobs')
    .select('blob_id')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .execute();
  for (const { blob_id: blob } of rows) await eraseBlob(tables, blobs, space, blob);
}

/**
 * Bytes that another blob has too stay for that one. Its row is taken first: a chunk that is being put is recorded before, and goes
 * along, or not at all (`recordChunk`).
 */
async function eraseBlob(
  tables: Tables,
  blobs: BlobStore,
  space: Uint8Array,
  blob: Uint8Array,
): Promise<void> {
  await sql`select 1 from blobs where space_id = ${space} and blob_id = ${blob} for update`.execute(tables);
  const addresses = await sql<{ sha256: Uint8Array }>`
    select distinct c.sha256 from blob_chunks c
     where c.space_id = ${space} and c.blob_id = ${blob}
       and not exists (
         select from blob_chunks o
          where o.sha256 = c.sha256 and (o.space_id <> ${space} or o.blob_id <> ${blob}))`.execute(tables);
  for (const { sha256 } of addresses.rows) await blobs.remove(sha256);
  for (const table of ['blob_chunks', 'blobs'] as const)
    await tables.deleteFrom(table).where('space_id', '=', space).where('blob_id', '=', blob).execute();
}

/**
 * Destroys files of a dossier that stands, and keeps their numbers from being used again. One that another dossier has is left.
 * The caller holds the space's lock.
 */
export async function eraseBlobs(
  tables: Tables,
  blobs: BlobStore,
  { space, dossier, blobs: ids }: { space: Uint8Array; dossier: Uint8Array; blobs: readonly Uint8Array[] },
  asked: { by: Uint8Array; day: number },
): Promise<void> {
  for (const blob of ids) {
    const row = await findBlob(tables, space, blob);
    if (row !== null && !equal(row.dossier, dossier)) continue;
    await tables
      .insertInto('erased_blobs')
      .values({
        space_id: space,
        blob_id: blob,
        dossier_id: dossier,
        account_id: asked.by,
        asked_day: asked.day,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await eraseBlob(tables, blobs, space, blob);
  }
}

/** Files of dossiers that stand which were destroyed, and by whose wish, the latest first. */
export async function erasedBlobsIn(tables: Tables, space: Uint8Array, limit: number) {
  const rows = await tables
    .selectFrom('erased_blobs')
    .select(['dossier_id', 'blob_id', 'account_id', 'asked_day'])
    .where('space_id', '=', space)
    .orderBy('asked_day', 'desc')
    .orderBy('blob_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    dossier: row.dossier_id,
    blob: row.blob_id,
    by: row.account_id,
    day: row.asked_day,
  }));
}

/** Whether a file of a dossier was destroyed. What somebody says of another dossier keeps nothing out of this one. */
export async function isErasedBlob(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  blob: Uint8Array,
): Promise<boolean> {
  const row = await tables
    .selectFrom('erased_blobs')
    .select('blob_id')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .where('blob_id', '=', blob)
    .executeTakeFirst();
  return row !== undefined;
}
