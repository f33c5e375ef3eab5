import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { projectionRules } from '../../apps/workspace/build/projection-rules.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Kept between runs, never committed. */
export const CACHE = join(root, 'bench', '.cache');
export const WORKSPACE = join(root, 'apps', 'workspace', 'dist');

/** Builds the workspace where it is out of date; answers the folder. */
export function builtWorkspace(): string {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return WORKSPACE;
}

/** The built workspace with one more page, `/bench.html`, that puts the vault's own connection into `window.vault`. */
export async function pagesWithBench(): Promise<string> {
  const folder = join(CACHE, 'pages');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(builtWorkspace(), folder, { recursive: true });
  await build({
    configFile: false,
    root: join(root, 'bench', 'page'),
    logLevel: 'silent',
    // The same as of the workspace's own pages: both open one database.
    define: { DAYAQ_PROJECTION_RULES: JSON.stringify(await projectionRules()) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome111',
      assetsInlineLimit: 0,
      rollupOptions: { input: join(root, 'bench', 'page', 'bench.html') },
    },
    worker: { format: 'es' },
  });
  return folder;
}
