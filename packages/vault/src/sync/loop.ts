import type { Failure, SyncStatus } from '../client.ts';
import { collectIntroductions } from '../introductions.ts';
import { adoptSpaces } from '../space/adopt.ts';
import { EngineClosed, isDamage } from '../database/engine.ts';
import { TimerKeeper } from '../reminders/timer-keeper.ts';
import type { Unlocked } from '../unlocked.ts';
import { waitingCounts } from '../waiting.ts';
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
  #adopted = false;
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
      ...waitingCounts(this.unlocked),
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

  /** Looks once more for spaces that belong here. */
  async adopt(): Promise<Failure | null> {
    this.#adopted = false;
    await this.now();
    return this.#adopted ? null : this.#problem;
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
    let failure: Failure | null = null;
    if (!this.#adopted) {
      failure = await this.#adopt();
      if (!this.unlocked.alive) return null;
      this.#adopted = failure === null;
      if (failure !== null && failure.code !== 'server-lies') return failure;
    }
    for (const ring of this.unlocked.rings.values()) {
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

  /** Spaces that belong on this device and are not here yet, by somebody's act: see `adoptSpaces`. */
  async #adopt(): Promise<Failure | null> {
    const adopted = await adoptSpaces(this.unlocked);
    if (!adopted.ok) return adopted.failure;
    if (adopted.value.length > 0) this.tell();
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
