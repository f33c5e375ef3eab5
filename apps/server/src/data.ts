import type { ClientConfig } from 'pg';
import { startEmbedded } from './database/embedded.ts';
import { lockFolder } from './database/lock.ts';
import type { Log } from './http/log.ts';
import { Problem } from './problem.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { migrate, NewerSchema } from './storage/migrate.ts';

/** An open, migrated database, embedded or not, and how to close all of it. */
export interface DataSource {
  db: Database;
  config: ClientConfig;
  databasePid(): number | null;
  close(): Promise<void>;
}

interface Running {
  config: ClientConfig;
  pid(): number | null;
  stop(): Promise<void>;
}

async function runEmbedded(dataDir: string, log: Log): Promise<Running> {
  const unlock = await lockFolder(dataDir);
  try {
    const embedded = await startEmbedded(dataDir, {
      lost: () => log.event('database-lost'),
      restarted: () => log.event('database-restarted'),
    });
    return {
      config: embedded.config,
      pid: embedded.pid,
      async stop() {
        await embedded.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Opens the database of a data folder, or the one that `databaseUrl` names. Throws `Problem`. */
export async function openData(options: { dataDir: string; databaseUrl?: string; log: Log }): Promise<DataSource> {
  const { dataDir, databaseUrl, log } = options;
  const running: Running = databaseUrl
    ? { config: { connectionString: databaseUrl }, pid: () => null, stop: async () => undefined }
    : await runEmbedded(dataDir, log);
  const db = openDatabase(running.config, 20);
  const close = async (): Promise<void> => {
    await db.close();
    await running.stop();
  };
  try {
    await migrate(db.pool);
  } catch (error) {
    await close();
    if (error instanceof NewerSchema) throw new Problem('This data was written by a newer version of Dayaq. Nothing was changed.');
    if (databaseUrl) throw new Problem(`The database at DATABASE_URL does not answer: ${(error as Error).message}`);
    throw error;
  }
  return { db, config: running.config, databasePid: running.pid, close };
}
