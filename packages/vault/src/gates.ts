import type { SpaceId } from '@dayaq/sealing';
import type { Outcome } from './client.ts';
import { failed } from './failure.ts';
import { answered, type Inside, type Session } from './session.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

type Work<T> = (inside: Inside, unlocked: Unlocked) => T | Promise<T>;
type WorkIn<T> = (inside: Inside, unlocked: Unlocked, ring: Ring) => T | Promise<T>;

/**
 * The ways from a page's call to what answers it. Each says what is answered while locked, or where the space is not here;
 * what is done is done by functions of `inside.ts`.
 */
export class Gates {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Of the space that is meant, and of none other where it is not here. Omitted, the one that was chosen last. */
  ringAt(at: string | undefined): Ring | undefined {
    const space = at ?? this.#session.space;
    return space === null ? undefined : this.#session.unlocked?.rings.get(space as SpaceId);
  }

  /** A question; `none` while locked. */
  ask<T>(none: T, work: Work<T>): Promise<T> {
    const { unlocked } = this.#session;
    if (unlocked === null) return Promise.resolve(none);
    return this.#session.guarded(() => work(this.#session.inside, unlocked), none);
  }

  /** A question to one space, once the rows of what was saved are made. */
  inSpace<T>(at: string | undefined, none: T, work: WorkIn<T>): Promise<T> {
    const ring = this.ringAt(at);
    if (ring === undefined) return Promise.resolve(none);
    return this.ask(none, async (inside, unlocked) => {
      await unlocked.due.settled(unlocked);
      return work(inside, unlocked, ring);
    });
  }

  /** The same of one space, or of each where `at` is null; `merge` puts the answers of several into one order. */
  async inEach<T>(
    at: string | null | undefined,
    work: WorkIn<T[]>,
    merge: (inside: Inside, rows: T[]) => T[] = (_, rows) => rows,
  ): Promise<T[]> {
    return this.ask([], async (inside, unlocked) => {
      const here = at === null ? [...unlocked.rings.values()] : [this.ringAt(at) ?? []].flat();
      await unlocked.due.settled(unlocked);
      const found: T[] = [];
      for (const ring of here) found.push(...(await work(inside, unlocked, ring)));
      return at === null ? merge(inside, found) : found;
    });
  }

  /** Something that can fail; `locked` while locked. */
  whenOpen<T>(work: Work<Outcome<T>>): Promise<Outcome<T>> {
    return this.ask<Outcome<T>>(failed('locked'), (inside, unlocked) =>
      answered(() => work(inside, unlocked)),
    );
  }

  /**
   * A question to one space that can fail. Nobody is told and nothing is sent: a page that asks anew whenever it is told of
   * something would make turn after turn by it.
   */
  asking<T>(at: string | undefined, work: WorkIn<Outcome<T>>): Promise<Outcome<T>> {
    return this.whenOpen(async (inside, unlocked) => {
      const ring = this.ringAt(at);
      if (ring === undefined) return failed('not-found');
      await unlocked.due.settled(unlocked);
      return work(inside, unlocked, ring);
    });
  }

  /** Something that changes a space: the pages hear of it, and it is sent. */
  async acting<T>(at: string | undefined, work: WorkIn<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await this.asking(at, work);
    if (outcome.ok) {
      await this.#session.refresh();
      this.#session.loop?.soon();
    }
    return outcome;
  }
}
