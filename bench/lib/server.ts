import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Asked {
  folder: string;
  port?: number;
  /** Built pages to serve beside the API. */
  pages?: string;
  /** How many founding tokens are wanted. */
  organisations: number;
  /** With the limits that operators have, instead of none. */
  limited?: boolean;
  /** `X-Forwarded-For` says who calls. */
  behindProxy?: boolean;
}

export interface Started {
  url: string;
  tokens: string[];
  /** How to reach its PostgreSQL directly. */
  database: {
    host: string | undefined;
    port: number | undefined;
    user: string | undefined;
    password: string | undefined;
    database: string | undefined;
  };
}

export interface BenchServer extends Started {
  /** Its process. */
  pid: number;
  /** Stops it; its data goes too unless a folder was given. */
  stop(): Promise<void>;
}

/** Starts the real server in its own process. */
export async function startBenchServer(asked: Partial<Asked> = {}): Promise<BenchServer> {
  const folder = asked.folder ?? (await mkdtemp(join(tmpdir(), 'dayaq-bench-')));
  const whole: Asked = { organisations: 1, ...asked, folder };
  const child = fork(fileURLToPath(new URL('server-process.ts', import.meta.url)), [JSON.stringify(whole)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const started = await new Promise<Started>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Started));
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it was ready`)));
  });
  return {
    ...started,
    pid: child.pid ?? 0,
    async stop() {
      child.send('stop');
      await ended;
      if (asked.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
