import { decodeBody } from '@dayaq/protocol';
import type { PoolClient } from 'pg';
import type { BlobStore } from '../blobs/store.ts';
import { equal, sha256 } from '../hash.ts';
import { Problem } from '../problem.ts';
import type { Database } from '../storage/database.ts';
import { renewLogs } from '../storage/former-logs.ts';
import { migrate, SCHEMA_VERSION } from '../storage/migrate.ts';
import { type Manifest, readBackup } from './container.ts';
import { BLOBS } from './save.ts';
import { SAVED, TABLES } from './tables.ts';

/** Reads a backup once through without changing anything. Throws `Problem` when it is damaged or too new. */
export async function verifyBackup(path: string): Promise<Manifest> {
  const manifest = await readBackup(path, (part, payload) => {
    if (part === BLOBS) readBlob(payload);
  });
  if (manifest.schema > SCHEMA_VERSION) {
    throw new Problem('This backup was made by a newer version of Dayaq. Nothing was changed.');
  }
  return manifest;
}

function readBlob(payload: Uint8Array): { address: Uint8Array; sealed: Uint8Array } {
  const [address, sealed] = decodeBody(payload) as [Uint8Array, Uint8Array];
  if (!equal(sha256(sealed), address))
    throw new Problem('A file chunk in this backup is damaged. Nothing was changed.');
  return { address, sealed };
}

async function insertRows(
  client: PoolClient,
  table: (typeof TABLES)[number],
  rows: unknown[][],
): Promise<void> {
  const columns = SAVED[table].columns.slice(0, rows[0]?.length);
  const tuples = rows.map(
    (_, r) => `(${columns.map((_column, c) => `$${r * columns.length + c + 1}`).join(', ')})`,
  );
  await client.query(`insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`, rows.flat());
}

/** Whether nobody has an account or a space here. */
export async function isEmpty(db: Database): Promise<boolean> {
  const found = await db.pool.query<{ empty: boolean }>(
    'select not exists (select from accounts) and not exists (select from spaces) as empty',
  );
  return found.rows[0]?.empty === true;
}

/**
 * Puts a verified backup into an empty database, all rows in one transaction. The caller has checked that it is empty.
 * Brings the schema up to date afterwards, and begins another life of every log: what came after the backup is not in it.
 */
export async function loadBackup(
  db: Database,
  blobs: BlobStore,
  path: string,
  manifest: Manifest,
): Promise<void> {
  await migrate(db.pool, manifest.schema);
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await readBackup(path, async (part, payload) => {
      if (part === BLOBS) {
        const { address, sealed } = readBlob(payload);
        await blobs.put(address, sealed);
        return;
      }
      const table = TABLES.find((name) => name === part);
      if (!table)
        throw new Problem(`This backup holds a part that is not known here: ${part}. Nothing was changed.`);
      await insertRows(client, table, decodeBody(payload) as unknown[][]);
    });
    await client.query('commit');
  } finally {
    client.release(true);
  }
  await migrate(db.pool);
  await db.tables.transaction().execute(renewLogs);
}
