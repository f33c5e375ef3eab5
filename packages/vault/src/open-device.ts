import type { Account, DossierId, EntryCipher, LocalCipher, SpaceId } from '@dayaq/sealing';
import type { Surroundings } from './adapters.ts';
import type { Engine } from './database/engine.ts';
import type { SealedKeep } from './kept.ts';
import type { Lane } from './lane.ts';
import type { Server } from './server.ts';
import type { PeerBook } from './space/peer-book.ts';
import type { Ring } from './space/ring.ts';
import type { PageSize } from './sync/page-size.ts';

/** What is open while the device is unlocked, beneath all that is worked out from it. */
export interface OpenDevice {
  readonly around: Surroundings;
  readonly account: Account;
  readonly engine: Engine;
  readonly server: Server;
  readonly kept: SealedKeep;
  /** Seals the copies of unsent entries that stand beside the database. */
  readonly outboxCipher: LocalCipher;
  readonly rings: Map<SpaceId, Ring>;
  /** Other organisations that one of the spaces was introduced to. */
  readonly peers: PeerBook;
  /** Ciphers of generations, imported once; bounded. */
  readonly ciphers: Map<string, Promise<EntryCipher>>;
  /** What reads a dossier's heads and then writes must not interleave. */
  readonly lane: Lane;
  /** What was found out about the network: how large a page it bears, and whether it has just brought one with more behind. */
  readonly network: { page: PageSize; carries: boolean };
  /** Entries that did not check out since unlocking. */
  refused: number;
  /** Entries that the server had acknowledged and did not have, since unlocking. */
  forgotten: number;
  /** Days by which this device's clock is ahead of the server's; 0 while it was not asked. */
  clockAhead: number;
  /** Another server than before took this account, with all its spaces. */
  serverChanged: boolean;
  /** The small store beside the database was cleared while this was open. */
  emptied: boolean;
  /** False once locked: work under way stops at its next step. */
  alive: boolean;
  /** Tells the pages what changed. */
  changed(dossiers: readonly DossierId[] | 'many', kinds: readonly string[]): void;
}
