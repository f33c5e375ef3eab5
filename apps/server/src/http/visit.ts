import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Held } from './room.ts';

type Ctx = Context<{ Bindings: Partial<HttpBindings> }>;

/**
 * What one request has taken, of memory and of places under way. It is given back when the request's work is done *and*
 * its answer has left or the connection is gone: who hangs up does not make room for work that still goes on.
 */
export class Visit {
  readonly #c: Ctx;
  readonly #leaves: (() => void)[] = [];
  #held: Held | null = null;
  #count: (bytes: number) => void = () => undefined;

  constructor(c: Ctx) {
    this.#c = c;
  }

  leaving(leave: () => void): void {
    this.#leaves.push(leave);
  }

  holds(held: Held): void {
    this.#held = held;
    this.#leaves.push(held.release);
  }

  /** Who counts the bytes of the answer. */
  answering(count: (bytes: number) => void): void {
    this.#count = count;
  }

  /** The work is done, and `left` bytes remain of what it needed: the answer. */
  done(left: number): void {
    this.#count(left);
    this.#held?.shrink(left);
    const { outgoing, incoming } = this.#c.env ?? {};
    if (!outgoing || !incoming || incoming.socket.destroyed) return this.#leave();
    // An answer that waits behind another one hears only from its connection that nobody reads it any more.
    const gone = (): void => {
      outgoing.off('close', gone);
      incoming.socket.off('close', gone);
      this.#leave();
    };
    outgoing.on('close', gone);
    incoming.socket.on('close', gone);
  }

  #leave(): void {
    for (const leave of this.#leaves.splice(0)) leave();
  }
}
