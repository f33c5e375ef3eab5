import { readNotice } from '@dayaq/domain';
import { storeFailure } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Every survey that two of us ever signed for at an open door, by its hash: answers to another one are no answers. */
export function everAsked({ membership }: Ring): ReadonlySet<string> {
  return new Set(membership.doors.flatMap(({ notice }) => hashesIn(notice)));
}

/** The surveys that a notice names, by their hashes. */
export const hashesIn = (notice: Uint8Array): string[] =>
  (readNotice(notice)?.surveys ?? []).map(({ hash }) => hash);

const copyName = (ring: Ring, hash: string): string => `survey/${ring.space}/${hash}`;

/** What was published, kept beside the database: a server that lost it, or says so, takes no answer away. */
export async function copyOf(unlocked: Unlocked, ring: Ring, hash: string): Promise<string | null> {
  const kept = await unlocked.kept.get(copyName(ring, hash));
  return typeof kept === 'string' ? kept : null;
}

/** Whoever called has compared it with its hash. A full device goes on without it. */
export async function keepCopy(unlocked: Unlocked, ring: Ring, hash: string, survey: string): Promise<void> {
  try {
    await unlocked.kept.put(copyName(ring, hash), survey);
  } catch (error) {
    if (storeFailure(error) === null) throw error;
  }
}
