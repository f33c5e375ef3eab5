/** PostgreSQL's own programs, but that a new database is copied from the first one. */
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBinaries as find } from '../../apps/server/src/database/binaries.ts';

export async function findBinaries() {
  const { postgres, initdb } = await find();
  process.env.MUTANTS_INITDB = initdb;
  // Where whoever PostgreSQL runs as can reach it, too.
  const copying = join(process.env.MUTANTS_SCRATCH, 'initdb.sh');
  if (!existsSync(copying)) {
    const aside = `${copying}.${process.pid}`;
    copyFileSync(fileURLToPath(new URL('initdb.sh', import.meta.url)), aside);
    renameSync(aside, copying);
  }
  return { postgres, initdb: copying };
}
