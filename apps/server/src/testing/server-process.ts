import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built program, which `scripts/ready-server.ts` brings up to date: the source takes five times as long to start. */
const PROGRAM = fileURLToPath(new URL('../../dist/dayaq.js', import.meta.url));

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function spawnDayaq(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs one command of the command line to its end. */
export async function runDayaq(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const child = spawnDayaq(args, env);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

export interface ServerProcess {
  child: ChildProcess;
  /** What it said when it was ready. */
  said: string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a server process and waits until it says that it runs. */
export async function startProcess(dataDir: string, port: number): Promise<ServerProcess> {
  const child = spawnDayaq(['start', '--data', dataDir, '--port', String(port)], {});
  let said = '';
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await new Promise<void>((ready, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/https?:\/\/\S+/.test(said)) ready();
    });
    child.once('exit', () => fail(new Error(`the server ended: ${err}`)));
  });
  return {
    child,
    said,
    async kill(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** The number of the PostgreSQL process that runs on a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}
