// Builds what is out of date: the workspace (the pages) and the server; with a folder, that part. Prints what it does; does nothing when nothing changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.cache', 'vectors']);

/** Every file of the source below a folder, in a fixed order. Tests are no part of what is built. */
function* sources(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* sources(path);
    } else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** One hash over everything that a build is made from. */
function stampOf(folders) {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'scripts/build.mjs'])
    hash.update(readFileSync(join(root, file)));
  for (const folder of folders) {
    for (const file of sources(join(root, folder)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function vite(folder) {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [program, 'build', '--logLevel', 'error'], {
    cwd: join(root, folder),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const PARTS = [
  {
    name: 'the pages',
    folder: 'apps/workspace',
    from: ['apps/workspace', 'packages'],
    result: 'index.html',
  },
  {
    name: 'the public pages',
    folder: 'apps/public',
    from: ['apps/public', 'apps/workspace/build', 'packages'],
    result: 'tell.js',
  },
  {
    name: 'the server',
    folder: 'apps/server',
    from: ['apps/server', 'packages'],
    result: 'dayaq.js',
  },
];

/** Builds what is out of date, or `only` the part in that folder; answers whether anything was. */
export function build(say = console.log, only) {
  let built = false;
  for (const { name, folder, from, result } of PARTS) {
    if (only !== undefined && folder !== only) continue;
    if (!existsSync(join(root, folder, 'vite.config.ts'))) continue;
    const dist = join(root, folder, 'dist');
    const stampFile = join(root, 'node_modules', '.cache', 'dayaq', `${folder.replace('/', '-')}.stamp`);
    const stamp = stampOf(from);
    const fresh =
      existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(join(dist, result));
    if (fresh) continue;
    say(`Building ${name} …`);
    vite(folder);
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
    built = true;
  }
  return built;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!build(console.log, process.argv[2])) console.log('Everything is built already.');
}
