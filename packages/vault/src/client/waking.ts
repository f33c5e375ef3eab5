import type { Outcome } from './failure.ts';

/** Where and under which keys a browser takes messages (RFC 8291). */
export interface PushAddress {
  endpoint: string;
  /** 65 bytes. */
  p256dh: Uint8Array;
  /** 16 bytes. */
  auth: Uint8Array;
}

/** Being woken while the app is closed. */
export interface Waking {
  /** The server's key for Web Push, 65 bytes; null where the server wakes nobody. */
  pushKey(): Promise<Outcome<Uint8Array | null>>;
  /** This device wants to be woken: what its browser gave for that. Repeat it at each opening: servers are restored. */
  turnPushOn(subscription: PushAddress): Promise<Outcome<null>>;
  turnPushOff(endpoint: string): Promise<Outcome<null>>;
  /** Whether this account is also woken in the morning of days on which tasks of its own are due. */
  remindOfTasks(wanted: boolean): Promise<void>;
}
