import type { Request } from '@dayaq/protocol';
import { letterPassHash } from '@dayaq/sealing/verify';
import { equal } from '../../hash.ts';
import { hasWork } from '../../letters/letter-work.ts';
import { type Begins, isPiece, takePiece } from '../../letters/take-piece.ts';
import type { Parts } from '../../parts.ts';
import { crowded, Refused, refuse, tooOften } from '../../refused.ts';
import { findLetter } from '../../storage/letters.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/** Whatever is not as long as sealing makes it is nowhere kept. */
export const put: Handler<'letters/put'> = async (body, { parts, begins: counted, leave }) => {
  if (!isPiece(body)) return refuse('malformed', body.piece < body.pieces ? 'sealed' : 'piece');
  const begins: Begins = async ({ worksInFlood, passHash }) => {
    const isFlooded = worksInFlood && parts.floods.tries(body.space) > 0;
    const isAsked = isFlooded && !(await passes(body, parts, passHash));
    if (isAsked && body.work === undefined) return refuse('work-wanted');
    const wait = counted();
    if (wait > 0) return tooOften(wait);
    const has = isAsked ? await hasWork(parts.challengeKey, body, parts.clock()) : true;
    if (has === null) return crowded();
    return has ? null : refuse('work-wanted');
  };
  if (body.pieces === 1) return putWhole(body, parts, begins, leave);
  const taken = await inTransaction(parts.db.tables, (tx) => takePiece(tx, parts, body, begins));
  if (taken instanceof Refused) return taken;
  if (taken.isNew) parts.nudges.changed(body.space);
  return { stored: taken.stored, complete: taken.complete };
};

/** Whether somebody writes on whom a member answered: it says no more of them than that. So many pass, whoever gave it away. */
async function passes(
  { space, pass }: Request<'letters/put'>,
  { floods }: Parts,
  hash: Uint8Array | null,
): Promise<boolean> {
  if (pass === undefined || hash === null) return false;
  return equal(await letterPassHash(pass), hash) && floods.letsPass(space);
}

async function putWhole(body: Request<'letters/put'>, parts: Parts, begins: Begins, leave: () => void) {
  const { space, letter, epoch } = body;
  const whole = { stored: Uint8Array.of(1), complete: true };
  const stands = async () => (await findLetter(parts.db.tables, space, letter))?.number != null;
  const door = await parts.doors.of(space);
  // What stands is answered for also when the door was shut meanwhile.
  if (door === null) return (await stands()) ? whole : refuse('not-found');
  if (epoch > door.epoch) return refuse('malformed', 'epoch');
  const kept = await begins(door);
  if (kept !== null && !(await stands())) return kept;
  // Whoever waits to be written with others keeps nobody from joining them.
  leave();
  return (await parts.letters.take(body)) ?? whole;
}
