import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { saveBackup } from '../backup/save.ts';
import { dayNumberOf } from '../days.ts';
import { Problem } from '../problem.ts';
import type { Environment } from './environment.ts';
import { withData } from './open.ts';

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A file as named, or a new one with today's date in a folder. */
async function target(given: string): Promise<string> {
  const path = resolve(given);
  const isFolder =
    given.endsWith('/') ||
    (await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ));
  if (!isFolder) {
    if (await exists(path)) throw new Problem(`${path} exists already. No backup was made.`);
    return path;
  }
  const date = new Date().toISOString().slice(0, 10);
  for (let n = 1; ; n++) {
    const file = join(path, n === 1 ? `dayaq-${date}.backup` : `dayaq-${date}-${n}.backup`);
    if (!(await exists(file))) return file;
  }
}

/** Writes a verified backup, also while the server runs. */
export async function backup(environment: Environment, given: string): Promise<void> {
  const path = await target(given);
  const manifest = await withData(environment, ({ data, blobs }) =>
    saveBackup(data.db, blobs, path, dayNumberOf(Date.now())),
  );
  const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
  environment.say(`Saved and checked: ${path} (${(bytes / 1e6).toFixed(1)} MB of sealed data).`);
}
