import { LIMITS } from '@dayaq/protocol';
import { idBytes } from '@dayaq/sealing';
import type { CallOutcome } from '../adapters.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Bytes of acts in one call: half of what a request may hold. */
const CALL_BYTES = LIMITS.body / 2;

function actsOf({ engine }: Unlocked, ring: Ring): Uint8Array[] {
  return engine
    .all<{ act: Uint8Array }>('select act from charter where space = ? order by seq', ring.space)
    .map(({ act }) => act);
}

/** How many of these fit into one call, at least one. */
function fitting(acts: readonly Uint8Array[]): number {
  let bytes = 0;
  const end = acts.findIndex((act, i) => i > 0 && (bytes += act.length) > CALL_BYTES);
  return Math.min(end === -1 ? acts.length : end, LIMITS.actsPerTeach);
}

/** Gives the server the acts from a seq on that it lost by being put back. It checks them, as every device does. */
export async function teachFrom(
  unlocked: Unlocked,
  ring: Ring,
  from: number,
): Promise<CallOutcome<'charter/teach'>> {
  const acts = actsOf(unlocked, ring);
  for (let next = from; ; ) {
    const some = acts.slice(next, next + fitting(acts.slice(next)));
    const answer = await unlocked.server.call('charter/teach', { space: idBytes(ring.space), acts: some });
    if (!answer.ok || !unlocked.alive) return answer;
    // Of joins it takes those that it knows to have been: the others go with what follows them, or it says why not.
    next = Math.max(answer.value.seq, next) + 1;
    if (next >= acts.length) return answer;
  }
}

/**
 * The same where the server does not show its charter, because it was put back to before it named this account: from the
 * last acts on, and further back until they follow what it has. Answers whether it has all of them now.
 */
export async function teachBlindly(unlocked: Unlocked, ring: Ring): Promise<boolean> {
  const acts = actsOf(unlocked, ring);
  for (let from = acts.length; from > 0; ) {
    from -= fitting(acts.slice(0, from).reverse());
    const answer = await teachFrom(unlocked, ring, from);
    if (answer.ok) return true;
    if (answer.code !== 'charter-moved' || !unlocked.alive) return false;
  }
  return false;
}
