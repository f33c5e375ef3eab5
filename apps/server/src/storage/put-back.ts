import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import type { Randomness } from '../parts.ts';
import type { Database } from './database.ts';
import { renewLogs } from './former-logs.ts';
import type { Schema } from './schema.ts';

/** In the data folder and in the table `settings`: one random value, the same in both. */
export const MARKER = 'database-marker';
const BYTES = 32;

/** Milliseconds between two new markers: a copy of the database that is older than this is noticed when it is put back. */
export const MARK_EVERY = 3_600_000;

async function readMarkers(file: string): Promise<Uint8Array[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return new Uint8Array();
    throw error;
  });
  const markers: Uint8Array[] = [];
  for (let at = 0; at + BYTES <= bytes.length; at += BYTES) markers.push(bytes.slice(at, at + BYTES));
  return markers;
}

/** Replaced as a whole and on the disk before this answers. */
async function writeMarkers(file: string, markers: readonly Uint8Array[]): Promise<void> {
  const aside = `${file}.new`;
  const handle = await open(aside, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.concat(markers));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/** Compares, renews where the two differ, and puts the new marker into the database; answers whether they differed. */
async function judge(tx: Transaction<Schema>, file: string, fresh: Uint8Array): Promise<boolean> {
  const row = await tx.selectFrom('settings').select('value').where('name', '=', MARKER).executeTakeFirst();
  const known = await readMarkers(file);
  const isNew = row === undefined && known.length === 0;
  const putBack = !isNew && !known.some((marker) => row && Buffer.compare(marker, row.value) === 0);
  if (putBack) await renewLogs(tx);
  await tx
    .insertInto('settings')
    .values({ name: MARKER, value: fresh })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: fresh }))
    .execute();
  // Both are in the file until the database has the new one for sure: whenever the power fails, the two still agree.
  await writeMarkers(file, row && !putBack ? [row.value, fresh] : [fresh]);
  return putBack;
}

/**
 * Notices that the database was put back to an older state without `dayaq restore`: then the marker in it is not the one
 * in the data folder, and every log begins another life. Afterwards both have a new marker. Answers whether that was so.
 * Servers that share a data folder and a database take turns.
 */
export async function noticePutBack(
  { pool, tables }: Database,
  dataDir: string,
  random: Randomness,
): Promise<boolean> {
  const file = join(dataDir, MARKER);
  const fresh = random(BYTES);
  const turn = await pool.connect();
  try {
    await turn.query('select pg_advisory_lock(hashtext($1))', [MARKER]);
    const putBack = await tables.transaction().execute((tx) => judge(tx, file, fresh));
    await writeMarkers(file, [fresh]);
    return putBack;
  } finally {
    // Closing the connection ends the turn, whatever happened.
    turn.release(true);
  }
}
