import type { Failure } from './failure.ts';
import type { Id, Role } from './values.ts';

export interface SpaceSummary {
  id: Id;
  /** Sealed name, known to members only. Empty until the roster has arrived. */
  name: string;
  country: string;
  me: { role: Role; keyholder: boolean };
  /** This device has the current key. False: waiting for a colleague's device to hand it over. */
  ready: boolean;
  /** A removal's key rotation is still to be done (keyholders' devices do it on their own). */
  rotationOwed: boolean;
  removed: boolean;
  /** Not ready because what colleagues' devices handed over does not open: others are asked. */
  keyUnusable: boolean;
  /** How many proofs are kept here that somebody was shown another history. */
  disputes: number;
  /**
   * How far the log is here, in items, while it has never been here as a whole: lists are not everything yet. Null once it
   * has. `total` is 0 while it is not known.
   */
  fetching: { done: number; total: number } | null;
  /**
   * The last life of the server's log that ended while this device followed it: the server was put back from a backup
   * then, and this device taught it again what it knew. Null where that never happened. A higher number is a later time.
   */
  restored: number | null;
  /** Why the last exchange of this space with the server did not end well; of others it says nothing. */
  problem: Failure | null;
}

export interface SyncStatus {
  state: 'idle' | 'syncing' | 'offline' | 'problem';
  /** What is kept here and was not seen to be on the server: entries that have not come back in its log, files not whole there. */
  waiting: number;
  /** The same, but not taken now, each for a reason of its own: see `waiting()`. */
  held: number;
  /** While a large pull runs. */
  progress: { done: number; total: number } | null;
  problem: Failure | null;
  /** Entries whose signature or place in the log did not check out; they are not shown. */
  refused: number;
}

export interface VaultStatus {
  phase:
    | 'starting'
    /** This browser lacks something; `missing` says what. */
    | 'unsupported'
    /** No account on this device. */
    | 'empty'
    | 'locked'
    | 'open';
  missing: ('crypto' | 'worker' | 'wasm' | 'store')[];
  /** `memory`: nothing is kept after the tab closes (private window). */
  storage: 'disk' | 'memory';
  account: Id | null;
  spaces: SpaceSummary[];
  /** The space that was chosen last on this device: where a page begins, and what is meant where a call names none. */
  space: Id | null;
  sync: SyncStatus;
  /** How many dossiers this device cannot work out (`Vault.apart`); all else goes on without them. */
  apart: number;
  /** The local database was damaged and is being, or has been, rebuilt from the server. */
  repaired: 'no' | 'rebuilding' | 'rebuilt';
  /** While somebody comes in and dossiers are worked out anew before anything is shown: how many are done, of how many. */
  preparing: { done: number; total: number } | null;
  /** The browser's small store was cleared while this was open: what could be put back was; drafts and unsent files are gone. */
  emptied: boolean;
  /** Days by which this device's clock is ahead of the server's (negative: behind); 0 while they agree or it is not known. */
  clockAhead: number;
  /** The server says that it is another one than before, and takes this account all the same. */
  serverChanged: boolean;
}

/** What changed since the last event, so that pages ask again only for what they show. */
export type VaultEvent =
  | { type: 'status'; status: VaultStatus }
  | { type: 'changed'; dossiers: Id[] | 'many'; kinds: string[] };
