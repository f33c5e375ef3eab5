import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openData } from '../data.ts';
import { openLog } from '../http/log.ts';

const run = promisify(execFile);
/** Names a folder that a run of tests has made ready; where nothing stands, each server makes its database itself. */
const READY = 'DAYAQ_READY_DATA';
/** What a first start leaves of the database before anything is said by it: no secret of a server, no log, no marker. */
const DATABASE = ['postgres', 'database-password'];

/** Makes a database and brings it up to date, once for all servers of a run. Answers what takes it away again. */
export async function makeReady(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dayaq-ready-'));
  // As servers make theirs: by it goes who PostgreSQL runs as, and owns the files.
  await chmod(folder, 0o711);
  const log = openLog(() => undefined, false, Date.now);
  await (await openData({ dataDir: folder, log })).close();
  process.env[READY] = folder;
  return async () => {
    delete process.env[READY];
    await rm(folder, { recursive: true, force: true });
  };
}

/** Data folders that this process made. */
const folders = new Set<string>();

/**
 * Ends what still runs on them, whatever ends this process: who breaks a run of tests off finds no server or database of it
 * afterwards. A folder's name is its own, so nobody else's is met.
 */
function endTheirs(): void {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  for (const line of lines) {
    const [, pid, command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    if (![...folders].some((folder) => command.includes(folder))) continue;
    try {
      process.kill(Number(pid), 'SIGINT');
    } catch {
      // It has just ended by itself.
    }
  }
}

function watchOver(folder: string): void {
  if (folders.size === 0) {
    process.once('exit', endTheirs);
    process.once('SIGTERM', () => process.exit(143));
  }
  folders.add(folder);
}

/** A data folder of its own for one server, with a copy of the database that is ready, where there is one. */
export async function dataFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  watchOver(folder);
  const ready = process.env[READY];
  // With their owner: PostgreSQL may run as another user.
  if (ready !== undefined) await run('cp', ['-a', ...DATABASE.map((part) => join(ready, part)), folder]);
  return folder;
}
