import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { systemRandomness } from '@dayaq/sealing';
import moduleFactory from '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs';
import type { Keep, Surroundings } from '../adapters.ts';
import type { VaultEvent } from '../client.ts';
import { Engine, type SqliteModule } from '../database/engine.ts';
import { fetchTransport } from '../transport.ts';
import { type LocalVault, localVault } from '../vault.ts';

/** A keep that lives as long as the process. */
export function memoryKeep(): Keep {
  const kept = new Map<string, Uint8Array>();
  return {
    get: (name) => Promise.resolve(kept.get(name) ?? null),
    put: (name, bytes) => {
      kept.set(name, bytes.slice());
      return Promise.resolve();
    },
    putAll: (all) => {
      for (const [name, bytes] of all) kept.set(name, bytes.slice());
      return Promise.resolve();
    },
    delete: (name) => {
      kept.delete(name);
      return Promise.resolve();
    },
    names: (prefix) => Promise.resolve([...kept.keys()].filter((name) => name.startsWith(prefix)).sort()),
    clear: () => {
      kept.clear();
      return Promise.resolve();
    },
    onEmptied: () => undefined,
  };
}

let compiled: Promise<WebAssembly.Module> | null = null;

/** Each device has an engine of its own, made from what is compiled once. */
async function sqliteModule(): Promise<SqliteModule> {
  const path = createRequire(import.meta.url).resolve('@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm');
  compiled ??= readFile(path).then((bytes) => WebAssembly.compile(bytes));
  const program = await compiled;
  const made = await moduleFactory({
    instantiateWasm: (imports, receive) => {
      const instance = new WebAssembly.Instance(program, imports);
      receive(instance);
      return instance.exports;
    },
  });
  return made as SqliteModule;
}

/**
 * What a vault needs, in Node, with its database in memory: for tests, the demo world and measurements. Give the same
 * keep to a second vault to open the same device again.
 */
export async function nodeSurroundings(
  origin: string,
  parts: Partial<Surroundings> = {},
): Promise<Surroundings> {
  const module = await sqliteModule();
  return {
    keep: memoryKeep(),
    database: {
      storage: 'memory',
      open: () => {
        const engine = Engine.open(module, ':memory:');
        engine.exec('pragma temp_store=memory; pragma cache_size=-65536');
        return Promise.resolve(engine);
      },
      destroy: () => Promise.resolve(),
    },
    transport: fetchTransport(origin),
    now: () => Date.now(),
    random: systemRandomness,
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ...parts,
  };
}

export async function openNodeVault(
  origin: string,
  parts: Partial<Surroundings> = {},
  listen: (event: VaultEvent) => void = () => undefined,
): Promise<LocalVault> {
  const vault = localVault(await nodeSurroundings(origin, parts), listen);
  await vault.start();
  return vault;
}
