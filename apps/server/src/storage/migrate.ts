import type { Pool } from 'pg';
import { foundation } from './migrations/0001-foundation.ts';
import { reminders } from './migrations/0002-reminders.ts';
import { shares } from './migrations/0003-shares.ts';
import { oneHistory } from './migrations/0004-one-history.ts';
import { numbersOfGenerations } from './migrations/0005-numbers-of-generations.ts';
import { erased } from './migrations/0007-erased.ts';
import { whoErased } from './migrations/0009-who-erased.ts';
import { erasedBlobs } from './migrations/0012-erased-blobs.ts';
import { letters } from './migrations/0010-letters.ts';
import { mailboxesOfSpaces } from './migrations/0011-mailboxes-of-spaces.ts';
import { surveys } from './migrations/0013-surveys.ts';
import { surveyCodes } from './migrations/0014-survey-codes.ts';
import { surveySounds } from './migrations/0015-survey-sounds.ts';
import { ofTheirOwn } from './migrations/0017-of-their-own.ts';
import { settledLogs } from './migrations/0006-settled-logs.ts';
import { timersOfMembers } from './migrations/0008-timers-of-members.ts';

/** In order; a migration that has shipped is never edited, only followed. */
const MIGRATIONS: readonly string[] = [
  foundation,
  reminders,
  shares,
  oneHistory,
  numbersOfGenerations,
  settledLogs,
  erased,
  timersOfMembers,
  whoErased,
  letters,
  mailboxesOfSpaces,
  erasedBlobs,
  surveys,
  surveyCodes,
  ofTheirOwn,
  surveySounds,
];

/** The schema version that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The database belongs to a newer program than this one. */
export class NewerSchema extends Error {}

/**
 * Brings the schema up to `upTo` in one transaction; safe when several servers start at once.
 * Throws `NewerSchema` when the database has been used by a newer version.
 */
export async function migrate(pool: Pool, upTo = SCHEMA_VERSION): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('dayaq schema'))");
    await client.query('create table if not exists schema_version (version integer not null)');
    const found = await client.query<{ version: number }>('select version from schema_version');
    const version = found.rows[0]?.version ?? 0;
    if (version > SCHEMA_VERSION) throw new NewerSchema('the data was written by a newer version of Dayaq');
    for (const migration of MIGRATIONS.slice(version, upTo)) await client.query(migration);
    if (found.rows.length === 0) await client.query('insert into schema_version values ($1)', [upTo]);
    else if (version < upTo) await client.query('update schema_version set version = $1', [upTo]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
