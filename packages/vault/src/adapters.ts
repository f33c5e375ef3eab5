import type { Randomness, SignatureCheck } from '@dayaq/sealing';
import type { Reply, Request, RouteName } from '@dayaq/protocol';
import type { Failure } from './client.ts';
import type { Engine } from './database/engine.ts';

/**
 * A small durable store beside the database, so that damage to one does not reach the other. It holds the device
 * record, the sealed copies of what waits to be sent, drafts, preferences and sealed file chunks: nothing readable.
 */
export interface Keep {
  get(name: string): Promise<Uint8Array | null>;
  /** Durable when it resolves. Throws `KeepFull` when the device has no room, `KeepLost` when the store is not to be had. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Several at once, all of them or none; as `put`. */
  putAll(kept: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<void>;
  delete(name: string): Promise<void>;
  /** Names that start with a prefix, sorted. */
  names(prefix: string): Promise<string[]>;
  clear(): Promise<void>;
  /** Tells when the store was closed from outside and came back empty: somebody cleared the browser's data. */
  onEmptied(tell: () => void): void;
}
export class KeepFull extends Error {}
/** The store was closed, cleared or does not answer, and opening it once more did not help. */
export class KeepLost extends Error {}

/** The local database's file, opened with a key. */
export interface DatabaseHost {
  storage: 'disk' | 'memory';
  /** `key` is 32 bytes. Throws `DatabaseDamaged` when the file cannot be read with it. */
  open(key: Uint8Array): Promise<Engine>;
  /** Deletes the file; the database must be closed. */
  destroy(): Promise<void>;
}
export class DatabaseDamaged extends Error {}

export type CallOutcome<R extends RouteName> =
  | { ok: true; value: Reply<R> }
  | { ok: false; failure: Failure; code: string };

/** One server. Never throws for the network's sake. */
export interface Transport {
  /** Origin, as in `https://example.org`. */
  readonly origin: string;
  call<R extends RouteName>(route: R, request: Request<R>, token: Uint8Array | null): Promise<CallOutcome<R>>;
  /** Yields once when the server listens, and whenever some space has something new; ends when the connection does. */
  nudges(token: Uint8Array, signal: AbortSignal): AsyncIterable<void>;
}

/** Checks signatures on another core while the vault's own works. It is given public keys and what they signed, no key that opens. */
export interface SignatureHelp {
  readonly check: SignatureCheck;
  /** Drops what it holds: the device is locked. */
  rest(): void;
}

export interface Surroundings {
  /** Without it signatures are checked where the vault works. */
  signatures?: SignatureHelp;
  keep: Keep;
  database: DatabaseHost;
  transport: Transport;
  /** Milliseconds since 1970. */
  now(): number;
  random: Randomness;
  /** Runs after `ms`; returns what cancels it. */
  later(ms: number, run: () => void): () => void;
}
