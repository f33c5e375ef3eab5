import type { Request } from '@dayaq/protocol';
import { isBearable } from '@dayaq/sealing';
import type { CallOutcome } from '../adapters.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * Sends a piece of a letter as any visitor's page does, by no session. Where the door is in flood its work is done, as everybody's is: what
 * a member's device sends is to look like what others send.
 */
export async function putPiece(
  unlocked: Unlocked,
  piece: Request<'letters/put'>,
): Promise<CallOutcome<'letters/put'>> {
  const { transport } = unlocked.server;
  const put = await transport.call('letters/put', piece, null);
  if (put.ok || put.code !== 'work-wanted') return put;
  const asked = await transport.call('letters/work', { space: piece.space }, null);
  if (!asked.ok) return asked;
  const { slot, tries, challenge } = asked.value;
  // This is done beside all that the device does: who asks for more than any door needs gets none of it.
  if (!isBearable(tries)) return { ok: false, failure: { code: 'server-lies' }, code: 'server-lies' };
  const { letterWork } = await import('@dayaq/sealing/letter-work');
  const working = letterWork({ challenge, tries }, piece.letter);
  for (;;) {
    if (!unlocked.alive) return put;
    const step = working.next();
    if (step.done === true)
      return transport.call('letters/put', { ...piece, work: { slot, tries, nonces: step.value } }, null);
    // Whoever waits for something else has their turn in between.
    await new Promise<void>((go) => void unlocked.around.later(0, go));
  }
}
