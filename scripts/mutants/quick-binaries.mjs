/** PostgreSQL's own programs, but that a new database is copied from the first one. */
import { fileURLToPath } from 'node:url';
import { findBinaries as find } from '../../apps/server/src/database/binaries.ts';

export async function findBinaries() {
  const { postgres, initdb } = await find();
  process.env.MUTANTS_INITDB = initdb;
  return { postgres, initdb: fileURLToPath(new URL('initdb.sh', import.meta.url)) };
}
