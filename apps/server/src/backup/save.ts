import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { encodeBody } from '@dayaq/protocol';
import type { PoolClient } from 'pg';
import type { BlobStore } from '../blobs/store.ts';
import { Problem } from '../problem.ts';
import type { Database } from '../storage/database.ts';
import { SCHEMA_VERSION } from '../storage/migrate.ts';
import { BackupWriter, type Manifest, readBackup } from './container.ts';
import { SAVED, TABLES } from './tables.ts';

/** Rows in one frame: with the largest entries some 30 MB. */
const ROWS = 100;
export const BLOBS = 'blobs-store';

async function* rowsOf(client: PoolClient, query: string): AsyncGenerator<unknown[][]> {
  await client.query(`declare rows no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `fetch ${ROWS} from rows`, rowMode: 'array' });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close rows');
}

/** Everything as it stood at one moment, then the blobs that it names: those are never changed or taken away. */
async function saveAll(client: PoolClient, blobs: BlobStore, writer: BackupWriter): Promise<void> {
  for (const table of TABLES) {
    const { columns, order, which = 'true' } = SAVED[table];
    const query = `select ${columns.join(', ')} from ${table} where ${which} order by ${order}`;
    for await (const rows of rowsOf(client, query)) await writer.add(table, encodeBody(rows));
  }
  for await (const rows of rowsOf(client, 'select distinct sha256 from blob_chunks order by sha256')) {
    for (const [address] of rows as Uint8Array[][]) {
      const sealed = address && (await blobs.get(address));
      if (!sealed)
        throw new Problem('A stored file chunk is missing: run `dayaq check`. No backup was made.');
      await writer.add(BLOBS, encodeBody([address, sealed]));
    }
  }
}

/**
 * Writes a backup of ciphertext to `path` while the server goes on, then reads it back and checks every part. The file
 * appears under its name only when that went well. Throws `Problem`.
 */
export async function saveBackup(
  db: Database,
  blobs: BlobStore,
  path: string,
  day: number,
): Promise<Manifest> {
  const aside = `${path}.part`;
  await rm(aside, { force: true });
  const writer = await BackupWriter.create(aside).catch((error: Error) => {
    throw new Problem(`${path} cannot be written: ${error.message}`);
  });
  try {
    const client = await db.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      await saveAll(client, blobs, writer);
      await client.query('commit');
    } finally {
      // A connection that may still be inside a transaction is not used again.
      client.release(true);
    }
    const written = await writer.finish({ schema: SCHEMA_VERSION, day });
    await readBackup(aside, () => undefined);
    await rename(aside, path);
    const folder = await open(dirname(path), 'r');
    await folder.sync();
    await folder.close();
    return written;
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    await rm(aside, { force: true });
    throw error;
  }
}
