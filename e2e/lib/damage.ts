import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../apps/server/src/testing/until.ts';

/** Bytes before the pages of a pool file: the name of the SQLite file that it holds, its flags and their digest. */
const HEADER = 4096;
const PAGE = 4096;

/** The two SQLite files that the vault keeps. */
type Kept = '/notes.db' | '/notes.db-wal';

/** The files in a browser's profile that hold a SQLite file: found by the name that their header begins with. */
function poolFiles(profile: string, kept: Kept): string[] {
  const files = readdirSync(join(profile, 'Default', 'File System'), {
    recursive: true,
    withFileTypes: true,
  });
  const name = Buffer.from(`${kept}\0`);
  return files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => beginsWith(path, name));
}

function beginsWith(path: string, name: Buffer): boolean {
  try {
    return readFileSync(path).subarray(0, name.length).equals(name);
  } catch (error) {
    // A browser that still runs takes files away between the listing and the look.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function poolFile(profile: string, kept: Kept): string {
  const found = poolFiles(profile, kept);
  const [path] = found;
  if (path === undefined || found.length > 1) throw new Error(`${found.length} files hold ${kept}`);
  return path;
}

/**
 * Waits until a database that is being closed holds all that was written, and no write-ahead log stands beside it. The
 * page is locked before the Worker has done so: locking waits for nobody.
 */
export function carriedOver(profile: string): Promise<void> {
  return until('the write-ahead log is gone', () => poolFiles(profile, '/notes.db-wal').length === 0);
}

function change(path: string, at: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const place of at) bytes[place] = (bytes[place] ?? 0) ^ 0x55;
  writeFileSync(path, bytes);
}

/** One byte in every page of the database from a page on (the first is 0). Answers how many pages were hit. */
export function damagePages(profile: string, from: number): number {
  const path = poolFile(profile, '/notes.db');
  const at: number[] = [];
  for (let place = HEADER + from * PAGE + 1234; place < statSync(path).size; place += PAGE) at.push(place);
  change(path, at);
  return at.length;
}

/** One byte of the name in the pool's own header: the file is no longer known to hold the database. */
export function damageHeader(profile: string): void {
  change(poolFile(profile, '/notes.db'), [3]);
}

/**
 * Of the database only the first eighth is left: tables that every opening reads are gone. (A cut behind all that an opening
 * reads is noticed when that is read.)
 */
export function cutShort(profile: string): void {
  const path = poolFile(profile, '/notes.db');
  truncateSync(path, HEADER + PAGE * Math.floor((statSync(path).size - HEADER) / PAGE / 8));
}

/** One byte in the middle of what was written last and not yet carried over into the database. Answers its size. */
export function damageLog(profile: string): number {
  const path = poolFile(profile, '/notes.db-wal');
  const { size } = statSync(path);
  change(path, [Math.floor((HEADER + size) / 2)]);
  return size - HEADER;
}
