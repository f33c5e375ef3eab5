// `npm start`: from a fresh clone to a running server. Installs and builds only what is missing or out of date.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const demo = args.includes('--demo');
// The demo never mixes with real data: it has a folder of its own, unless another one is named.
if (demo) {
  const at = args.findIndex((arg) => arg === '--data' || arg.startsWith('--data='));
  const named = args[at]?.startsWith('--data=') ? args[at].slice('--data='.length) : at >= 0 && args[at + 1];
  process.env.DAYAQ_DATA = named || process.env.DAYAQ_DATA || join(root, 'data-demo');
}

function stopWith(message) {
  console.error(message);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stopWith(`Dayaq needs Node.js 20.19 or newer; this is ${process.version}.`);
}

/** npm writes this file at the end of every install. */
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing what Dayaq needs (a minute or two, only the first time) …');
  // Not `npm ci`: it refuses a lock file that was written where a tool's builds for other systems could not be fetched.
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', install, { cwd: root, stdio: 'inherit' });
  if (npm.status !== 0)
    stopWith('The installation did not finish. Is the network there? Then run npm start again.');
}

try {
  const { build } = await import('./build.mjs');
  build();
} catch (error) {
  stopWith(`The build failed: ${error instanceof Error ? error.message : String(error)}`);
}

const server = spawn(
  process.execPath,
  [join(root, 'apps', 'server', 'dist', 'dayaq.js'), 'start', ...args.filter((arg) => arg !== '--demo')],
  { cwd: root, stdio: demo ? ['inherit', 'pipe', 'inherit'] : 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
let seedingFailed = false;
server.on('exit', (code, signal) =>
  process.exit(seedingFailed ? 1 : (code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))),
);

if (demo) {
  // The demo fills the server that has just answered; what the server says is handed to it and then shown.
  let seeding = null;
  server.stdout.setEncoding('utf8').on('data', (text) => {
    const address = /https?:\/\/\S+/.exec(text)?.[0];
    if (!address || seeding) return void process.stdout.write(text);
    const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
    seeding = spawn(process.execPath, [tsx, join(root, 'scripts', 'demo.ts'), address], {
      cwd: root,
      stdio: 'inherit',
    });
    seeding.on('exit', (code) => {
      if (code === 0) return;
      seedingFailed = true;
      server.kill('SIGTERM');
    });
  });
}
