import { execFile } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../problem.ts';

const run = promisify(execFile);
const USER = 'postgres';

/** As whom PostgreSQL's programs run: it refuses to run as root. */
export interface Identity {
  /** Program and arguments that really run, for those that are wanted. */
  command(program: string, args: readonly string[]): { program: string; args: readonly string[] };
  options: { uid?: number; gid?: number };
  /** Gives a file or folder to that user. */
  own(path: string): Promise<void>;
}

const MYSELF: Identity = {
  command: (program, args) => ({ program, args }),
  options: {},
  own: async () => undefined,
};

async function findUser(name: string): Promise<{ uid: number; gid: number } | null> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

/** Finds or makes the system user for PostgreSQL; null where users cannot be made. */
async function databaseUser(): Promise<{ uid: number; gid: number } | null> {
  const found = await findUser(USER);
  if (found) return found;
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      USER,
    ]);
  } catch {
    return null;
  }
  return findUser(USER);
}

/** Whether a user may pass through every folder above a path. */
async function reaches(path: string, user: { uid: number; gid: number }): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * A user namespace in which root goes by another number: for a folder like /root, which no other user may enter.
 * On the disk the files stay root's.
 */
const RENAMED = ['--user', '--map-user=1', '--map-group=1', '--'];

async function canRename(): Promise<boolean> {
  return run('unshare', [...RENAMED, 'true']).then(
    () => true,
    () => false,
  );
}

/** Decides as whom to run, given the paths that must be reachable. Throws a `Problem` where there is no way. */
export async function databaseIdentity(paths: readonly string[]): Promise<Identity> {
  if (process.getuid?.() !== 0) return MYSELF;
  const user = await databaseUser();
  const reached = user && (await Promise.all(paths.map((path) => reaches(path, user))));
  if (user && reached?.every(Boolean)) {
    return { ...MYSELF, options: user, own: (path) => chown(path, user.uid, user.gid) };
  }
  if (await canRename()) {
    return {
      ...MYSELF,
      command: (program, args) => ({ program: 'unshare', args: [...RENAMED, program, ...args] }),
    };
  }
  throw new Problem(
    'PostgreSQL does not run as root, and no other user can reach the program or its data here. ' +
      'Run Dayaq as an ordinary user, or move it and its data (--data) to a folder that others may enter, such as /srv.',
  );
}
