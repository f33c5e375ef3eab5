import type { SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { Peer } from './peer.ts';

/**
 * The introduced spaces of this device. Their charters are verified from the first act when somebody first asks, not at
 * opening: with twenty of them that is seconds on a phone.
 */
export class PeerBook {
  readonly #peers = new Map<SpaceId, Peer>();
  #loading: Promise<void> | null = null;

  constructor(readonly engine: Engine) {}

  /** Reads what is kept here, once. `get` knows nobody before. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    for (const { peer } of this.engine.all<{ peer: SpaceId }>('select distinct peer from peer_act')) {
      this.#peers.set(peer, await Peer.load(this.engine, peer));
    }
  }

  get(space: SpaceId): Peer | undefined {
    return this.#peers.get(space);
  }

  /** A peer whose charter may not have been fetched yet. */
  meet(space: SpaceId): Peer {
    const peer = this.#peers.get(space) ?? new Peer(space);
    this.#peers.set(space, peer);
    return peer;
  }
}
