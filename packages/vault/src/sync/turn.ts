import type { Failure } from '../client.ts';
import { done, failed } from '../failure.ts';
import { followErasures } from '../erasure/follow.ts';
import { tellDisputes } from '../history/tell.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { tellWhoTook } from './taken-number.ts';
import { holdReturned, tryMoved, unsentOf } from './held.ts';
import { handOverKeys, rotateIfOwed } from './keys.ts';
import { holdOfDeleted } from './of-deleted.ts';
import { lookAround } from './peers.ts';
import { pullSpace } from './pull.ts';
import { sendReplies } from '../letters/answer.ts';
import { sendInterviews } from '../surveys/rounds.ts';
import { postCover } from '../letters/cover.ts';
import { takeLetters } from '../letters/take.ts';
import { keepSheets } from '../surveys/keep.ts';
import { teachSurveys } from '../surveys/teach.ts';
import { pushShared } from './push-shared.ts';
import { pushSpace } from './push.ts';
import { exchangeReceived } from './received.ts';
import { afterRefusal, readCharter } from './refusal.ts';
import { pushUploads } from './uploads.ts';
import { teachBlindly } from './teach-charter.ts';
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
  if (ring.me === null) {
    const back = await comeBack(unlocked, ring);
    if (!back.ok) return back;
  }
  let told = false;
  let hasLooked = false;
  /** A server that refuses a member may have been put back to before it knew of them: whether it was told now what its charter lost. */
  const isTold = async (failure: Failure): Promise<boolean> => {
    if (told || failure.code !== 'server-refuses' || ring.me === null) return false;
    told = true;
    return teachBlindly(unlocked, ring);
  };
  for (let round = 0; round < ROUNDS; round++) {
    if (!unlocked.alive) return done;
    // What a save or a pull that broke off has left: what follows asks the lists.
    await unlocked.due.now(unlocked);
    if (!ring.ready) {
      const read = await readCharter(unlocked, ring);
      if (!read.ok) {
        if (await isTold(read.failure)) continue;
        return read;
      }
      if (ring.me === null) return failed('removed');
      await ring.fetchKeys(unlocked.engine, unlocked.server);
      if (!ring.ready) return done;
    }
    const shares = await lookAround(unlocked, ring);
    const pulled = await pullSpace(unlocked, ring, progress);
    if (!pulled.ok) {
      const refused = await afterFailure(unlocked, ring, pulled.failure);
      if (!refused.ok && (await isTold(refused.failure))) continue;
      return refused;
    }
    if (!unlocked.alive) return done;
    if (ring.me === null) return failed('removed');
    if (!ring.ready) continue;
    await pullWanted(unlocked, ring);
    await followErasures(unlocked, ring);
    if (!unlocked.alive) return done;
    await tellDisputes(unlocked, ring);
    if (await rotateIfOwed(unlocked, ring)) continue;
    await handOverKeys(unlocked, ring);
    if (ring.state.rotationOwed || !unlocked.alive) return done;
    tryMoved(unlocked, ring);
    await holdOfDeleted(unlocked, ring);
    if (!unlocked.alive) return done;
    // Once in a turn: what somebody else was faster with is sent before more of them are looked through.
    if (!hasLooked) await takeLetters(unlocked, ring);
    hasLooked = true;
    if (!unlocked.alive) return done;
    await keepSheets(unlocked, ring);
    await teachSurveys(unlocked, ring);
    if (!unlocked.alive) return done;
    // Whoever is no faster in several rounds is not waited for any longer than its own dossier.
    const isPatient = round < ROUNDS - 1;
    const pushed = await pushSpace(unlocked, ring, isPatient);
    if (!pushed.ok) return afterFailure(unlocked, ring, pushed.failure);
    if (pushed.value === 'again') continue;
    await tellWhoTook(unlocked, ring);
    if (!unlocked.alive) return done;
    await sendReplies(unlocked, ring);
    await sendInterviews(unlocked, ring);
    await postCover(unlocked, ring);
    if (!unlocked.alive) return done;
    const shared = await pushShared(unlocked, ring);
    if (!shared.ok) return afterFailure(unlocked, ring, shared.failure);
    if (shared.value === 'again' && isPatient) continue;
    if (shares !== null) await exchangeReceived(unlocked, ring, shares);
    if (!unlocked.alive || !mayWrite(ring)) return done;
    return pushUploads(unlocked, ring, ring.space);
  }
  return done;
}

/** A removed member asks now and then whether the charter names them again. */
async function comeBack(unlocked: Unlocked, ring: Ring): Promise<Turn> {
  const before = unsentOf(unlocked, ring);
  const read = await readCharter(unlocked, ring);
  if (!read.ok && read.failure.code !== 'server-refuses') return read;
  if (ring.me === null) return failed('removed');
  await holdReturned(unlocked, ring, before);
  return done;
}

function afterFailure(unlocked: Unlocked, ring: Ring, failure: Failure): Promise<Turn> | Turn {
  return failure.code === 'not-allowed' ? afterRefusal(unlocked, ring) : { ok: false, failure };
}
