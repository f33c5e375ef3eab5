import type { SpaceSummary } from '@dayaq/vault/client';

/**
 * How much of a space is on this device. What nobody has told this device yet counts as on its way: neither as nothing, nor as
 * a key that somebody else has to hand over.
 */
export type Arrival = { is: 'here' | 'removed' | 'no-key' } | { is: 'fetching'; done: number; total: number };

/** @returns for `fetching`, items; `total` is 0 while the server has not said how many there are */
export function arrivalOf({ ready, removed, fetching }: SpaceSummary): Arrival {
  if (removed) return { is: 'removed' };
  if (fetching !== null && (ready || fetching.total === 0)) return { is: 'fetching', ...fetching };
  return { is: ready ? 'here' : 'no-key' };
}
