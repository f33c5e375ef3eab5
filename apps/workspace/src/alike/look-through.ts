import type { LikelyPair, Vault } from '@dayaq/vault/client';

/** Pairs that are kept, the likeliest: more nobody goes through at once. */
export const MOST_PAIRS = 200;

export interface LookedThrough {
  /** The likeliest first. */
  pairs: LikelyPair[];
  /** There were more than are kept. */
  more: boolean;
  /** How much was looked through, 0 to 1; less than 1 where it was stopped. */
  share: number;
}

/** Looks through everybody on this device, slice by slice, so that it moves and can be stopped. */
export async function lookThrough(
  vault: Pick<Vault, 'likelyPairs'>,
  tell: (share: number) => void,
  isStopped: () => boolean,
): Promise<LookedThrough> {
  let pairs: LikelyPair[] = [];
  let found = 0;
  let share = 0;
  for (let after: string | null = null; ; ) {
    if (isStopped()) break;
    const page = await vault.likelyPairs(after);
    found += page.pairs.length;
    pairs = likeliest([...pairs, ...page.pairs]);
    share = page.share;
    tell(share);
    if (page.next === null) break;
    after = page.next;
  }
  return { pairs, more: found > pairs.length, share };
}

function likeliest(pairs: readonly LikelyPair[]): LikelyPair[] {
  const named = ({ one, other }: LikelyPair): string => `${one.record} ${other.record}`;
  return [...pairs]
    .sort((a, b) => b.points - a.points || (named(a) < named(b) ? -1 : 1))
    .slice(0, MOST_PAIRS);
}
