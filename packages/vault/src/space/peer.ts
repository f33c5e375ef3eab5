import {
  type AccountId,
  type CharterState,
  currentMembers,
  extendCharter,
  idBytes,
  type SpaceId,
} from '@dayaq/sealing';
import type { PeerView } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import type { Server } from '../server.ts';
import { Membership, signKeyIn } from './membership.ts';
import type { Ring } from './ring.ts';

/** Another space that this device was introduced to: its charter, as far as it was verified from its first act on. */
export class Peer {
  state: CharterState | null = null;
  /** The server last offered a charter that does not follow from this one. */
  broken = false;
  readonly membership = new Membership();

  constructor(readonly space: SpaceId) {}

  static async load(engine: Engine, space: SpaceId): Promise<Peer> {
    const peer = new Peer(space);
    for (const { act } of engine.all<{ act: Uint8Array }>(
      'select act from peer_act where peer = ? order by seq',
      space,
    )) {
      if (!(await peer.#extend(act))) return new Peer(space);
    }
    return peer;
  }

  /** The first charter act that is not here. */
  get next(): number {
    return this.state === null ? 0 : this.state.seq + 1;
  }

  /**
   * Fetches the acts that are not here and verifies each. What does not follow leaves everything as it was, and the
   * peer `broken`. Answers whether anything changed.
   */
  async refresh(engine: Engine, server: Server): Promise<boolean> {
    let changed = false;
    for (;;) {
      const from = this.next;
      const answer = await server.call('charter/read', { space: idBytes(this.space), from });
      if (!answer.ok) return changed;
      for (const act of answer.value.acts) {
        const seq = this.next;
        const follows = await this.#extend(act);
        if (this.broken === follows) changed = true;
        this.broken = !follows;
        if (!follows) return changed;
        engine.run('insert or replace into peer_act(peer, seq, act) values(?, ?, ?)', this.space, seq, act);
        changed = true;
      }
      if (!answer.value.more || answer.value.acts.length === 0) return changed;
    }
  }

  async #extend(act: Uint8Array): Promise<boolean> {
    const next = await extendCharter(this.state, act);
    if (!next.ok || next.value.space !== this.space) return false;
    this.state = next.value;
    this.membership.note(act, next.value, next.value.head);
    return true;
  }

  /** How far the other side can be trusted with the keys that `ring`'s charter pinned. */
  trust(ring: Ring): PeerView['trust'] {
    const pinned = ring.state.peers.get(this.space);
    if (this.broken) return 'changed';
    if (pinned === undefined || this.state === null) return 'checking';
    // The introduction pinned one of the heads of its chain.
    return this.membership.seqOf(pinned.head) === null ? 'changed' : 'ready';
  }

  /** The charter, if it is the one that was authenticated. */
  trusted(ring: Ring): CharterState | null {
    return this.trust(ring) === 'ready' ? this.state : null;
  }

  has(account: AccountId): boolean {
    return this.state !== null && currentMembers(this.state).some((member) => member.account === account);
  }

  /** The key of somebody who might write at any time of an epoch; null for everybody else. */
  writerKey(account: AccountId, epoch: number): Uint8Array | null {
    if (this.state === null || !this.membership.couldWriteIn(account, epoch, this.state)) return null;
    return signKeyIn(this.state, account);
  }

  belongedIn(account: AccountId, epoch: number): boolean {
    return this.state !== null && this.membership.belongedIn(account, epoch, this.state);
  }
}
