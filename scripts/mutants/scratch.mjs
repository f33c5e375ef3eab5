import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Ends a PostgreSQL whose server was ended by force in the middle of a test. */
function stopDatabase(folder) {
  const file = join(folder, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It has ended by itself.
  }
}

/** A folder for all that the tests write, in memory where the system offers that; `empty` also ends what was left running. */
export function openScratch() {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'dm-'));
  // PostgreSQL runs as another user where this runs as root.
  chmodSync(folder, 0o1777);
  const empty = () => {
    for (const name of readdirSync(folder)) {
      stopDatabase(join(folder, name));
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  };
  process.once('exit', () => {
    empty();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  return { folder, empty };
}
