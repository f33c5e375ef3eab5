import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { birthOf, isAlive } from './process.ts';

/** Another process holds the folder. */
export class AlreadyRunning extends Problem {}

interface Holder {
  pid: number;
  birth: string | null;
}

async function readHolder(file: string): Promise<{ text: string; holder: Holder | null } | null> {
  try {
    const text = await readFile(file, 'utf8');
    const [pid = '', birth = ''] = text.split('\n');
    return { text, holder: /^\d+$/.test(pid) ? { pid: Number(pid), birth: birth || null } : null };
  } catch {
    return null;
  }
}

async function lives(holder: Holder): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  const birth = await birthOf(holder.pid);
  return birth === null || holder.birth === null || birth === holder.birth;
}

/**
 * Takes a data folder for this process, so that two servers never run on one database. The lock of a process that was
 * killed is taken over. Throws `AlreadyRunning` when another process holds it. The answer gives it back.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}.${randomBytes(6).toString('hex')}`);
  await writeFile(mine, `${process.pid}\n${(await birthOf(process.pid)) ?? ''}\n`, { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and by one process only.
        await link(mine, file);
        return () => rm(file, { force: true });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const found = await readHolder(file);
      if (found?.holder && (await lives(found.holder))) {
        throw new AlreadyRunning(
          `Dayaq is already running on ${folder} (process ${found.holder.pid}). Nothing was started.`,
        );
      }
      if (found) await takeAway(file, `${mine}.stale`, found.text);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Moves a stale lock aside; if somebody was quicker and it is a fresh one, puts it back. */
async function takeAway(file: string, aside: string, stale: string): Promise<void> {
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
