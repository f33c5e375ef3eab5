import type { AccountId, SpaceId } from '@dayaq/sealing';
import type { Due } from './due.ts';
import type { StandingFacts } from './figures/standing-facts.ts';
import type { WithMerged } from './merged.ts';
import type { Ring } from './space/ring.ts';

/** What exists only while the device is unlocked. Dropped whole on lock. */
export interface Unlocked extends WithMerged {
  /** Dossiers whose rows are still to be made. */
  readonly due: Due;
  /** What figures count, space by space. */
  readonly facts: StandingFacts;
}

export function ringOf(unlocked: Unlocked, space: SpaceId | null): Ring | null {
  return space === null ? null : (unlocked.rings.get(space) ?? null);
}

/** May this account write in the space: a viewer may not, nor one who was removed. */
export function mayWrite(ring: Ring): boolean {
  return ring.me !== null && ring.me.role !== 'viewer';
}

export function signKeyOf(ring: Ring, author: AccountId): Uint8Array | null {
  return ring.state.members.get(author)?.signKey ?? null;
}
