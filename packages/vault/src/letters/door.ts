import { readNotice, writeNotice } from '@dayaq/domain';
import type { AccountId, Door } from '@dayaq/sealing';
import { appendAct } from '../circle.ts';
import type { DoorStanding, DoorView, Outcome } from '../client.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Letters of a space's id that its public page is found by; the page itself has the whole. */
export const DOOR_MARK = 16;

const viewOf = ({ seq, by, notice, readers }: Door): DoorView => ({
  seq,
  by,
  notice: readNotice(notice),
  readers: readers.map((reader) => ({ ...reader })),
});

export function doorStanding(unlocked: Unlocked, { state, space }: Ring): DoorStanding {
  const { door, proposedDoor } = state;
  return {
    open: door === null ? null : { ...viewOf(door), openedBy: door.openedBy },
    proposed: proposedDoor === null ? null : viewOf(proposedDoor),
    address: `${unlocked.server.transport.origin}/page/${space.slice(0, DOOR_MARK)}/#${space}`,
  };
}

export function proposeDoor(
  unlocked: Unlocked,
  ring: Ring,
  { notice, readers }: Pick<DoorView, 'readers'> & { notice: Parameters<typeof writeNotice>[0] },
): Promise<Outcome<null>> {
  return appendAct(unlocked, ring, {
    type: 'door',
    notice: writeNotice(notice),
    readers: readers.map(({ account, name }) => ({ account: account as AccountId, name })),
  });
}

export function openDoor(unlocked: Unlocked, ring: Ring, seq: number): Promise<Outcome<null>> {
  return appendAct(unlocked, ring, { type: 'door-open', door: seq });
}

export function closeDoor(unlocked: Unlocked, ring: Ring): Promise<Outcome<null>> {
  return appendAct(unlocked, ring, { type: 'door-close' });
}
