import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isAlive } from '../database/process.ts';
import { postmasterOf } from './server-process.ts';
import { until } from './until.ts';

const RUN = fileURLToPath(new URL('run-alone.ts', import.meta.url));
const TSX = createRequire(import.meta.url).resolve('tsx');

test('a run of tests that is ended in the middle leaves no PostgreSQL behind', async () => {
  const run = spawn(process.execPath, ['--conditions=development', '--import', TSX, RUN], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(run.stdout, 'data')) as [Buffer];
  const folder = said.toString().trim();
  const postmaster = await postmasterOf(folder);
  expect(isAlive(postmaster)).toBe(true);
  const ended = once(run, 'exit');
  run.kill('SIGTERM');
  await ended;
  await until('the end of PostgreSQL', () => !isAlive(postmaster));
  await rm(folder, { recursive: true, force: true });
});
