import { sql } from 'kysely';
import type { Tables } from './database.ts';

export interface BlobRow {
  dossier: Uint8Array;
  chunks: number;
}

/** Announces a blob; an announcement that is there already stays. */
export async function insertBlob(
  tables: Tables,
  space: Uint8Array,
  blob: Uint8Array,
  row: BlobRow,
): Promise<void> {
  await tables
    .insertInto('blobs')
    .values({ space_id: space, blob_id: blob, dossier_id: row.dossier, chunks: row.chunks })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findBlob(tables: Tables, space: Uint8Array, blob: Uint8Array): Promise<BlobRow | null> {
  const row = await tables
    .selectFrom('blobs')
    .select(['dossier_id', 'chunks'])
    .where('space_id', '=', space)
    .where('blob_id', '=', blob)
    .executeTakeFirst();
  return row ? { dossier: row.dossier_id, chunks: row.chunks } : null;
}

/** Indexes of the chunks that are stored. */
export async function storedChunks(tables: Tables, space: Uint8Array, blob: Uint8Array): Promise<number[]> {
  const rows = await tables
    .selectFrom('blob_chunks')
    .select('chunk')
    .where('space_id', '=', space)
    .where('blob_id', '=', blob)
    .execute();
  return rows.map((row) => row.chunk);
}

export async function findChunk(
  tables: Tables,
  space: Uint8Array,
  blob: Uint8Array,
  index: number,
): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('blob_chunks')
    .select('sha256')
    .where('space_id', '=', space)
    .where('blob_id', '=', blob)
    .where('chunk', '=', index)
    .executeTakeFirst();
  return row?.sha256 ?? null;
}

/**
 * Records a chunk of a blob that is here; the one that was there first stays. One that was destroyed meanwhile gets none: nothing
 * would ever lead to its bytes, and nobody destroy them.
 */
export async function recordChunk(
  tables: Tables,
  space: Uint8Array,
  blob: Uint8Array,
  index: number,
  sha256: Uint8Array,
): Promise<void> {
  await sql`with standing as (
      select space_id, blob_id from blobs where space_id = ${space} and blob_id = ${blob} for share
    )
    insert into blob_chunks (space_id, blob_id, chunk, sha256)
    select space_id, blob_id, ${index}::integer, ${sha256}::bytea from standing
    on conflict do nothing`.execute(tables);
}

/** Whether some blob has these bytes. */
export async function isNamed(tables: Tables, sha256: Uint8Array): Promise<boolean> {
  const row = await tables
    .selectFrom('blob_chunks')
    .select('chunk')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
