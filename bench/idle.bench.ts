/** What the server's process holds after it has taken 10 000 letters and nobody asks it for anything; PostgreSQL apart. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBase64url } from '@dayaq/sealing';
import { openBenchDoor } from './lib/door.ts';
import { conclude, say } from './lib/figure.ts';
import { lettersTo, sendAll } from './lib/letters.ts';
import { builtWorkspace, root } from './lib/pages.ts';

const LETTERS = 10_000;
const CLIENTS = 8;
const BAR = 150;
/** Milliseconds in which a server that nobody asks comes to rest. */
const REST = 20_000;
const MEGABYTE = 2 ** 20;

/** The built program as an operator runs it, for many behind one address. */
async function startProgram(
  folder: string,
): Promise<{ url: string; token: string; pid: number; stop(): Promise<void> }> {
  const program = join(root, 'apps', 'server', 'dist', 'dayaq.js');
  const child = spawn(process.execPath, [program, 'start', '--data', folder, '--port', '0'], {
    env: { ...process.env, DAYAQ_RATE_FACTOR: '10000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise<URL>((started, failed) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\S+\/begin#\S+/.exec(output)?.[0];
      if (found !== undefined) started(new URL(found));
    });
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${output}`)));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: link.origin,
    token: link.hash.slice(1),
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Megabytes of memory that a process holds now. */
async function held(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / MEGABYTE;
}

builtWorkspace();
const folder = await mkdtemp(join(tmpdir(), 'dayaq-bench-'));
const server = await startProgram(folder);
try {
  say(`just started: ${(await held(server.pid)).toFixed(0)} MB`);
  const { founder } = await openBenchDoor(server.url, server.token);
  const id = fromBase64url((await founder.status()).spaces[0]?.id ?? '');
  if (!id.ok) throw new Error('no space');
  await founder.lock();
  const taken = await sendAll(server.url, lettersTo(id.value, LETTERS), CLIENTS);
  if (taken.length !== LETTERS) throw new Error(`${LETTERS - taken.length} were not taken`);
  say(`right after ${LETTERS} letters: ${(await held(server.pid)).toFixed(0)} MB`);
  await new Promise((rested) => setTimeout(rested, REST));
  const megabytes = await held(server.pid);
  conclude({
    name: 'idle',
    value: megabytes,
    unit: `MB after ${LETTERS} letters`,
    against: null,
    bar: `≤ ${BAR} MB`,
    held: megabytes <= BAR,
  });
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
