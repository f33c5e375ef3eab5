import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Says what takes long, so that nobody thinks it hangs. */
export function say(text) {
  process.stderr.write(`dayaq: ${text}\n`);
}

/** Runs a command to its end. Resolves with its exit code and, when `quiet`, what it printed. */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (part) => {
      output += part;
    });
    child.stderr?.on('data', (part) => {
      output += part;
    });
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** A program that a dependency brought, by its name in `node_modules/.bin`. */
export const tool = (name) => join(root, 'node_modules', '.bin', name);

/** Whether each of our own packages is there: a room that came with an update is not, before it is installed. */
const roomsAreLinked = () =>
  readdirSync(join(root, 'packages')).every((room) => existsSync(join(root, 'node_modules', '@dayaq', room)));

/** Installs the packages on a fresh clone, and when a room has come. */
export async function needPackages() {
  if (existsSync(join(root, 'node_modules', '.package-lock.json')) && roomsAreLinked()) return;
  say('installing packages (once, a minute or two)…');
  // Not `npm ci`: it refuses a lock file that was written where a tool's builds for other systems could not be fetched.
  const { code } = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  if (code !== 0) {
    say('the packages could not be installed; the lines above say why.');
    process.exit(code);
  }
}
