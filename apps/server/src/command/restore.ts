import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkData } from '../backup/check.ts';
import { isEmpty, loadBackup, verifyBackup } from '../backup/load.ts';
import { Problem } from '../problem.ts';
import type { Environment } from './environment.ts';
import { withData } from './open.ts';

/** Made by us inside a data folder: undone when a restore fails. */
const MADE = ['postgres', 'blobs', 'database-password', 'database-socket', 'run'];

async function refuseUsedFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0)
    throw new Problem(`${folder} is not empty. Restore into a new folder (--data). Nothing was changed.`);
}

/** Verifies a backup from end to end, then puts it into an empty data folder or database, and checks the result. */
export async function restore(environment: Environment, given: string): Promise<void> {
  const path = resolve(given);
  const { dataDir, databaseUrl, say } = environment;
  await refuseUsedFolder(dataDir);
  const manifest = await verifyBackup(path);
  const made = await stat(dataDir).then(
    () => false,
    () => true,
  );
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  try {
    const report = await withData(environment, async ({ data, blobs }) => {
      if (!(await isEmpty(data.db))) throw new Problem('The database is not empty. Nothing was changed.');
      await loadBackup(data.db, blobs, path, manifest);
      return checkData(data.db, blobs);
    });
    if (report.faults.length > 0)
      throw new Problem(['The backup was restored, but:', ...report.faults].join('\n'));
    say(
      `Restored and checked: ${report.spaces} organisations, ${report.entries} entries, ${report.chunks} file chunks.`,
    );
    if (databaseUrl) say('The rows are in the database at DATABASE_URL, the files in the data folder.');
  } catch (error) {
    if (made) await rm(dataDir, { recursive: true, force: true });
    else for (const name of MADE) await rm(join(dataDir, name), { recursive: true, force: true });
    throw error;
  }
}
