import type { PoolClient } from 'pg';
import type { Database } from '../storage/database.ts';

export const CHANNEL = 'dayaq_nudge';
const RETRY = 1000;

export interface Listener {
  stop(): Promise<void>;
}

/** Keeps one connection listening; after a break it listens again and says so with `back`. */
export function listen(db: Database, on: { hear(payload: string): void; back(): void }): Listener {
  let stopped = false;
  let client: PoolClient | null = null;
  let timer: NodeJS.Timeout | null = null;
  let connecting: Promise<void> = Promise.resolve();

  const lost = (): void => {
    if (!client) return;
    client.release(true);
    client = null;
    if (!stopped) timer = setTimeout(() => connect(true), RETRY);
  };

  const attempt = async (again: boolean): Promise<void> => {
    const fresh = await db.pool.connect();
    if (stopped) {
      fresh.release();
      return;
    }
    client = fresh;
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', (message) => on.hear(message.payload ?? ''));
    try {
      await fresh.query(`listen ${CHANNEL}`);
      if (again) on.back();
    } catch {
      lost();
    }
  };

  const connect = (again: boolean): void => {
    connecting = attempt(again).catch(() => {
      if (!stopped) timer = setTimeout(() => connect(true), RETRY);
    });
  };
  connect(false);

  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await connecting;
      lost();
    },
  };
}
