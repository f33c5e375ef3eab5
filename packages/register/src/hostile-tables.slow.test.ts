/** Threat: a small file from a stranger never comes to an end, or fills the memory, in the page's one thread: then nothing locks either. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SECONDS = 30;
const alone = fileURLToPath(new URL('testing/open-alone.ts', import.meta.url));

let folder = '';
/** Made into one file once: to load the source takes longer than most of what is tried with it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dayaq-alone-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: alone,
      outDir: folder,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'alone.mjs', codeSplitting: false } },
    },
    ssr: { noExternal: true, target: 'node' },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function open(name: string): Promise<string> {
  return new Promise((ended) => {
    const child = spawn(process.execPath, [join(folder, 'alone.mjs'), name], { detached: true });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      // A pause that is the bound itself, from when the file is there: what has not ended by then is ended.
      if (said.startsWith('made')) setTimeout(stop, SECONDS * 1000).unref();
    });
    const stop = (): void => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    child.on('close', (code) => ended(code === 0 ? said : `${said}did not end (${code})`));
  });
}

describe('a register of less than a megabyte', () => {
  it.each([
    'plain',
    'hidden columns from before the first',
    'hidden columns from far before the first',
    'a merge beyond what can be counted',
    'merges that all cover everything',
    'one long word in every cell',
    'a format of brackets that stay open',
    'blanks within dates',
    'blanks within a date, in one cell',
    'blanks within a code, in one cell',
    'blanks within codes',
    'separators and blanks within a code',
  ])('with %s is read or refused within half a minute', async (name) => {
    expect(await open(name)).toMatch(/ended/);
  });
});
