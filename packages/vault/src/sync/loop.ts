import { equalBytes, idText, type SpaceId } from '@dayaq/sealing';
import type { Failure, SyncStatus } from '../client.ts';
import { type DeviceRecord, readDevice, writeDevice } from '../device.ts';
import { storeFailure } from '../failure.ts';
import { greet } from '../greeting.ts';
import { collectIntroductions } from '../introductions.ts';
import { adoptSpaces } from '../space/adopt.ts';
import { EngineClosed, isDamage } from '../database/engine.ts';
import { TimerKeeper } from '../reminders/timer-keeper.ts';
import type { Unlocked } from '../unlocked.ts';
import { waitingCounts } from '../waiting.ts';
import { fetchingOf, noteEnd, noteKeyless, noteWhole } from './first-fetch.ts';
import { markUnsent } from './mark-clock.ts';
import { registerAgain } from './register-again.ts';
import { syncSpace } from './turn.ts';

/** Milliseconds. */
const SOON = 40;
const REGULAR = 60_000;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;
/** While something here waits to be sent: it may be a danger that nobody else has heard of. */
const LAST_RETRY_WAITING = 10_000;

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
  /** Turns in a row after which the server did not have what it had acknowledged. */
  #forgetful = 0;
  /** The oldest entry that was acknowledged and had not come back at the end of the last turn. */
  #unseen: number | null = null;
  /** What waited at the end of the last turn. */
  #left = 0;
  #met = false;
  #caughtUp = false;
  /** Spaces whose last exchange did not end well, and why. */
  readonly #problems = new Map<SpaceId, Failure>();
  /** Of some space it did. */
  #someWentWell = false;
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

  problemOf(space: SpaceId): Failure | null {
    return this.#problems.get(space) ?? null;
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
      const { forgotten } = this.unlocked;
      let failure = await this.#exchangeAsKnown().catch((error: unknown) => this.#broken(error));
      if (!this.unlocked.alive) return;
      // Once is a restored backup, which is taught again; a second time it keeps nothing.
      const isStuck = failure === null && this.#isStuck();
      if (this.unlocked.forgotten > forgotten || isStuck) this.#forgetful++;
      else if (failure === null) this.#forgetful = 0;
      if (this.#forgetful > 1) failure ??= { code: 'server-forgets' };
      this.#progress = null;
      this.#problem = failure;
      this.#caughtUp ||= failure === null;
      this.#state = failure === null ? 'idle' : failure.code === 'offline' ? 'offline' : 'problem';
      this.tell();
      if (failure !== null) {
        // What holds up one space holds up no other.
        if (this.#someWentWell) this.#listen();
        // What was asked for, or told of, while this turn went wrong does not wait as long as the turns before it.
        this.#schedule(this.#again ? FIRST_RETRY : this.#retry);
        const isWaiting = waitingCounts(this.unlocked).waiting > 0;
        this.#retry = Math.min(this.#retry * 2, isWaiting ? LAST_RETRY_WAITING : LAST_RETRY);
        return;
      }
      this.#retry = FIRST_RETRY;
      this.#seeItBack(isStuck);
      this.#again ||= [...this.unlocked.rings.values()].some(({ lettersLeft }) => lettersLeft);
    } while (this.#again);
    this.#listen();
    this.#schedule(REGULAR);
  }

  /** Something was acknowledged before the last turn and has still not come back in the log. */
  #isStuck(): boolean {
    const before = this.#unseen;
    this.#unseen =
      this.unlocked.engine.get<{ rid: number }>(
        'select rid from entry where echoed = 0 and position is not null order by rid limit 1',
      )?.rid ?? null;
    return this.#unseen !== null && this.#unseen === before;
  }

  /** What was sent just now has to come back in the log before it counts: another turn fetches it. */
  #seeItBack(isStuck: boolean): void {
    const left = waitingCounts(this.unlocked).waiting;
    // As many may wait as before, and be others: what was acknowledged in this turn is asked for all the same.
    if ((this.#unseen !== null && !isStuck) || (left > 0 && left !== this.#left)) this.#again = true;
    this.#left = left;
  }

  /** What a turn threw: a store that refused says why, and a defect is not kept quiet either. */
  #broken(error: unknown): Failure | null {
    if (error instanceof EngineClosed) return null;
    if (isDamage(error)) {
      this.damaged();
      return null;
    }
    const refused = storeFailure(error);
    if (refused !== null) return { code: refused };
    return { code: 'unexpected', detail: error instanceof Error ? error.name : 'unknown' };
  }

  /** What opened this device is no wrong passphrase: a server that was put back may have forgotten who this is. */
  async #exchangeAsKnown(): Promise<Failure | null> {
    const failure = await this.#exchange();
    if (failure?.code !== 'wrong-passphrase' || !this.unlocked.alive) return failure;
    return (await registerAgain(this.unlocked)) ?? this.#exchange();
  }

  async #exchange(): Promise<Failure | null> {
    this.#problems.clear();
    this.#someWentWell = false;
    if (!this.#met) {
      const met = await this.#meet();
      if (!this.unlocked.alive || met !== null) return met;
      this.#met = true;
    }
    let failure: Failure | null = null;
    if (!this.#adopted) {
      failure = await this.#adopt();
      if (!this.unlocked.alive) return null;
      this.#adopted = failure === null;
      if (failure !== null && failure.code !== 'server-lies') return failure;
    }
    for (const ring of this.unlocked.rings.values()) {
      const turn = await syncSpace(this.unlocked, ring, (done, total) => {
        this.#progress = fetchingOf(this.unlocked.engine, ring.space) ?? { done, total };
        // It moves: whatever breaks now is tried again soon.
        this.#retry = FIRST_RETRY;
        this.tell();
      });
      if (!this.unlocked.alive) return null;
      if (turn.ok) this.#someWentWell = true;
      if (!turn.ok) {
        this.#problems.set(ring.space, turn.failure);
        // Where somebody does not belong any more is said of that space; they go on in the others.
        const isLast = [...this.unlocked.rings.values()].every(({ me }) => me === null);
        if (turn.failure.code !== 'removed' || isLast) failure ??= turn.failure;
      } else if (ring.ready) {
        noteWhole(this.unlocked.engine, ring.space);
        await collectIntroductions(this.unlocked, ring);
        await this.timers.keep(ring);
      } else noteKeyless(this.unlocked.engine, ring.space);
    }
    return failure;
  }

  /** Asks who answers and which day it is there, before anything is shown to it. */
  async #meet(): Promise<Failure | null> {
    const { unlocked } = this;
    const greeted = await greet(unlocked.around);
    if (!greeted.ok) return greeted.failure;
    unlocked.clockAhead = greeted.value.clockAhead;
    if (unlocked.clockAhead !== 0) await markUnsent(unlocked);
    if (!unlocked.alive) return null;
    const device = await readDevice(unlocked.around.keep);
    const { server } = greeted.value;
    const isKnown = device?.server != null && equalBytes(device.server, server);
    const spaces = [...unlocked.rings.values()];
    const isWhole =
      spaces.length > 0 && spaces.every(({ space }) => fetchingOf(unlocked.engine, space) === null);
    if (isKnown && isWhole) return null;
    const listed = await unlocked.server.call('spaces/list', {});
    if (!listed.ok) return listed.failure;
    if (!unlocked.alive) return null;
    const known = new Map(
      listed.value.spaces.map(({ space, position }) => [idText<SpaceId>(space), position]),
    );
    for (const [space, position] of known) noteEnd(unlocked.engine, space, position);
    return isKnown || device === null ? null : this.#judgeServer(device, server, new Set(known.keys()));
  }

  /**
   * A server of another name that took this account is the old one set up anew if it knows all spaces of this device;
   * else it is somebody else's, and nothing goes there.
   */
  async #judgeServer(
    device: DeviceRecord,
    server: Uint8Array,
    known: ReadonlySet<SpaceId>,
  ): Promise<Failure | null> {
    if (device.server !== null) {
      for (const { space, me } of this.unlocked.rings.values())
        if (me !== null && !known.has(space)) return { code: 'another-server' };
      this.unlocked.serverChanged = true;
    }
    await writeDevice(this.unlocked.around.keep, { ...device, server });
    return null;
  }

  /** Spaces that belong on this device and are not here yet, by somebody's act: see `adoptSpaces`. */
  async #adopt(): Promise<Failure | null> {
    const adopted = await adoptSpaces(this.unlocked);
    if (!adopted.ok) return adopted.failure;
    if (adopted.value.length > 0) this.tell();
    return null;
  }

  #lacksKey(): boolean {
    return [...this.unlocked.rings.values()].some(({ me, ready }) => me !== null && !ready);
  }

  /** The live connection; when it breaks, the next turn opens it again. */
  #listen(): void {
    const { server, around } = this.unlocked;
    if (this.#nudges !== null || server.token === null) return;
    const abort = new AbortController();
    this.#nudges = abort;
    const follow = async (token: Uint8Array) => {
      try {
        let isOpen = false;
        for await (const _nudge of around.transport.nudges(token, abort.signal)) {
          // A key that was handed over before this device listened was told to nobody: else it would wait for a minute.
          if (isOpen || this.#lacksKey()) this.soon();
          isOpen = true;
        }
      } catch {
        // The network went away, or the device locked.
      }
      this.#nudges = null;
      if (this.unlocked.alive) this.#schedule(FIRST_RETRY);
    };
    void follow(server.token);
  }
}
