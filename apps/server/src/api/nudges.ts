import { NUDGE_HEARTBEAT } from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { dayNumberOf } from '../days.ts';
import type { Parts } from '../parts.ts';
import { findSession } from '../storage/sessions.ts';
import type { Session } from './handler.ts';

type Ctx = Context<{ Bindings: Partial<HttpBindings> }>;

/** Milliseconds between two lines of a stream at least: each asks the database whether the session still stands. */
const PAUSE = 200;
/** Milliseconds that one line may take to leave. */
const STALLED = 20_000;

/**
 * Lines of JSON: an array of spaces that have something new, or `[]` as a heartbeat. The stream ends when the session
 * does, which is looked at before every line, or when that cannot be known; clients open it again.
 */
export function nudges(c: Ctx, parts: Parts, session: Session): Response {
  c.header('content-type', 'application/x-ndjson');
  c.header('x-accel-buffering', 'no');
  return stream(c, async (out) => {
    const waiting = new Set<string>();
    let wake = (): void => undefined;
    const signedIn = (): Promise<boolean> =>
      findSession(parts.db, session.tokenHash, dayNumberOf(parts.clock())).then(
        (account) => account !== null,
        () => false,
      );
    const close = await parts.nudges.open(session.account, (spaces) => {
      for (const space of spaces) waiting.add(space);
      wake();
    });
    out.onAbort(() => {
      close();
      wake();
    });
    // A reader who has stopped reading ends the stream: what waits for them is memory.
    const say = async (line: string): Promise<void> => {
      const cut = setTimeout(() => c.env?.outgoing?.destroy(), STALLED);
      await out.write(line).finally(() => clearTimeout(cut));
    };
    try {
      await say('[]\n');
      while (!out.aborted && !out.closed) {
        if (waiting.size === 0) await sleep(NUDGE_HEARTBEAT, (end) => (wake = end));
        if (out.aborted) return;
        if (!(await signedIn())) return;
        const spaces = [...waiting];
        waiting.clear();
        await say(`${JSON.stringify(spaces)}\n`);
        await sleep(PAUSE, () => undefined);
      }
    } finally {
      close();
    }
  });
}

/** Waits until the time is over or somebody calls what `waker` is given. */
function sleep(milliseconds: number, waker: (end: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    waker(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
