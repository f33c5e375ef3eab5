import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './figure.ts';

type Bound = null | number | string | Uint8Array;

export interface NativeStatement {
  run(...parameters: Bound[]): unknown;
  all(...parameters: Bound[]): unknown[];
  get(...parameters: Bound[]): unknown;
}

/** The part of better-sqlite3 that the baselines use. */
export interface NativeSqlite {
  prepare(sql: string): NativeStatement;
  exec(sql: string): unknown;
  pragma(text: string): unknown;
  close(): void;
}

const folder = fileURLToPath(new URL('../native', import.meta.url));

/** Native SQLite, for baselines. Compiled once, into a folder of its own: the product does not need it. */
export function openNativeSqlite(file: string): NativeSqlite {
  if (
    !existsSync(join(folder, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'))
  ) {
    say('compiling native SQLite for the baseline (once, one or two minutes)…');
    const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
    if (installed.status !== 0) throw new Error(`native SQLite could not be installed:\n${installed.stderr}`);
  }
  const Sqlite = createRequire(join(folder, 'package.json'))('better-sqlite3') as new (
    file: string,
  ) => NativeSqlite;
  return new Sqlite(file);
}
