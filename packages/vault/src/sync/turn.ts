import { idBytes } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { done, failed } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { handOverKeys, rotateIfOwed } from './keys.ts';
import { lookAround } from './peers.ts';
import { pullSpace } from './pull.ts';
import { pushShared } from './push-shared.ts';
import { pushSpace } from './push.ts';
import { exchangeReceived } from './received.ts';
import { pushUploads } from './uploads.ts';
import { pullWanted } from './wanted.ts';

/** Rounds in which somebody else may be faster before this turn gives up; the next nudge starts another. */
const ROUNDS = 6;

type Turn = { ok: true } | { ok: false; failure: Failure };

/** One full exchange with the server for one space. Every step can be cut and is taken up again by the next turn. */
export async function syncSpace(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Turn> {
  for (let round = 0; round < ROUNDS; round++) {
    if (!unlocked.alive || ring.shut) return done;
    if (!ring.ready) {
      const read = await readCharter(unlocked, ring);
      if (!read.ok) return shutIfRemoved(unlocked, ring, read.failure);
      await ring.fetchKeys(unlocked.engine, unlocked.server);
      if (!ring.ready) return done;
    }
    const shares = await lookAround(unlocked, ring);
    const pulled = await pullSpace(unlocked, ring, progress);
    if (!pulled.ok) return shutIfRemoved(unlocked, ring, pulled.failure);
    if (!ring.ready) continue;
    await pullWanted(unlocked, ring);
    if (await rotateIfOwed(unlocked, ring)) continue;
    await handOverKeys(unlocked, ring);
    if (ring.state.rotationOwed) return done;
    const pushed = await pushSpace(unlocked, ring);
    if (!pushed.ok) return shutIfRemoved(unlocked, ring, pushed.failure);
    if (pushed.value === 'again') continue;
    const shared = await pushShared(unlocked, ring);
    if (!shared.ok) return shutIfRemoved(unlocked, ring, shared.failure);
    if (shared.value === 'again') continue;
    if (shares !== null) await exchangeReceived(unlocked, ring, shares);
    const uploaded = await pushUploads(unlocked, ring.space);
    return uploaded.ok ? done : uploaded;
  }
  return done;
}

async function readCharter(unlocked: Unlocked, ring: Ring): Promise<Turn> {
  for (;;) {
    const from = ring.state.seq + 1;
    const answer = await unlocked.server.call('charter/read', { space: idBytes(ring.space), from });
    if (!answer.ok) return answer;
    const fits = await ring.extend(
      unlocked.engine,
      answer.value.acts.map((act, i) => ({ p: null, seq: from + i, act })),
    );
    if (!fits) return failed('server-lies', 'charter');
    if (!answer.value.more || answer.value.acts.length === 0) return done;
  }
}

/**
 * A member of this space hears "not allowed" only when removed. What is here stays readable, as on paper; nothing new
 * comes, and nothing more is sent.
 */
function shutIfRemoved(unlocked: Unlocked, ring: Ring, failure: Failure): Turn {
  if (failure.code !== 'not-allowed') return { ok: false, failure };
  ring.shut = true;
  unlocked.engine.run("update space set refused = 'shut' where id = ?", ring.space);
  return failed('removed');
}
