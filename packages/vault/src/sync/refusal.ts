import { idBytes } from '@dayaq/sealing';
import type { Failure, HeldReason } from '../client.ts';
import { done, failed } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Somebody was faster, or the keys must be rotated first: pull and try once more. */
export const RETRY = new Set([
  'generation-stale',
  'generation-exists',
  'generation-unknown',
  'generation-invalid',
  'rotation-owed',
  // What closes a dossier stands right behind the log that it names: somebody wrote in between.
  'log-moved',
]);

const ABOUT_ONE: Record<string, HeldReason> = {
  'not-allowed': 'closed-to-you',
  'not-found': 'closed-to-you',
  'generation-barred': 'excluded',
  'too-large': 'too-large',
  'generation-invalid': 'refused',
  'share-ended': 'refused',
  'blob-mismatch': 'refused',
  malformed: 'refused',
};

/** What a refusal says about the one thing that was sent; null when it says something about the whole exchange. */
export function reasonOf(code: string): HeldReason | null {
  return ABOUT_ONE[code] ?? null;
}

export type Checked = { ok: true } | { ok: false; failure: Failure };

/** Brings the charter up to date: by it alone, and by no refusal, is it known who belongs to a space. */
export async function readCharter(unlocked: Unlocked, ring: Ring): Promise<Checked> {
  for (;;) {
    const from = ring.state.seq + 1;
    const answer = await unlocked.server.call('charter/read', { space: idBytes(ring.space), from });
    if (!unlocked.alive) return failed('locked');
    if (!answer.ok) return answer.code === 'not-allowed' ? failed('server-refuses') : answer;
    const fits = await ring.extend(
      unlocked.engine,
      answer.value.acts.map((act, i) => ({ seq: from + i, act })),
    );
    if (!fits) return failed('server-lies', 'charter');
    if (!answer.value.more || answer.value.acts.length === 0) return done;
  }
}

/**
 * The server says that this account may not enter. Whoever was removed finds that in the charter, which is read to
 * them up to that act; whoever was not goes on at the next turn as if nothing had been said.
 */
export async function afterRefusal(unlocked: Unlocked, ring: Ring): Promise<Checked> {
  const read = await readCharter(unlocked, ring);
  if (!read.ok) return read;
  return failed(ring.me === null ? 'removed' : 'server-refuses');
}
