import { idBytes, utf8 } from '@dayaq/sealing';
import { livesOf } from '../history/lives.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { copyOf, hashesIn } from './asked.ts';
import { publishedSurvey } from './publish.ts';

const taughtName = (ring: Ring): string => `surveys-taught/${ring.space}`;

/**
 * Once for each door in each life of the log: whoever reads the answers keeps what is asked, and a server that was put back to before
 * it was published has it again.
 */
export async function teachSurveys(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { door, doorReaders } = ring.state;
  if (door === null || !mayWrite(ring)) return;
  const asked = hashesIn(door.notice);
  const life = livesOf(unlocked.engine, ring.space).at(-1)?.log ?? '';
  const now = `${life} ${door.seq}`;
  if (asked.length === 0 || (await unlocked.kept.get(taughtName(ring))) === now) return;
  if (doorReaders.some(({ account }) => account === unlocked.account.id))
    for (const hash of asked) await publishedSurvey(unlocked, ring, hash);
  for (const hash of asked) {
    const survey = await copyOf(unlocked, ring, hash);
    if (survey === null) continue;
    const put = await unlocked.server.call('surveys/put', {
      space: idBytes(ring.space),
      survey: utf8(survey),
    });
    if (!put.ok || !unlocked.alive) return;
  }
  await unlocked.kept.put(taughtName(ring), now);
}
