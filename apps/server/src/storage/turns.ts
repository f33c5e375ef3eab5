import { toHex } from '@dayaq/sealing/verify';
import { Refused } from '../refused.ts';

/** Milliseconds in which whoever was overtaken may read the log, sign anew and send, while others of the space wait. */
export const TURN = 5000;
/** Milliseconds after which the same account may be given another turn in a space: nobody makes others wait for long. */
export const NEXT_TURN = 20_000;
/** So many turns are remembered. */
const MOST = 10_000;

interface Turn {
  account: string;
  ended: Promise<void>;
  end: () => void;
}

/**
 * Acts, and headers that close something, stand right behind the log that their author had read: whoever writes a few
 * times a second could keep them from ever being taken. So whoever was refused as `log-moved` has the space's next turn:
 * what others of it write meanwhile waits for a moment. Kept in this process: a copy of the server lets its own callers go on.
 */
export class Turns {
  readonly #turns = new Map<string, Turn>();
  readonly #given = new Map<string, number>();

  constructor(readonly clock: () => number) {}

  /** Runs what an account writes in a space: after the turn of another, and with a turn to follow where it was overtaken. */
  async run<T>(
    space: Uint8Array,
    account: Uint8Array,
    write: () => Promise<T | Refused>,
  ): Promise<T | Refused> {
    const [where, who] = [toHex(space), toHex(account)];
    const turn = this.#turns.get(where);
    if (turn !== undefined && turn.account !== who) await turn.ended;
    const done = await write();
    if (done instanceof Refused) {
      if (done.refusal.error === 'log-moved') this.#give(where, who);
    } else if (turn?.account === who) turn.end();
    return done;
  }

  #give(space: string, account: string): void {
    const name = `${space}/${account}`;
    const now = this.clock();
    const last = this.#given.get(name);
    if (this.#turns.has(space) || (last !== undefined && now >= last && now - last < NEXT_TURN)) return;
    this.#given.delete(name);
    this.#given.set(name, now);
    const oldest = this.#given.keys().next().value;
    if (this.#given.size > MOST && oldest !== undefined) this.#given.delete(oldest);
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      const timer = setTimeout(() => end(), TURN);
      timer.unref();
      end = () => {
        clearTimeout(timer);
        this.#turns.delete(space);
        resolve();
      };
    });
    this.#turns.set(space, { account, ended, end });
  }
}
