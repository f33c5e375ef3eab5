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

/** Records a chunk; the one that was there first stays. */
export async function insertChunk(
  tables: Tables,
  space: Uint8Array,
  blob: Uint8Array,
  index: number,
  sha256: Uint8Array,
): Promise<void> {
  await tables
    .insertInto('blob_chunks')
    .values({ space_id: space, blob_id: blob, chunk: index, sha256 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
