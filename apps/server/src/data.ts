import type { ClientConfig } from 'pg';
import { attachEmbedded, startEmbedded } from './database/embedded.ts';
import { AlreadyRunning, lockFolder } from './database/lock.ts';
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

const elsewhere = (config: ClientConfig): Running => ({
  config,
  pid: () => null,
  stop: async () => undefined,
});

/** Uses the database of the server that runs on the folder; starts one for the while when none does. */
async function attachOrRun(dataDir: string, log: Log): Promise<Running> {
  try {
    return await runEmbedded(dataDir, log);
  } catch (error) {
    if (error instanceof AlreadyRunning) return elsewhere(await attachEmbedded(dataDir));
    throw error;
  }
}

export interface DataOptions {
  dataDir: string;
  databaseUrl?: string;
  log: Log;
  /** Work beside a running server instead of refusing to start a second one: for the command line. */
  attach?: boolean;
}

/** Opens the database of a data folder, or the one that `databaseUrl` names. Throws `Problem`. */
export async function openData(options: DataOptions): Promise<DataSource> {
  const { dataDir, databaseUrl, log, attach = false } = options;
  const embedded = attach ? attachOrRun : runEmbedded;
  const running = databaseUrl ? elsewhere({ connectionString: databaseUrl }) : await embedded(dataDir, log);
  const db = openDatabase(running.config, 20);
  const close = async (): Promise<void> => {
    await db.close();
    await running.stop();
  };
  try {
    await migrate(db.pool);
  } catch (error) {
    await close();
    if (error instanceof NewerSchema)
      throw new Problem('This data was written by a newer version of Dayaq. Nothing was changed.');
    if (databaseUrl)
      throw new Problem(`The database at DATABASE_URL does not answer: ${(error as Error).message}`);
    throw error;
  }
  return { db, config: running.config, databasePid: running.pid, close };
}
