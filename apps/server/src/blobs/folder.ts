import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from './store.ts';

const ADDRESS = /^[0-9a-f]{62}$/;
const SHELF = /^[0-9a-f]{2}$/;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Makes a rename in `folder` durable. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** An hour is longer than any write takes: what is older was left by a server that was killed. */
async function removeAbandoned(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const file = join(aside, name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > 3_600_000) await rm(file, { force: true });
  }
}

/** Chunks as files `ab/cdef…` below a folder, written aside and renamed, so that a file is whole or not there. */
export async function folderBlobs(folder: string): Promise<BlobStore> {
  const aside = join(folder, 'incoming');
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await removeAbandoned(aside);

  const placeOf = (sha256: Uint8Array): { shelf: string; file: string } => {
    const name = Buffer.from(sha256).toString('hex');
    const shelf = join(folder, name.slice(0, 2));
    return { shelf, file: join(shelf, name.slice(2)) };
  };

  return {
    async put(sha256, bytes) {
      const { shelf, file } = placeOf(sha256);
      const temporary = join(aside, randomBytes(12).toString('hex'));
      try {
        const handle = await open(temporary, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        const made = await mkdir(shelf, { recursive: true, mode: 0o700 });
        await rename(temporary, file);
        await syncFolder(shelf);
        if (made !== undefined) await syncFolder(folder);
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
    },

    async remove(sha256) {
      const { shelf, file } = placeOf(sha256);
      await rm(file, { force: true });
      await syncFolder(shelf).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },

    async get(sha256) {
      try {
        return await readFile(placeOf(sha256).file);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async *list() {
      for (const shelf of await readdir(folder)) {
        if (!SHELF.test(shelf)) continue;
        for (const name of await readdir(join(folder, shelf))) {
          if (ADDRESS.test(name)) yield Buffer.from(shelf + name, 'hex');
        }
      }
    },
  };
}
