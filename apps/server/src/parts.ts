import type { BlobStore } from './blobs/store.ts';
import type { Nudges } from './nudges/nudges.ts';
import type { Floods } from './letters/floods.ts';
import type { Doors } from './letters/doors.ts';
import type { LetterQueue } from './letters/letter-queue.ts';
import type { Introduced } from './shares/introduced.ts';
import type { AppendQueue } from './storage/append-queue.ts';
import type { Charters } from './storage/charters.ts';
import type { Database } from './storage/database.ts';
import type { Turns } from './storage/turns.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;
export type Randomness = (length: number) => Uint8Array;

/** Everything that a handler may use; put together once, in `server.ts`. */
export interface Parts {
  db: Database;
  blobs: BlobStore;
  nudges: Nudges;
  charters: Charters;
  introduced: Introduced;
  doors: Doors;
  letters: LetterQueue;
  floods: Floods;
  appends: AppendQueue;
  turns: Turns;
  clock: Clock;
  random: Randomness;
  /** 16 random bytes by which devices know this server again; the same for every copy of it, and after a restore. */
  identity: Uint8Array;
  /** Authenticates sign-in challenges; the same for every copy of the server. */
  challengeKey: Uint8Array;
  push: PushGate;
  /** A charter has grown: the newest backup is too old. */
  teamChanged(): void;
}

/** Who may be woken, and by which key. */
export interface PushGate {
  /** Null where this server wakes nobody. */
  publicKey: Uint8Array | null;
  /** Whether messages may be sent to this address. */
  admits(endpoint: string): boolean;
}
