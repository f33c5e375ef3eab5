import type { SpaceId } from '@dayaq/sealing';
import { readRoster } from '../circle.ts';
import type { SpaceSummary } from '../client.ts';
import { disputeCount } from '../history/disputes.ts';
import { lastRestored } from '../history/lives.ts';
import { fetchingOf } from '../sync/first-fetch.ts';
import type { Unlocked } from '../unlocked.ts';

/** What the pages are told of each space; `problem` is the sync's to say. Null where it was locked meanwhile. */
export async function summariesOf(unlocked: Unlocked): Promise<SpaceSummary[] | null> {
  const summaries: SpaceSummary[] = [];
  for (const ring of unlocked.rings.values()) {
    const roster = await readRoster(unlocked, ring.space);
    if (!unlocked.alive) return null;
    summaries.push({
      id: ring.space,
      name: roster.organisation,
      country: roster.country,
      me: { role: ring.me?.role ?? 'viewer', keyholder: ring.me?.keyholder ?? false },
      ready: ring.ready,
      rotationOwed: ring.state.rotationOwed,
      removed: ring.me === null,
      keyUnusable: !ring.ready && ring.unusable.size > 0,
      disputes: disputeCount(unlocked, ring.space),
      problem: null,
      fetching: fetchingOf(unlocked.engine, ring.space),
      restored: lastRestored(unlocked.engine, ring.space),
    });
  }
  return summaries;
}

/** The space that was worked in last on this device; where it is not here any more, the first. */
export function chosenSpace({ engine }: Unlocked, summaries: readonly SpaceSummary[]): SpaceId | null {
  const chosen = engine.get<{ value: string }>("select value from meta where name = 'chosen'")?.value;
  const here = summaries.find(({ id }) => id === chosen) ?? summaries[0];
  return (here?.id ?? null) as SpaceId | null;
}

export function rememberChosen({ engine }: Unlocked, space: SpaceId): void {
  engine.run("insert or replace into meta(name, value) values('chosen', ?)", space);
}
