import type { SpaceId } from '@dayaq/sealing';
import type { Surroundings } from './adapters.ts';
import type { Outcome, SpaceSummary, VaultEvent, VaultStatus } from './client.ts';
import { EngineClosed, isDamage } from './database/engine.ts';
import { readDevice } from './device.ts';
import * as entrance from './entrance.ts';
import { done, failed, storeFailure } from './failure.ts';
import type * as inside from './inside.ts';
import type { SyncLoop } from './sync/loop.ts';
import type { Unlocked } from './unlocked.ts';

export type Inside = typeof inside;

const NO_SYNC: VaultStatus['sync'] = {
  state: 'idle',
  waiting: 0,
  held: 0,
  progress: null,
  problem: null,
  refused: 0,
};

/** The device between locked and open: how it comes in and out of that, and what the pages are told of it. */
export class Session {
  readonly around: Surroundings;
  readonly tell: (event: VaultEvent) => void;
  #inside: Inside | null = null;
  #phase: VaultStatus['phase'] = 'starting';
  #repaired: VaultStatus['repaired'] = 'no';
  #preparing: VaultStatus['preparing'] = null;
  #unlocked: Unlocked | null = null;
  #loop: SyncLoop | null = null;
  #space: SpaceId | null = null;
  #summaries: SpaceSummary[] = [];
  #apart = 0;
  /** A damaged database was made anew since the passphrase was typed: a second time has a cause that this cannot mend. */
  #mended = false;
  /** Somebody locked since it was opened last: it may not open by itself. */
  #lockedByHand = false;
  /** How often it was locked, and how often before the way in that is being gone now: a lock in between wins. */
  #locks = 0;
  #locksBefore = 0;
  /** One way in at a time: two unlockings at once would open the database twice. */
  #entering: Promise<unknown> = Promise.resolve();

  constructor(around: Surroundings, tell: (event: VaultEvent) => void) {
    this.around = around;
    this.tell = tell;
  }

  /** Null while locked. */
  get unlocked(): Unlocked | null {
    return this.#unlocked;
  }

  /** Null while locked. */
  get loop(): SyncLoop | null {
    return this.#loop;
  }

  /** The space that was chosen last. */
  get space(): SpaceId | null {
    return this.#space;
  }

  /** Used only once somebody has come in, by when it was fetched. */
  get inside(): Inside {
    if (this.#inside === null) throw new Error('nobody has come in yet');
    return this.#inside;
  }

  /** Fetches what works behind the lock; false when it cannot be had now. */
  async #isHere(): Promise<boolean> {
    try {
      this.#inside ??= await import('./inside.ts');
      return true;
    } catch {
      return false;
    }
  }

