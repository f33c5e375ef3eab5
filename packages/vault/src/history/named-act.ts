import type { View } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import type { Chain } from './chain.ts';

/**
 * Which act is the charter's head that somebody names; null where it is none that stands before `position`, or an older one
 * than stood at the place that they name with it: from them an act was kept back.
 */
export function namedSeq(
  ring: Ring,
  chain: Chain,
  { place, charter }: View,
  position: number,
): number | null {
  const seq = ring.membership.seqOf(charter);
  if (seq === null || place === null || seq > ring.seqAt(position)) return null;
  return chain.isOfThisLife(place) && seq < ring.seqAt(place.position + 1) ? null : seq;
}
