import type { SpaceId, View } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import type { OpenDevice } from '../open-device.ts';
import { keptPlace } from './chain.ts';

/** What this device has verified of a space that it is in: what it names in all that it signs there. `peer`: who else reads it. */
export async function ownView(unlocked: OpenDevice, ring: Ring, peer: SpaceId | null): Promise<View> {
  return {
    place: await keptPlace(unlocked.engine, ring.space),
    charter: ring.state.head,
    peer: peer === null ? null : (unlocked.peers.get(peer)?.state?.head ?? null),
  };
}

/** The same for a dossier of another space, whose log is not shown here: the heads of both charters. */
export function guestView(unlocked: OpenDevice, ring: Ring, owner: SpaceId): View | null {
  const charter = unlocked.peers.get(owner)?.state?.head;
  return charter === undefined ? null : { place: null, charter, peer: ring.state.head };
}
