import { LIMITS, type LogItem } from '@dayaq/protocol';
import { idBytes, type SpaceId } from '@dayaq/sealing';
import type { CallOutcome } from '../adapters.ts';
import type { Unlocked } from '../unlocked.ts';

/** A network that has just brought a page is tried again at once, and so often, before the turn gives up. */
const TRIES = 5;
/** Milliseconds before the second try; it doubles. */
const PAUSE = 250;

/** One page of a space's log, as large as the network bears. */
export async function askPage(
  unlocked: Unlocked,
  space: SpaceId,
  after: number,
): Promise<CallOutcome<'entries/pull'>> {
  const { network, around } = unlocked;
  for (let attempt = 1; ; attempt++) {
    const from = around.now();
    const answer = await unlocked.server.call('entries/pull', {
      space: idBytes(space),
      after,
      limit: LIMITS.itemsPerPull,
      bytes: network.page.bytes,
    });
    if (answer.ok) {
      network.page.arrived(
        answer.value.items.reduce((sum, item) => sum + sizeOf(item), 0),
        around.now() - from,
      );
      network.carries = answer.value.more;
      return answer;
    }
    network.page.lost();
    if (!network.carries || answer.failure.code !== 'offline' || attempt === TRIES || !unlocked.alive) {
      network.carries = false;
      return answer;
    }
    await new Promise<void>((again) => around.later(PAUSE * 2 ** (attempt - 1), again));
  }
}

/** Ids and frames of an item come to about sixty bytes. */
function sizeOf(item: LogItem): number {
  switch (item.t) {
    case 'entry':
      return item.sealed.length + 60;
    case 'generation':
      return item.header.length + 60;
    case 'charter':
      return item.act.length + 60;
    case 'closed':
      return item.leaf.length + 60;
  }
}