  /** Looks whether this device has an account. */
  async start(): Promise<void> {
    this.#phase = (await readDevice(this.around.keep)) === null ? 'empty' : 'locked';
    this.announce();
    // On a device that has an account, somebody is about to open it.
    if (this.#phase === 'locked') void this.#isHere();
  }

  // What the pages are told

  status(): VaultStatus {
    return {
      phase: this.#phase,
      missing: [],
      storage: this.around.database.storage,
      account: this.#unlocked?.account.id ?? null,
      spaces: this.#spacesNow(),
      space: this.#space,
      sync: this.#syncStatus(),
      apart: this.#apart,
      repaired: this.#repaired,
      preparing: this.#preparing,
      emptied: this.#unlocked?.emptied ?? false,
      clockAhead: this.#unlocked?.clockAhead ?? 0,
      serverChanged: this.#unlocked?.serverChanged ?? false,
    };
  }

  announce(): void {
    this.tell({ type: 'status', status: this.status() });
  }

  /** How far the first fetch is changes with every page, what went wrong with every turn, the rest of a summary seldom. */
  #spacesNow(): SpaceSummary[] {
    const unlocked = this.#unlocked;
    if (unlocked?.alive !== true) return this.#summaries;
    try {
      return this.#summaries.map((space) => ({
        ...space,
        fetching: this.inside.fetchingOf(unlocked.engine, space.id as SpaceId),
        problem: this.#loop?.problemOf(space.id as SpaceId) ?? null,
      }));
    } catch (error) {
      if (!isDamage(error)) throw error;
      return this.#summaries;
    }
  }

  #syncStatus(): VaultStatus['sync'] {
    try {
      return this.#loop?.status ?? NO_SYNC;
    } catch (error) {
      if (!(error instanceof EngineClosed || isDamage(error))) throw error;
      if (isDamage(error)) void this.#noteDamage();
      return NO_SYNC;
    }
  }

  /** Reads anew what the pages are told of the spaces, and tells them. */
  refresh(): Promise<void> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return Promise.resolve();
    return this.guarded(() => this.#readSpaces(unlocked), undefined);
  }

  async #readSpaces(unlocked: Unlocked): Promise<void> {
    this.#apart = this.inside.apartCount(unlocked.engine);
    const summaries = await this.inside.summariesOf(unlocked);
    if (summaries === null) return;
    this.#summaries = summaries;
    if (this.#space === null || !unlocked.rings.has(this.#space))
      this.#space = this.inside.chosenSpace(unlocked, summaries);
    if (this.#repaired === 'rebuilding' && this.#loop?.caughtUp === true) this.#repaired = 'rebuilt';
    this.announce();
  }

  async choose(space: SpaceId): Promise<void> {
    if (this.#unlocked === null || !this.#unlocked.rings.has(space)) return;
    this.#space = space;
    this.inside.rememberChosen(this.#unlocked, space);
    await this.refresh();
    this.tell({ type: 'changed', dossiers: 'many', kinds: [] });
  }

  // In and out

  /** One after the other, and only where what works behind the lock can be had. */
  enter<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const whole = async () => {
      this.#locksBefore = this.#locks;
      return (await this.#isHere()) ? answered(work) : failed('offline');
    };
    const entering = this.#entering.then(whole, whole);
    this.#entering = entering.catch(() => undefined);
    return entering;
  }

  unlock(passphrase: string): Promise<Outcome<null>> {
    return this.enter(async () => {
      if (this.#unlocked !== null) return done;
      this.#mended = false;
      return this.#admit(await entrance.unlockDevice(this.around, passphrase));
    });
  }

  /** What another tab needs to go on when this one closes; null while locked. */
  handOver(): entrance.HandOver | null {
    if (this.#unlocked === null) return null;
    return { root: this.#unlocked.account.root.expose().slice(), token: this.#unlocked.server.token };
  }

  /** Takes over from a tab that was unlocked and has closed. */
  takeOver(handed: entrance.HandOver): Promise<Outcome<null>> {
    return this.enter(async () => this.#admit(await entrance.takeOver(this.around, handed)));
  }

  async #admit(entered: Outcome<entrance.Entered>): Promise<Outcome<null>> {
    if (!entered.ok) return entered;
    if (this.#locks !== this.#locksBefore) return failed('locked');
    await this.open(entered.value);
    if (this.#locks !== this.#locksBefore) {
      this.close();
      return failed('locked');
    }
    await this.settle();
    return done;
  }

  async open(entered: entrance.Entered): Promise<Unlocked> {
    if (this.#unlocked !== null) this.close();
    this.#lockedByHand = false;
    const changed: Unlocked['changed'] = (dossiers, kinds) => {
      this.tell({
        type: 'changed',
        dossiers: dossiers === 'many' ? 'many' : [...dossiers],
        kinds: [...kinds],
      });
      if (kinds.includes('organisation') || kinds.includes('profile')) void this.refresh();
    };
    const { unlocked, repaired } = await this.inside
      .openUnlocked(this.around, entered, changed, (made, total) => {
        this.#preparing = { done: made, total };
        this.announce();
      })
      .finally(() => {
        this.#preparing = null;
      });
    this.#unlocked = unlocked;
    this.#repaired = repaired;
    const { device } = entered;
    this.around.keep.onEmptied(() => {
      if (unlocked.alive) void this.#mendKeep(unlocked, device);
    });
    this.#loop = new this.inside.SyncLoop(
      unlocked,
      () => void this.refresh(),
      () => void this.#noteDamage(),
    );
    return unlocked;
  }

  /** What was opened is shown from now on, and synced. */
  async settle(): Promise<void> {
    this.#phase = 'open';
    await this.refresh();
    this.#loop?.soon();
  }

  lock(): void {
    this.#locks++;
    this.#lockedByHand = true;
    this.close();
  }

  close(): void {
    if (this.#unlocked === null) return;
    this.#loop?.stop();
    this.inside.closeUnlocked(this.#unlocked);
    this.#unlocked = null;
    this.#loop = null;
    this.#summaries = [];
    this.#apart = 0;
    this.#space = null;
    this.#phase = 'locked';
    this.announce();
  }

  async wipe(): Promise<void> {
    const server = this.#unlocked?.server;
    this.close();
    await this.around.keep.clear();
    await this.around.database.destroy();
    this.#phase = 'empty';
    this.announce();
    await server?.close();
  }

  // What breaks underneath

  /** A lock in the middle answers as if locked before; a damaged page of the database starts the repair. */
  async guarded<T>(work: () => T | Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EngineClosed) return otherwise;
      if (!isDamage(error)) throw error;
      await this.#noteDamage();
      return otherwise;
    }
  }

  async #mendKeep(unlocked: Unlocked, device: entrance.Entered['device']): Promise<void> {
    try {
      await this.inside.mendKeep(unlocked, device);
    } catch (error) {
      // Still not to be had: the next save says so.
      if (storeFailure(error) === null && !(error instanceof EngineClosed)) throw error;
    }
    await this.refresh();
  }

  /** Closes, remembers that the database must be made anew, and does so: nobody has to type the passphrase for it. */
  async #noteDamage(): Promise<void> {
    const damaged = this.#unlocked;
    const handed = this.handOver();
    if (damaged === null || handed === null) return;
    this.close();
    await this.inside.markDamaged(this.around.keep);
    if (this.#mended) return;
    this.#mended = true;
    void this.enter(async () => {
      const entered = await entrance.takeOver(this.around, handed);
      if (this.#unlocked !== null || this.#lockedByHand || !entered.ok) return done;
      return this.#admit({ ok: true, value: { ...entered.value, server: damaged.server } });
    });
  }
}

/** A store that refuses is an answer, not a defect: it says why. */
export async function answered<T>(work: () => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const refused = storeFailure(error);
    if (refused === null) throw error;
    return failed(refused);
  }
}
