import { type AccountId, currentMembers, type DossierId } from '@dayaq/sealing';
import { standingGeneration } from '../space/generations.ts';
import { wantedReaders } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * Places that are tried for what came through the public door. The number of each follows from what was written, so whoever else can
 * read that may have begun something under it: what others read, or this account cannot, is passed over.
 */
export const PLACES: readonly number[] = Array.from({ length: 24 }, (_, place) => place);

/** Whether nobody reads a dossier but those whom a sender left, this account among them; also where it does not exist. */
export async function isForThemAlone(
  unlocked: Unlocked,
  { space, state, me }: Ring,
  dossier: DossierId,
  readers: readonly AccountId[],
): Promise<boolean> {
  const standing = await standingGeneration(unlocked, space, dossier);
  if (standing !== null && standing.key === null) return false;
  const wanted = await wantedReaders(unlocked, space, dossier, standing);
  if (wanted === null) return standing === null;
  const members = new Set(currentMembers(state).map(({ account }) => account));
  return wanted.every(
    (account) => account === me?.account || readers.includes(account) || !members.has(account),
  );
}

/** Who is to read it: of those whom its sender left, who opens letters now; and whoever opened it, so that nobody is left out for whom it was sealed. */
export function readersLeft({ state, me }: Ring, readers: readonly AccountId[]): AccountId[] {
  const left = state.doorReaders.map(({ account }) => account).filter((account) => readers.includes(account));
  return [...new Set([...(me === null ? [] : [me.account]), ...left])];
}
