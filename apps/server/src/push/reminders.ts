import type { Log } from '../http/log.ts';
import type { Clock } from '../parts.ts';
import type { Database } from '../storage/database.ts';
import {
  deletePush,
  deleteStrayPushes,
  deleteSubscription,
  type Push,
  RETRY_MINUTES,
  takePushes,
} from '../storage/push.ts';
import { forgetWoken, fireTimers } from '../storage/timers.ts';
import { deliver, type DeliverOptions } from './deliver.ts';

/** Milliseconds between two looks for what is due. */
export const LOOK_EVERY = 20_000;
const AT_ONCE = 20;
const TIMERS_AT_ONCE = 200;

/**
 * Fires timers and sends the messages that come of it. Any number of servers on one database may do this: each row is
 * taken by one of them, and what one leaves undone the next takes up.
 */
export class Reminders {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly options: DeliverOptions,
  ) {}

  /** `every` in milliseconds. */
  start(every: number): void {
    const look = (): void => {
      this.#running = this.#look()
        // The database is away; what is due stays due.
        .catch(() => undefined)
        .then(() => {
          if (!this.#stopped) this.#timer = setTimeout(look, every);
        });
    };
    look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    const now = this.clock();
    while (!this.#stopped && (await fireTimers(this.db, now, TIMERS_AT_ONCE)) === TIMERS_AT_ONCE);
    for (;;) {
      const pushes = this.#stopped ? [] : await takePushes(this.db, Math.floor(now / 60_000), AT_ONCE);
      await Promise.all(pushes.map((push) => this.#send(push)));
      if (pushes.length < AT_ONCE) break;
    }
    await forgetWoken(this.db.tables, now);
    await deleteStrayPushes(this.db.tables);
  }

  async #send(push: Push): Promise<void> {
    const { tables } = this.db;
    const delivered = await deliver(push, this.options);
    if (delivered.how === 'gone') return deleteSubscription(tables, push.account, push.endpoint);
    if (delivered.how === 'failed') {
      if (push.tries < RETRY_MINUTES.length) return;
      this.log.event('push-failed', delivered.why);
    }
    await deletePush(tables, push);
  }
}
