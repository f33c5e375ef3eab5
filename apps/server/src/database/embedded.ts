import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { findBinaries } from './binaries.ts';
import { databaseIdentity, type Identity } from './identity.ts';
import { commandOf, gone, isAlive } from './process.ts';
import { SETTINGS } from './settings.ts';

const run = promisify(execFile);

/** The socket's file name is fixed by the port; nothing listens on the network. */
const PORT = 5432;
const USER = 'dayaq';
const DATABASE = 'dayaq';
/** Longest path of a Unix socket that every system takes, less the name of PostgreSQL's. */
const LONGEST_SOCKET_FOLDER = 85;
const START_PATIENCE = 60_000;
const STOP_PATIENCE = 20_000;

export interface EmbeddedDatabase {
  config: pg.ClientConfig;
  /** Process number of the running postmaster, for tests that kill it; null between a fall and its restart. */
  pid(): number | null;
  stop(): Promise<void>;
}

export interface EmbeddedEvents {
  /** PostgreSQL ended without being asked to; it is being started again. */
  lost(): void;
  restarted(): void;
}

interface Place {
  data: string;
  sockets: string;
  config: pg.ClientConfig;
  postgres: string;
  initdb: string;
  identity: Identity;
}

/** Says where the socket is, for `attachEmbedded`. */
const SOCKET_FILE = 'database-socket';

function configOf(sockets: string, password: string): pg.ClientConfig {
  return { host: sockets, port: PORT, user: USER, password, database: DATABASE };
}

/** How to reach the PostgreSQL that another process, the running server, has started on `folder`. */
export async function attachEmbedded(folder: string): Promise<pg.ClientConfig> {
  return configOf(await readFile(join(folder, SOCKET_FILE), 'utf8'), await readPassword(folder));
}

async function readPassword(folder: string): Promise<string> {
  const file = join(folder, 'database-password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const password = randomBytes(24).toString('base64url');
    await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
    return password;
  }
}

/** Where the socket goes: beside the data, or, when that path is too long for a socket, in a private temporary folder. */
async function socketFolder(folder: string): Promise<string> {
  const beside = join(folder, 'run');
  if (Buffer.byteLength(beside) > LONGEST_SOCKET_FOLDER) return mkdtemp(join(tmpdir(), 'dayaq-'));
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { mode: 0o700 });
  return beside;
}

/** Makes the database files aside and moves them into place, so that an interrupted first start leaves nothing half made. */
async function initialise(place: Place, folder: string): Promise<void> {
  const aside = join(folder, 'postgres.new');
  const passwordFile = join(folder, 'postgres.password');
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  await place.identity.own(aside);
  try {
    await writeFile(passwordFile, `${String(place.config.password)}\n`, { mode: 0o600 });
    await place.identity.own(passwordFile);
    const { program, args } = place.identity.command(place.initdb, [
      `--pgdata=${aside}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ]);
    await run(program, [...args], {
      ...place.identity.options,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
    });
    await rename(aside, place.data);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Problem(`The database could not be made in ${folder}: ${said}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Stops a postmaster that outlived the server that started it. The caller holds the folder's lock, so it has no other. */
async function stopOrphan(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  const command = await commandOf(pid);
  if (command === null || !command.includes(data)) {
    // The number went to some other program since: PostgreSQL would take that one for its predecessor.
    await rm(pidFile, { force: true });
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    if (await gone(pid, STOP_PATIENCE)) return;
  }
  throw new Problem(`An earlier PostgreSQL (process ${pid}) still runs on ${data} and cannot be stopped.`);
}

function start(place: Place): { child: ChildProcess; said(): string } {
  const settings = {
    ...SETTINGS,
    listen_addresses: '',
    unix_socket_directories: place.sockets,
    port: String(PORT),
  };
  const { program, args } = place.identity.command(place.postgres, [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = spawn(program, [...args], {
    ...place.identity.options,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', PGDATA: place.data },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own group: Ctrl-C in a terminal goes to the server, which stops PostgreSQL after itself.
    detached: true,
  });
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString('utf8')).slice(-4000)));
  return { child, said: () => tail.trim() };
}

async function answers(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, database: 'postgres', connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts PostgreSQL and waits until it answers; crash recovery is part of the wait. One that does not answer, or is not
 * wanted any more, is gone when this throws.
 */
async function startAndWait(place: Place, stopping: AbortSignal): Promise<ChildProcess> {
  const { child, said } = start(place);
  let failed = false;
  child.once('error', () => (failed = true));
  child.once('exit', () => (failed = true));
  const end = Date.now() + START_PATIENCE;
  while (!failed && !stopping.aborted && Date.now() < end) {
    if (await answers(place.config)) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGQUIT');
  if (child.pid !== undefined) await gone(child.pid, STOP_PATIENCE);
  throw new Problem(`PostgreSQL did not start on ${place.data}: ${said() || 'it gave no reason'}`);
}

/**
 * Runs PostgreSQL on `folder`/postgres, making it on the first start, stopping one that an earlier, killed server left
 * behind, and starting it again whenever it dies. The caller holds the folder's lock. Throws `Problem`.
 */
export async function startEmbedded(folder: string, events: EmbeddedEvents): Promise<EmbeddedDatabase> {
  const here = await realpath(folder);
  const data = join(here, 'postgres');
  const binaries = await findBinaries();
  const identity = await databaseIdentity([binaries.postgres, data]);
  const password = await readPassword(here);
  await stopOrphan(data);
  const sockets = await socketFolder(here);
  await identity.own(sockets);
  await writeFile(join(here, SOCKET_FILE), sockets, { mode: 0o600 });
  const config = configOf(sockets, password);
  const place: Place = { data, sockets, config, identity, ...binaries };
  if (!(await readFile(join(data, 'PG_VERSION')).catch(() => null))) await initialise(place, here);

  const stopping = new AbortController();
  let child: ChildProcess | null = null;
  let restarting: Promise<void> = Promise.resolve();

  const watch = (running: ChildProcess): void => {
    child = running;
    running.once('exit', () => {
      child = null;
      if (stopping.signal.aborted) return;
      events.lost();
      restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      try {
        watch(await startAndWait(place, stopping.signal));
        if (!stopping.signal.aborted) events.restarted();
        return;
      } catch {
        const pause = Math.min(10_000, 250 * 2 ** attempt);
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  watch(await startAndWait(place, stopping.signal));

  return {
    config,
    pid: () => child?.pid ?? null,
    async stop() {
      stopping.abort();
      // One that is just being started again answers its callers before it is known here as running.
      await restarting;
      const running = child;
      if (running?.pid !== undefined) {
        running.kill('SIGINT');
        if (!(await gone(running.pid, STOP_PATIENCE))) running.kill('SIGQUIT');
        await gone(running.pid, STOP_PATIENCE);
      }
      await rm(sockets, { recursive: true, force: true });
    },
  };
}
