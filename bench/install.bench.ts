/** From a clean clone to a server that answers, by `npm start` alone, with npm's packages in its cache already. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude, say } from './lib/figure.ts';
import { root } from './lib/pages.ts';

const BAR_S = 90;
const GIVEN_UP = 600_000;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url: string, until: number, hasEnded: () => boolean): Promise<boolean> {
  while (performance.now() < until && !hasEnded()) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

const folder = await mkdtemp(join(tmpdir(), 'dayaq-bench-install-'));
try {
  const clone = join(folder, 'dayaq');
  say('cloning what is committed, then npm start…');
  const cloned = spawnSync('git', ['clone', '-q', '--no-hardlinks', root, clone], { encoding: 'utf8' });
  if (cloned.status !== 0) throw new Error(cloned.stderr);
  const port = await freePort();
  const from = performance.now();
  const child = spawn(
    'npm',
    ['start', '--silent', '--', '--port', String(port), '--data', join(folder, 'data')],
    {
      cwd: clone,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    },
  );
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true;
      resolve();
    });
  });
  const there = await answers(`http://127.0.0.1:${port}/`, from + GIVEN_UP, () => ended);
  const seconds = (performance.now() - from) / 1000;
  // npm passes the signal to nobody: the whole group that was started here is told.
  if (!ended && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await end;
  conclude({
    name: 'install',
    value: seconds,
    unit: there ? 's' : 's, and no answer',
    against: null,
    bar: `≤ ${BAR_S} s`,
    held: there && seconds <= BAR_S,
  });
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
process.exit();
