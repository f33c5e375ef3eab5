import wasmUrl from '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm?url';
import type { AccessHandlePoolVFS } from '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js';
import { DatabaseDamaged, type DatabaseHost } from '../adapters.ts';
import { Engine, isDamage, type SqliteModule } from '../database/engine.ts';
import { openPrivateFiles } from './private-files.ts';

interface CipherModule extends SqliteModule {
  vfs_register(vfs: unknown, makeDefault: boolean): number;
  _sqlite3mc_vfs_create(name: number, makeDefault: number): number;
}

const FILE = 'notes.db';

/** Loads the engine, apart from the rest: the page is ready for a passphrase before it has arrived. */
async function loadEngine(): Promise<SqliteModule> {
  const { default: moduleFactory } = await import('@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs');
  return (await moduleFactory({ locateFile: () => wasmUrl })) as SqliteModule;
}

export function hasPrivateFiles(): boolean {
  return (
    typeof navigator.storage?.getDirectory === 'function' &&
    'FileSystemFileHandle' in self &&
    'createSyncAccessHandle' in FileSystemFileHandle.prototype
  );
}

/** Keeps nothing after the tab closes: private windows, where the browser gives no files. */
export function memoryDatabase(): DatabaseHost {
  return {
    storage: 'memory',
    async open() {
      const engine = Engine.open(await loadEngine(), ':memory:');
      engine.exec('pragma temp_store=memory');
      return engine;
    },
    destroy: () => Promise.resolve(),
  };
}

/**
 * The database in the browser's private files of this directory, every page encrypted. The caller holds the exclusive Web Lock for as
 * long as this Worker lives: two of these on one directory would make two databases.
 */
export function diskDatabase(directory: string): DatabaseHost {
  let mounted: { module: CipherModule; vfs: AccessHandlePoolVFS } | null = null;

  async function mount(): Promise<CipherModule> {
    if (mounted !== null) return mounted.module;
    const module = (await loadEngine()) as CipherModule;
    const vfs = await openPrivateFiles(directory, module);
    if (module.vfs_register(vfs, true) !== 0) throw new Error('the file layer was not registered');
    // Without this layer the key is refused or, worse, ignored: fail closed.
    if (module._sqlite3mc_vfs_create(zeroEnded(module, directory), 1) !== 0)
      throw new Error('the page cipher was not registered');
    mounted = { module, vfs };
    return module;
  }

  return {
    storage: 'disk',
    async open(key) {
      const module = await mount();
      let engine: Engine | null = null;
      try {
        engine = Engine.open(module, FILE);
        // EXCLUSIVE must come before WAL: there is no shared memory between Workers.
        engine.exec("pragma locking_mode=exclusive; pragma cipher='chacha20'");
        engine.exec(`pragma key="raw:${hex(key)}"`);
        engine.exec('pragma temp_store=memory; pragma cache_size=-16384');
        engine.exec('pragma journal_mode=wal; pragma synchronous=full');
        engine.all('select name from sqlite_master');
        return engine;
      } catch (error) {
        engine?.close();
        throw isDamage(error) ? new DatabaseDamaged((error as Error).message) : error;
      }
    },
    async destroy() {
      await mounted?.vfs.close();
      mounted = null;
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(directory, { recursive: true }).catch(() => undefined);
    },
  };
}

function zeroEnded(module: CipherModule, text: string): number {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const pointer = module._sqlite3_malloc(bytes.length);
  module.HEAPU8.set(bytes, pointer);
  return pointer;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
