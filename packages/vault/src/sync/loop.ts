import { foldCharter, idBytes, idText, type SpaceId } from '@dayaq/sealing';
import type { Failure, SyncStatus } from '../client.ts';
import { collectIntroductions } from '../introductions.ts';
import { storeAct, Ring } from '../space/ring.ts';
import { EngineClosed, isDamage } from '../database/engine.ts';
import { TimerKeeper } from '../reminders/timer-keeper.ts';
import type { Unlocked } from '../unlocked.ts';
import { waitingCount } from './push.ts';
import { syncSpace } from './turn.ts';

/** Milliseconds. */
const SOON = 40;
const REGULAR = 60_000;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;

/** Keeps this device and the server at one: on every change here, on every nudge from there, and now and then. */
export class SyncLoop {
  #state: SyncStatus['state'] = 'idle';
  #progress: SyncStatus['progress'] = null;
  #problem: Failure | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #retry = FIRST_RETRY;
  #cancelTimer: (() => void) | null = null;
  #nudges: AbortController | null = null;
  #discovered = false;
  #caughtUp = false;
  /** Everything is here when a turn has gone well: only then is it known who must be woken when. */
  readonly timers: TimerKeeper;

  constructor(
    readonly unlocked: Unlocked,
    /** Status changed. */
    readonly tell: () => void,
    /** The local database turned out to be damaged. */
    readonly damaged: () => void,
  ) {
    this.timers = new TimerKeeper(unlocked);
  }

  get status(): SyncStatus {
    return {
      state: this.#state,
      waiting: waitingCount(this.unlocked),
      progress: this.#progress,
      problem: this.#problem,
      refused: this.unlocked.refused,
    };
  }

  /** Everything that the server had was fetched at least once since this was opened. */
  get caughtUp(): boolean {
    return this.#caughtUp;
  }

  /** Something is to be sent or fetched. While a turn runs, another follows it: the end of the turn would put this off. */
  soon(): void {
    if (this.#running !== null) this.#again = true;
    else this.#schedule(SOON);
  }

  /** Runs a full exchange; when one is under way, another follows it. Resolves when no more is to be done now. */
  now(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#cancelTimer?.();
    this.#running = this.#turns();
    return this.#running;
  }

  stop(): void {
    this.#cancelTimer?.();
    this.#nudges?.abort();
  }

  #schedule(ms: number): void {
    if (!this.unlocked.alive) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.unlocked.around.later(ms, () => void this.now());
  }

  async #turns(): Promise<void> {
    try {
      await this.#run();
    } finally {
      this.#running = null;
    }
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      this.#state = 'syncing';
      this.tell();
      const failure = await this.#exchange().catch((error: unknown) => {
        if (error instanceof EngineClosed) return null;
        if (!isDamage(error)) throw error;
        this.damaged();
        return null;
      });
      if (!this.unlocked.alive) return;
      this.#progress = null;
      this.#problem = failure;
      this.#caughtUp ||= failure === null;
      this.#state = failure === null ? 'idle' : failure.code === 'offline' ? 'offline' : 'problem';
      this.tell();
      if (failure !== null) {
        this.#schedule(this.#retry);
        this.#retry = Math.min(this.#retry * 2, LAST_RETRY);
        return;
      }
      this.#retry = FIRST_RETRY;
    } while (this.#again);
    this.#listen();
    this.#schedule(REGULAR);
  }

  async #exchange(): Promise<Failure | null> {
    if (!this.#discovered) {
      const found = await this.#discover();
      if (found !== null) return found;
      this.#discovered = true;
    }
    let failure: Failure | null = null;
    for (const ring of this.unlocked.rings.values()) {
      if (ring.shut) {
        failure ??= { code: 'removed' };
        continue;
      }
      const turn = await syncSpace(this.unlocked, ring, (done, total) => {
        this.#progress = { done, total };
        this.tell();
      });
      if (!this.unlocked.alive) return null;
      if (!turn.ok) failure ??= turn.failure;
      else if (ring.ready) {
        await collectIntroductions(this.unlocked, ring);
        await this.timers.keep(ring);
      }
    }
    return failure;
  }

  /**
   * Spaces that the server says this account is in. Its word is only a hint: a space counts when its charter, checked
   * from the first act, names this account with this account's own keys.
   */
  async #discover(): Promise<Failure | null> {
    const listed = await this.unlocked.server.call('spaces/list', {});
    if (!listed.ok) return listed.failure;
    for (const { space } of listed.value.spaces) {
      const id = idText<SpaceId>(space);
      if (this.unlocked.rings.has(id)) continue;
      const acts: Uint8Array[] = [];
      for (;;) {
        const read = await this.unlocked.server.call('charter/read', {
          space: idBytes(id),
          from: acts.length,
        });
        if (!read.ok) return read.failure;
        acts.push(...read.value.acts);
        if (!read.value.more || read.value.acts.length === 0) break;
      }
      const folded = await foldCharter(acts);
      if (!this.unlocked.alive) return null;
      if (!folded.ok || folded.value.space !== id || !folded.value.members.has(this.unlocked.account.id)) {
        return { code: 'server-lies', detail: 'charter' };
      }
      this.unlocked.engine.transaction(() => {
        acts.forEach((act, seq) => storeAct(this.unlocked.engine, id, seq, act));
      });
      const ring = await Ring.load(this.unlocked.engine, id, this.unlocked.account);
      if (ring === null || !this.unlocked.alive) return null;
      this.unlocked.rings.set(id, ring);
      this.tell();
    }
    return null;
  }

  /** The live connection; when it breaks, the next turn opens it again. */
  #listen(): void {
    const { server, around } = this.unlocked;
    if (this.#nudges !== null || server.token === null) return;
    const abort = new AbortController();
    this.#nudges = abort;
    const follow = async (token: Uint8Array) => {
      try {
        for await (const _nudge of around.transport.nudges(token, abort.signal)) this.soon();
      } catch {
        // The network went away, or the device locked.
      }
      this.#nudges = null;
      if (this.unlocked.alive) this.#schedule(FIRST_RETRY);
    };
    void follow(server.token);
  }
}
