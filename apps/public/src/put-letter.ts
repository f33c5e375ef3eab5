import { LIMITS } from '@dayaq/protocol/limits';
import { idBytes, type LetterId, type SpaceId } from '@dayaq/sealing';
import { call } from './call.ts';
import type { LetterWork } from './do-work.ts';
import { refused } from './door.ts';
import { say, tell } from './words.ts';

/** Milliseconds between two tries over a network that does not answer. */
const PAUSE = 3000;

/** How often work is done for one sending: what was done is good for minutes, and a server that asks on and on takes none. */
const MOST_WORKED = 3;

/** A letter as it was sealed: sent again after a break it is the same one. */
export interface SealedLetter {
  readonly letter: LetterId;
  readonly epoch: number;
  readonly bytes: Uint8Array;
  /** Of all that was sealed, and to whom. */
  readonly mark: string;
}

/** `perhaps`: stopped while the last piece was under way. `full`: there is no room for one of several pieces. */
export type Put = 'sent' | 'stopped' | 'perhaps' | 'shut' | 'old' | 'full';

/**
 * Sends a sealed letter piece by piece, for as long as it takes or until somebody stops it.
 * @param pass what a reply gave, shown where work is wanted and nowhere else
 */
export async function putLetter(
  space: SpaceId,
  sealed: SealedLetter,
  signal: AbortSignal,
  pass: Uint8Array | null = null,
): Promise<Put> {
  const { letter, epoch, bytes } = sealed;
  const pieces = Math.ceil(bytes.length / LIMITS.letterPiece);
  let stored = new Uint8Array(pieces);
  let work: LetterWork | null = null;
  let worked = 0;
  let shown: Uint8Array | null = null;
  while (stored.includes(0)) {
    const piece = stored.indexOf(0);
    tell('progress', say('send.sending', { done: stored.filter(Boolean).length, all: pieces }));
    const from = piece * LIMITS.letterPiece;
    const answer = await insist(async () => {
      const put = await call(
        'letters/put',
        {
          space: idBytes(space),
          letter: idBytes(letter),
          epoch,
          piece,
          pieces,
          sealed: bytes.slice(from, from + LIMITS.letterPiece),
          ...(work === null ? {} : { work }),
          ...(shown === null ? {} : { pass: shown }),
        },
        signal,
      );
      if (put.ok) return put.value;
      if (put.error === 'work-wanted') {
        if (shown === null && pass !== null) {
          shown = pass;
          return 'worked';
        }
        // Fetched where it is asked for, so that nobody else's page is larger by it.
        const { doWork } = await import('./do-work.ts');
        if (++worked > MOST_WORKED) return 'shut';
        const done = await doWork(space, letter, signal);
        if (typeof done === 'string') return done;
        work = done;
        return 'worked';
      }
      return put.error === 'too-large' && pieces > 1 ? 'full' : refused(put.error);
    }, signal);
    if (answer === 'worked') continue;
    if (answer === 'offline') return stored.indexOf(0, piece + 1) === -1 ? 'perhaps' : 'stopped';
    if (typeof answer === 'string') return answer;
    stored = new Uint8Array(answer.stored);
  }
  return 'sent';
}

/** Tries until somebody answers, or the person stops. */
export async function insist<T>(
  ask: () => Promise<T | 'offline'>,
  signal: AbortSignal,
): Promise<T | 'offline'> {
  for (;;) {
    const answer = await ask();
    if (answer !== 'offline' || signal.aborted) return answer;
    tell('progress', say('send.waits'));
    await new Promise<void>((go) => {
      const timer = setTimeout(go, PAUSE);
      signal.addEventListener('abort', () => (clearTimeout(timer), go()), { once: true });
    });
    if (signal.aborted) return 'offline';
  }
}
