import { readNotice } from '@dayaq/domain';
import { idBytes, utf8 } from '@dayaq/sealing';
import { livesOf } from '../history/lives.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';

/** Every survey that two of us ever signed for at an open door, by its hash: answers to another one are no answers. */
export function everAsked({ membership }: Ring): ReadonlySet<string> {
  return new Set(membership.doors.flatMap(({ notice }) => hashesIn(notice)));
}

const hashesIn = (notice: Uint8Array): string[] =>
  (readNotice(notice)?.surveys ?? []).map(({ hash }) => hash);

const copyName = (ring: Ring, hash: string): string => `survey/${ring.space}/${hash}`;
const taughtName = (ring: Ring): string => `surveys-taught/${ring.space}`;

/** What was published, kept beside the database: a server that lost it, or says so, takes no answer away. */
export async function copyOf(unlocked: Unlocked, ring: Ring, hash: string): Promise<string | null> {
  const kept = await unlocked.kept.get(copyName(ring, hash));
  return typeof kept === 'string' ? kept : null;
}

/** Whoever called has compared it with its hash. */
export const keepCopy = (unlocked: Unlocked, ring: Ring, hash: string, survey: string): Promise<void> =>
  unlocked.kept.put(copyName(ring, hash), survey);

/** Once in each life of the log: a server that was put back to before they were published has the surveys of its door again. */
export async function teachSurveys(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { door } = ring.state;
  if (door === null || !mayWrite(ring)) return;
  const asked = hashesIn(door.notice);
  const life = livesOf(unlocked.engine, ring.space).at(-1)?.log ?? '';
  const now = `${life} ${door.seq}`;
  if (asked.length === 0 || (await unlocked.kept.get(taughtName(ring))) === now) return;
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
